import { expect, it } from '@jest/globals';
import {
  anonymous,
  type ApiClient,
  bearer,
  createPerson,
  createToken,
  PERSON_PASSWORD,
  signIn,
} from '../../support/api-client.js';
import { describeInBrowser } from '../../support/browser.js';
import { remains } from '../../support/console-remains.js';
import { consoleStage } from '../../support/console-stage.js';
import { eventually } from '../../support/eventually.js';

describeInBrowser('profile, developer settings and sessions in the console', () => {
  const stage = consoleStage();
  let people = 0;

  async function signedIn(roles: string[] = []): Promise<{ username: string; session: ApiClient }> {
    const person = await createPerson(stage.app, `own-person-${people++}`, roles);
    await stage.visit.signIn(person.username, PERSON_PASSWORD);
    return person;
  }

  it('say who one is and what one may do, in words', async () => {
    const { visit } = stage;
    const { username } = await signedIn(['ROLE_API_SECURITY']);
    await visit.goto('/profile', 'My profile');
    const text = (await visit.page.getByRole('main').textContent()) ?? '';
    for (const part of [username, `${username}@example.com`, 'Manages connections', 'security:write'])
      expect(text).toContain(part);
    expect(text).not.toContain('users:read');
  });

  it('tell who holds no role that they hold none', async () => {
    const { visit } = stage;
    await signedIn();
    await visit.goto('/profile', 'My profile');
    await visit.page.getByText('You hold no role yet.').waitFor();
  });

  it('show the developer secret after the password alone, hide it again, and replace it', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    await signedIn();
    const works = async (secret: string): Promise<boolean> =>
      (await anonymous(app).get('/auth/secret', { authorization: `Secret ${secret}` })).status === 200;
    const shown = () => page.getByRole('textbox', { name: 'Developer secret' }).inputValue();
    await visit.goto('/developer', 'Developer settings');

    visit.expectAnswers(403);
    await page.getByRole('button', { name: 'Show the secret' }).click();
    await page.getByLabel('Your password').fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Your password').fill(PERSON_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const secret = await shown();
    expect(await works(secret)).toBe(true);
    await page.getByRole('button', { name: 'Hide it' }).click();
    expect(await remains(visit, secret)).toEqual([]);

    await page.getByRole('button', { name: 'Replace the secret' }).click();
    await page.getByRole('button', { name: 'Replace it' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect([await works(secret), await works(await shown())]).toEqual([false, true]);
  });

  it('report a leak of somebody else’s token, which is dead then, without any role', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const owner = await createPerson(app, 'own-leaky', []);
    const values = await Promise.all(
      ['One', 'Two'].map(async (name) => (await createToken(owner.session, { name })).token),
    );
    const statuses = () => Promise.all(values.map(async (value) => (await bearer(app, value).get('/auth/me')).status));
    expect(await statuses()).toEqual([200, 200]);
    await signedIn();
    await page.getByRole('link', { name: 'Report a leak' }).click();
    await page.getByRole('button', { name: 'Report', exact: true }).click();
    await page.getByText('Paste at least one.').waitFor();
    await page
      .getByLabel('What was found')
      .and(page.getByRole('textbox'))
      .fill(`${values.join('\n')}\nno-token-at-all\n`);
    await page.getByRole('button', { name: 'Report', exact: true }).click();
    await page.getByText('3 are reported.').waitFor();
    expect(await statuses()).toEqual([401, 401]);
    expect(await remains(visit, values[0] ?? '')).toEqual([]);
    await visit.keepScreenshots('light-leaks');
  });

  it('list the sessions and end one, and all others', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const { username, session } = await signedIn();
    const others = [
      session,
      await signIn(app, username, PERSON_PASSWORD),
      await signIn(app, username, PERSON_PASSWORD),
    ];
    const alive = async (): Promise<number> => {
      const statuses = await Promise.all(others.map(async (other) => (await other.get('/auth/me')).status));
      return statuses.filter((status) => status === 200).length;
    };
    await visit.goto('/sessions', 'Sessions');
    await page.getByRole('row', { name: /Chrome on Linux.*This session/ }).waitFor();
    await page
      .getByRole('button', { name: /^End the session of/ })
      .first()
      .click();
    await page.getByText('The session has ended.').waitFor();
    expect(await alive()).toBe(2);
    await page.getByRole('button', { name: 'End all others' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End all others' }).click();
    await page.getByText('2 sessions ended.').waitFor();
    expect(await alive()).toBe(0);
    expect(await page.getByRole('row').count()).toBe(2);
  });

  it('work with the keyboard alone, and a dialog gives the focus back', async () => {
    const { visit } = stage;
    const { page } = visit;
    await signedIn();
    await visit.goto('/developer', 'Developer settings');
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Developer settings' }).waitFor();
    const focused = () => page.evaluate<string>('document.activeElement.textContent');
    expect(await focused()).toBe('Developer settings');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Show the secret');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(`document.activeElement.closest('[role=dialog]') !== null`)).toBe(true);
    }
    await page.keyboard.press('Escape');
    // waitForFunction asks again within the page, where its policy forbids to make code of text
    await eventually(focused, 'Show the secret');
  });

  it('remember the colours that were chosen', async () => {
    const { visit } = stage;
    const { page } = visit;
    const { username } = await signedIn();
    const scheme = () => page.evaluate<string>('document.documentElement.dataset.mantineColorScheme');
    expect(await scheme()).toBe('light');
    await page.getByRole('button', { name: `Signed in as ${username}` }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    expect(await scheme()).toBe('dark');
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await scheme()).toBe('dark');
  });
});
