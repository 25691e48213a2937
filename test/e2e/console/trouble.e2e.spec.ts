import { expect, it } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { createPerson, createToken, PERSON_PASSWORD, signInAsAdmin } from '../../support/api-client.js';
import { describeInBrowser } from '../../support/browser.js';
import { consoleStage } from '../../support/console-stage.js';
import { eventually } from '../../support/eventually.js';

/** More than a list shows at once. */
const MANY = 60;
const MILLISECONDS = 60_000;
/** After this a page asks again what it shows, once somebody comes back to it. */
const FRESH_MILLISECONDS = 10_500;
const SHOWN_MILLISECONDS = 500;

describeInBrowser('the console in trouble', () => {
  const stage = consoleStage();
  let people = 0;

  async function newPerson(roles: string[] = []) {
    const person = await createPerson(stage.app, `troubled-${people++}`, roles);
    await stage.visit.signIn(person.username, PERSON_PASSWORD);
    return person;
  }

  /** What a proxy answers in the place of a service that is down: no problem document. */
  async function breakCalls(path: string): Promise<void> {
    stage.visit.expectAnswers(502);
    await stage.visit.page.route(path, (route) => route.fulfill({ status: 502, body: '<h1>Bad gateway</h1>' }));
  }

  it('says that a sign-out did not work, and that one is still signed in', async () => {
    const { page } = stage.visit;
    const { username } = await newPerson();
    await breakCalls('**/auth/logout');
    await page.getByRole('button', { name: `Signed in as ${username}` }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('status').getByText('you are still signed in').waitFor();
    await page.unroute('**/auth/logout');
    await page.getByRole('button', { name: `Signed in as ${username}` }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
  });

  it(
    'says why more of a list did not come, keeps what is there, and gets the rest later',
    async () => {
      const { page } = stage.visit;
      const { session } = await newPerson();
      for (let count = 0; count < MANY; count++) await createToken(session, { name: `Token ${String(count)}` });
      await stage.visit.goto('/tokens', 'Personal access tokens');
      const shown = await page.getByRole('rowheader').count();
      expect(shown).toBeLessThan(MANY);
      await breakCalls('**/tokens?*cursor=*');
      await page.getByRole('button', { name: 'Show more' }).click();
      await page.getByRole('alert').getByText('The answer was 502').waitFor();
      expect(await page.getByRole('rowheader').count()).toBe(shown);
      await page.unroute('**/tokens?*cursor=*');
      await page.getByRole('button', { name: 'Show more' }).click();
      await eventually(() => page.getByRole('rowheader').count(), Math.min(MANY, 2 * shown));
      expect(await page.getByRole('alert').count()).toBe(0);
    },
    MILLISECONDS,
  );

  it('makes one token of a double click, and the way back does not show it again', async () => {
    const { page } = stage.visit;
    const { session } = await newPerson();
    await stage.visit.goto('/tokens', 'Personal access tokens');
    await page.getByRole('link', { name: 'New token' }).first().click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Twice');
    await page.getByRole('button', { name: 'Create the token' }).dblclick();
    const value = await page.getByRole('dialog').getByLabel('Token', { exact: true }).inputValue();
    await page.getByRole('button', { name: 'I have stored it' }).click();
    await page.getByRole('rowheader', { name: /Twice/ }).waitFor();
    expect((await session.get('/tokens')).body.items).toHaveLength(1);
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'New personal access token' }).waitFor();
    expect(await page.content()).not.toContain(value);
    expect(await page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('');
  });

  it('leads from a dialog whose session has ended to the sign-in and back, and nothing lies over it', async () => {
    const { page } = stage.visit;
    const { id, username } = await newPerson(['ROLE_MANAGE_PROXIES']);
    await stage.visit.goto('/projects', 'Projects');
    await page.getByRole('button', { name: 'New project' }).first().click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Orders');
    const admin = await signInAsAdmin(stage.app);
    expect((await admin.post(`/admin/users/${id}/suspend`)).status).toBe(200);
    expect((await admin.post(`/admin/users/${id}/resume`)).status).toBe(200);
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    const asked = page.getByRole('dialog', { name: 'Your session has ended' });
    await asked.getByRole('button', { name: 'Cancel' }).click();
    await page.getByLabel('User name or e-mail').fill(username);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.getByLabel('Password', { exact: true }).fill(PERSON_PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Projects' }).waitFor();
  });

  it('keeps a secret on the screen that is shown once, when the session ends meanwhile', async () => {
    const { page } = stage.visit;
    const { id, session } = await newPerson();
    await createToken(session, { name: 'Kept' });
    stage.visit.expectAnswers(401);
    await stage.visit.goto('/tokens', 'Personal access tokens');
    await page.getByRole('button', { name: 'Rotate Kept' }).click();
    await page.getByRole('button', { name: 'Rotate', exact: true }).click();
    const shown = page.getByRole('dialog').getByLabel('Token', { exact: true });
    await shown.waitFor();
    const admin = await signInAsAdmin(stage.app);
    expect((await admin.post(`/admin/users/${id}/suspend`)).status).toBe(200);
    await page.clock.setFixedTime(new Date(stage.app.clock.now().getTime() + FRESH_MILLISECONDS));
    const refused = page.waitForResponse((answer) => answer.status() === 401, { timeout: 8_000 });
    await page.evaluate(`window.dispatchEvent(new Event('visibilitychange'))`);
    await refused;
    await delay(SHOWN_MILLISECONDS);
    expect(await shown.inputValue()).toMatch(/^gth_pat_/);
    await page.getByRole('button', { name: 'I have stored it' }).click();
    await page.getByLabel('User name or e-mail').waitFor();
  });

  it('says that a name is taken in the dialog, with the request, and goes on once it is another', async () => {
    const { page } = stage.visit;
    const { session } = await newPerson(['ROLE_MANAGE_PROXIES']);
    expect((await session.post('/projects', { name: 'Taken' })).status).toBe(201);
    stage.visit.expectAnswers(409);
    await stage.visit.goto('/projects', 'Projects');
    await page.getByRole('button', { name: 'New project' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Taken');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog
      .getByRole('alert')
      .getByText(/^Request/)
      .waitFor();
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Free');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('rowheader', { name: 'Free' }).waitFor();
  });
});
