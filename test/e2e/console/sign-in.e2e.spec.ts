import { expect, it } from '@jest/globals';
import { createPerson, PERSON_PASSWORD, signIn, signInAsAdmin } from '../../support/api-client.js';
import { describeInBrowser } from '../../support/browser.js';
import { consoleStage } from '../../support/console-stage.js';
import { ConsoleVisit } from '../../support/console-visit.js';

const NEW_PASSWORD = 'Another-Staple-Entirely-7';

describeInBrowser('the console lets people in', () => {
  const stage = consoleStage();
  let people = 0;

  const newPerson = (): Promise<{ id: string; username: string }> => createPerson(stage.app, `person-${people++}`, []);

  it('with the user name, and shows them who they are', async () => {
    const { visit } = stage;
    const { username } = await newPerson();
    await visit.signIn(username, PERSON_PASSWORD);
    await visit.page.getByRole('heading', { name: `Hello, ${username}` }).waitFor();
  });

  it('with the e-mail address', async () => {
    const { visit } = stage;
    const { username } = await newPerson();
    await visit.signIn(`${username}@example.com`, PERSON_PASSWORD);
    await visit.page.getByRole('heading', { name: `Hello, ${username}` }).waitFor();
  });

  it('not with a wrong password: it says so, names the request and empties the field', async () => {
    const { visit } = stage;
    const { username } = await newPerson();
    visit.expectAnswers(401);
    await visit.page.goto('/sign-in');
    await visit.page.getByLabel('User name or e-mail').fill(username);
    await visit.page.getByLabel('Password', { exact: true }).fill('wrong');
    await visit.page.keyboard.press('Enter');
    const alert = visit.page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/wrong.*Request \S+/s);
    expect(await visit.page.getByLabel('Password', { exact: true }).inputValue()).toBe('');
    expect(await visit.context.cookies()).toEqual([]);
  });

  it('brings them back where they were when the session has ended on the server', async () => {
    const { visit } = stage;
    const { id, username } = await newPerson();
    await visit.signIn(username, PERSON_PASSWORD);
    await visit.goto('/sessions', 'Sessions');
    await endSessionsOf(id);
    await visit.page.getByRole('link', { name: 'Personal access tokens' }).click();
    await visit.page.waitForURL('**/sign-in?next=%2Ftokens');
    await visit.page.getByText('You are not signed in any more').waitFor();
    await visit.page.getByLabel('User name or e-mail').fill(username);
    await visit.page.getByLabel('Password', { exact: true }).fill(PERSON_PASSWORD);
    await visit.page.getByRole('button', { name: 'Sign in' }).click();
    await visit.page.waitForURL('**/tokens');
    await visit.page.getByRole('heading', { level: 1, name: 'Personal access tokens' }).waitFor();
  });

  it('again over a form, when the session has ended while it was filled in: what was typed is sent then', async () => {
    const { visit } = stage;
    const { page } = visit;
    const { id, username } = await newPerson();
    await visit.signIn(username, PERSON_PASSWORD);
    await visit.goto('/tokens/new', 'New personal access token');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Typed before the end');
    await endSessionsOf(id);
    visit.expectAnswers(401);
    await page.getByRole('button', { name: 'Create the token' }).click();
    const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
    await dialog.getByLabel('Your password').fill('wrong');
    await page.keyboard.press('Enter');
    await dialog.getByRole('alert').waitFor();
    expect(await visit.violations()).toEqual([]);
    await dialog.getByLabel('Your password').fill(PERSON_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('Copy it now.').first().waitFor();
    const own = await signIn(stage.app, username, PERSON_PASSWORD);
    expect((await own.get('/tokens')).body.items).toMatchObject([{ name: 'Typed before the end' }]);
  });

  it('at the sign-in, when they would rather not go on with a form after the end of a session', async () => {
    const { visit } = stage;
    const { page } = visit;
    const { id, username } = await newPerson();
    await visit.signIn(username, PERSON_PASSWORD);
    await visit.goto('/tokens/new', 'New personal access token');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Given up');
    await endSessionsOf(id);
    visit.expectAnswers(401);
    await page.getByRole('button', { name: 'Create the token' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.waitForURL('**/sign-in?next=%2Ftokens%2Fnew');
  });

  it('leads a deep link through the sign-in, and never to another host', async () => {
    const { visit } = stage;
    const { username } = await newPerson();
    visit.expectAnswers(401);
    await visit.page.goto(`/sign-in?next=${encodeURIComponent('//example.com/tokens')}`);
    await visit.page.getByLabel('User name or e-mail').fill(username);
    await visit.page.getByLabel('Password', { exact: true }).fill(PERSON_PASSWORD);
    await visit.page.getByRole('button', { name: 'Sign in' }).click();
    await visit.page.waitForURL(`${stage.app.url}/`);
  });

  it('out again: the session is over on the server, and nothing of it stays in the browser', async () => {
    const { visit } = stage;
    const { username } = await newPerson();
    await visit.signIn(username, PERSON_PASSWORD);
    await visit.page.getByRole('button', { name: `Signed in as ${username}` }).click();
    await visit.page.getByRole('menuitem', { name: 'Sign out' }).click();
    await visit.page.waitForURL('**/sign-in');
    expect(await visit.context.cookies()).toEqual([]);
    await visit.page.goto('/profile');
    await visit.page.waitForURL('**/sign-in?next=%2Fprofile');
  });

  it('with a new password after it was changed, which ends the sessions of other browsers', async () => {
    const { visit } = stage;
    const { username } = await newPerson();
    const other = await ConsoleVisit.start(stage.browser, stage.app);
    await other.signIn(username, PERSON_PASSWORD);
    await visit.signIn(username, PERSON_PASSWORD);
    await visit.goto('/profile', 'My profile');
    await visit.page.getByLabel('Current password').fill(PERSON_PASSWORD);
    await visit.page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD);
    await visit.page.getByLabel('New password, again').fill(NEW_PASSWORD);
    await visit.page.getByRole('button', { name: 'Change password' }).click();
    await visit.page.getByText('Your password is changed.').waitFor();
    await visit.goto('/profile', 'My profile');
    await other.page.goto('/profile');
    await other.page.waitForURL('**/sign-in?next=%2Fprofile');
    await other.end();
  });

  it('through an invitation, whose secret leaves the address at once', async () => {
    const { visit } = stage;
    const admin = await signInAsAdmin(stage.app);
    const { id, username } = await newPerson();
    const { url } = (await admin.post(`/admin/users/${id}/invitation`)).body as { url: string };
    visit.expectAnswers(401);
    await visit.page.goto(url);
    await visit.page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD);
    expect(visit.page.url()).toBe(`${stage.app.url}/invitation`);
    await visit.page.getByLabel('New password, again').fill(`${NEW_PASSWORD}x`);
    await visit.page.getByRole('button', { name: 'Set the password' }).click();
    await visit.page.getByText('The two are not the same').waitFor();
    await visit.page.getByLabel('New password, again').fill(NEW_PASSWORD);
    await visit.page.getByRole('button', { name: 'Set the password' }).click();
    await visit.page.getByText(`Sign in as ${username}`).waitFor();
    await visit.signIn(username, NEW_PASSWORD);
  });

  /** By an administrator, from elsewhere. */
  async function endSessionsOf(id: string): Promise<void> {
    const admin = await signInAsAdmin(stage.app);
    for (const change of ['suspend', 'resume']) await admin.post(`/admin/users/${id}/${change}`);
  }
});
