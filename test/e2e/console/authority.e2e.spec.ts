import { expect, it } from '@jest/globals';
import {
  type ApiClient,
  anonymous,
  bearer,
  createPerson,
  createToken,
  PERSON_PASSWORD,
  signInAsAdmin,
} from '../../support/api-client.js';
import { describeInBrowser } from '../../support/browser.js';
import { consoleStage } from '../../support/console-stage.js';

const HOUR_MS = 3600 * 1000;

describeInBrowser('the one rule of authority in the console', () => {
  const stage = consoleStage();
  let count = 0;

  async function signedIn(): Promise<ApiClient> {
    const { username, session } = await createPerson(stage.app, `bounded-${++count}`, ['ROLE_MANAGE_PROXIES']);
    await stage.visit.signIn(username, PERSON_PASSWORD);
    return session;
  }

  async function made(maker: string, name: string): Promise<{ id: string; token: string }> {
    const { status, body } = await bearer(stage.app, maker).post('/tokens', { name, expiresAt: null });
    expect(status).toBe(201);
    return body as { id: string; token: string };
  }

  const works = async (token: string) => (await bearer(stage.app, token).get('/auth/me')).status === 200;

  it.each([
    ['ends that too', true, [false, false]],
    ['leaves that when told so', false, [true, true]],
  ])('revoking a token says what it made, and %s', async (_, ends, expected) => {
    const { visit } = stage;
    const { page } = visit;
    const session = await signedIn();
    const maker = await createToken(session, { name: 'Maker' });
    const child = await made(maker.token, 'Child');
    const grandchild = await made(child.token, 'Grandchild');
    await visit.goto('/tokens', 'Personal access tokens');
    await page.getByRole('row', { name: /Child/ }).getByText('Made with a token').first().click();
    await page.getByText(/^(Maker|Child) \(ends in \w{4}\)$/).waitFor();
    expect(await visit.violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Revoke Maker' }).click();
    const dialog = page.getByRole('dialog', { name: 'Revoke Maker' });
    await dialog.getByText('It made 2 credentials.').waitFor();
    const choice = dialog.getByRole('checkbox', { name: 'End these too' });
    expect(await choice.isChecked()).toBe(true);
    expect(await visit.violations()).toEqual([]);
    await visit.keepScreenshots('light-descendants');
    if (!ends) await choice.uncheck();
    const typed = dialog.getByLabel(/^Type/);
    if ((await typed.count()) > 0) await typed.fill('Maker');
    await dialog.getByRole('button', { name: 'Revoke' }).click();
    await page.getByText(/^Maker is revoked\./).waitFor();
    if (ends) await page.getByText('2 credentials that it made ended too.').waitFor();
    expect(await works(maker.token)).toBe(false);
    expect([await works(child.token), await works(grandchild.token)]).toEqual(expected);
  });

  it('nothing is asked about what made nothing', async () => {
    const { visit } = stage;
    const { page } = visit;
    await createToken(await signedIn(), { name: 'Childless' });
    await visit.goto('/tokens', 'Personal access tokens');
    await page.getByRole('button', { name: 'Revoke Childless' }).click();
    const dialog = page.getByRole('dialog', { name: 'Revoke Childless' });
    await dialog.getByRole('button', { name: 'Revoke' }).click({ trial: true });
    expect(await dialog.getByRole('checkbox').count()).toBe(0);
  });

  it('removing a client secret ends the tokens that it fetched', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const session = await signedIn();
    const { body } = await session.post('/applications', { name: 'Fetcher', issueToken: false });
    const answer = await anonymous(app).form('/oauth/token', {
      grant_type: 'client_credentials',
      client_id: body.clientId as string,
      client_secret: body.clientSecret as string,
    });
    const fetched = answer.body.access_token as string;
    expect(await works(fetched)).toBe(true);
    await visit.goto(`/applications/${body.id as string}`, 'Fetcher');
    await page.getByRole('button', { name: /^Remove the secret/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: 'End this one too' }).waitFor();
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await page.getByText('1 credential that it made ended too.').waitFor();
    expect(await works(fetched)).toBe(false);
  });

  it('an application says when it ends and with what, and its owner lifts that', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const session = await signedIn();
    const expiresAt = new Date(app.clock.now().getTime() + HOUR_MS).toISOString();
    const short = await createToken(session, { name: 'Short', expiresAt });
    const { id } = (await bearer(app, short.token).post('/applications', { name: 'Bounded' })).body as { id: string };
    await visit.goto(`/applications/${id}`, 'Bounded');
    await page.getByText('Ends with the credential that registered it, on').waitFor();
    await page.getByText('Made with a token').first().waitFor();
    await visit.keepScreenshots('light-application-end');
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('checkbox', { name: 'Lift the end' }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Ends with the credential that registered it, on').waitFor({ state: 'detached' });
    expect((await session.get(`/applications/${id}`)).body.endsAt).toBe(null);
  });

  it('making a token after 15 minutes asks for the password, and goes on', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    await signedIn();
    app.clock.advance({ minutes: 16 });
    visit.expectAnswers(403);
    await visit.goto('/tokens/new', 'New personal access token');
    await page.getByRole('textbox', { name: 'Name' }).fill('Confirmed');
    await page.getByRole('button', { name: 'Create the token' }).click();
    const confirm = page.getByRole('dialog', { name: 'Confirm that it is you' });
    await confirm.getByLabel('Your password').fill(PERSON_PASSWORD);
    await confirm.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('dialog', { name: 'Your new token' }).waitFor();
    await page.getByRole('button', { name: 'I have stored it' }).click();
    await page.getByRole('row', { name: /Confirmed.*Made in a session/ }).waitFor();
  });

  it('what somebody made for a service account is previewed, marked, and gets a new value', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const admin = await signInAsAdmin(app);
    const leaver = await createPerson(app, `leaver-${++count}`, ['ROLE_ADMIN']);
    const robot = { username: `robot-${count}`, kind: 'service', roles: ['ROLE_MANAGE_PROXIES'] };
    const { id: robotId } = (await admin.post('/admin/users', robot)).body as { id: string };
    const old = (await leaver.session.post(`/admin/users/${robotId}/tokens`, { name: 'Deploys', expiresAt: null }))
      .body;
    await visit.signInAsAdmin();
    await visit.goto(`/admin/users/${leaver.id}/removal`, `Remove ${leaver.username}`);
    await page.getByRole('table', { name: 'Made for service accounts' }).getByText('Deploys').waitFor();
    expect(await visit.violations()).toEqual([]);
    await visit.keepScreenshots('light-removal-service-accounts');
    await page.getByRole('button', { name: 'Remove…' }).click();
    await page.getByRole('dialog').getByLabel(/^Type/).fill(leaver.username);
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText(/1 token and 0 API keys of service accounts are marked/).waitFor();

    await visit.goto(`/admin/tokens?owner=${robotId}`, 'All tokens');
    await page.getByText('It makes calls only, until its value is replaced.').waitFor();
    await visit.keepScreenshots('light-marked-token');
    await page.getByRole('button', { name: 'Rotate Deploys' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Rotate', exact: true }).click();
    const value = await page.getByRole('dialog').getByLabel('Token', { exact: true }).inputValue();
    await page.getByRole('button', { name: 'I have stored it' }).click();
    await page.getByText('It makes calls only, until its value is replaced.').waitFor({ state: 'detached' });
    expect([await works(value), await works(old.token as string)]).toEqual([true, false]);
    expect((await bearer(app, value).post('/tokens/current/rotate', {})).status).toBe(200);
  });

  it('a service account gets an API key from an administrator', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const admin = await signInAsAdmin(app);
    const username = `robot-${++count}`;
    const robot = { username, kind: 'service', roles: ['ROLE_MANAGE_PROXIES'] };
    const { id } = (await admin.post('/admin/users', robot)).body as { id: string };
    await visit.signInAsAdmin();
    await visit.goto(`/admin/users/${id}`, username);
    await page.getByRole('button', { name: 'New API key' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Nightly');
    await page.getByRole('dialog').getByRole('button', { name: 'Register' }).click();
    await page.getByRole('dialog', { name: 'Your new API key' }).waitFor();
    await page.getByRole('button', { name: 'I have stored it' }).click();
    await visit.goto(`/admin/tokens?owner=${id}`, 'All tokens');
    await page.getByRole('button', { name: /^Add a secret to the API key of/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Add it' }).click();
    await page.getByRole('dialog', { name: 'The new client secret' }).waitFor();
    await page.getByRole('button', { name: 'I have stored it' }).click();
  });
});
