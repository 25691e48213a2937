import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  anonymous,
  type ApiClient,
  basic,
  bearer,
  createPerson,
  PERSON_PASSWORD,
  signInAsAdmin,
} from '../../support/api-client.js';
import { describeInBrowser } from '../../support/browser.js';
import { remains } from '../../support/console-remains.js';
import { consoleStage } from '../../support/console-stage.js';

describeInBrowser('API keys in the console', () => {
  const stage = consoleStage();
  let people = 0;

  async function signedIn(): Promise<ApiClient> {
    const { username, session } = await createPerson(stage.app, `key-person-${people++}`, ['ROLE_MANAGE_PROXIES']);
    await stage.visit.signIn(username, PERSON_PASSWORD);
    return session;
  }

  interface Registered {
    readonly id: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly accessToken: string;
  }

  async function registered(session: ApiClient, name: string): Promise<Registered> {
    return (await session.post('/applications', { name })).body as Registered;
  }

  async function shown(page: Page, title: string, label: string): Promise<string> {
    return page.getByRole('dialog', { name: title }).getByLabel(label, { exact: true }).inputValue();
  }

  async function store(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'I have stored it' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  const tokenStatus = async (clientId: string, secret: string): Promise<number> =>
    (await anonymous(stage.app).form('/oauth/token', { grant_type: 'client_credentials' }, basic(clientId, secret)))
      .status;

  it('are registered with the plus sign; what is shown once works, as do the snippets, and nothing stays', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    await signedIn();
    await visit.goto('/applications', 'API keys');
    await page.getByText('You have no API keys yet.').waitFor();
    await page.getByRole('button', { name: 'Register an API key' }).first().click();
    await page.getByRole('dialog', { name: 'Register an API key' }).waitFor();
    await page.keyboard.type('Order sync'); // the name has the focus
    await page.getByLabel('What is it for?').fill('Copies orders every hour');
    expect(await visit.violations()).toEqual([]);
    await page.getByRole('button', { name: 'Register', exact: true }).click();

    const title = 'Your new API key';
    const clientId = await shown(page, title, 'Client id');
    const secret = await shown(page, title, 'Client secret');
    const token = await shown(page, title, 'Access token');
    expect((await bearer(app, token).get('/auth/me')).body.credential.kind).toBe('application');
    expect(await tokenStatus(clientId, secret)).toBe(200);
    for (const tab of ['curl', 'Node', 'Python']) {
      await page.getByRole('tab', { name: tab }).click();
      const snippet = (await page.getByRole('tabpanel').locator('pre').textContent()) ?? '';
      for (const part of [clientId, secret, `${app.url}/oauth/token`])
        expect([tab, snippet]).toContainEqual(expect.stringContaining(part));
    }
    await page.getByRole('tab', { name: 'Postman' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download the collection' }).click();
    const file = Buffer.concat(await (await (await download).createReadStream()).toArray()).toString();
    expect(JSON.parse(file)).toMatchObject({ info: { name: 'Gatehouse' }, auth: { type: 'oauth2' } });
    expect(file).toContain(secret);
    expect(await visit.violations()).toEqual([]);
    await visit.keepScreenshots('light-application-registered');
    await store(page);

    await page.getByRole('row', { name: /Order sync/ }).waitFor();
    expect([...(await remains(visit, secret)), ...(await remains(visit, token))]).toEqual([]);
  });

  it('are registered narrow: with scopes, a format and a lifetime of their tokens', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const session = await signedIn();
    await visit.goto('/applications', 'API keys');
    await page.getByRole('button', { name: 'Register an API key' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name', { exact: true }).fill('Narrow');
    const [limits, lifetime] = [dialog.getByRole('button', { name: 'Limits' }), dialog.getByLabel('Tokens live for')];
    expect([await lifetime.isVisible(), await limits.getAttribute('aria-expanded')]).toEqual([false, 'false']);
    await limits.click();
    await dialog.getByRole('radio', { name: 'Only these scopes' }).check();
    await limits.click();
    await dialog.getByRole('button', { name: 'Register' }).click();
    await dialog.getByText('Choose at least one scope').waitFor(); // it has opened by itself
    await dialog.getByRole('checkbox', { name: 'projects', exact: true }).check();
    await dialog.getByLabel('Token format').selectOption('JWT (RFC 9068)');
    await lifetime.selectOption('1 hour');
    expect(await visit.violations()).toEqual([]);
    await visit.keepScreenshots('light-application-limits');
    await dialog.getByRole('button', { name: 'Register' }).click();
    const token = await shown(page, 'Your new API key', 'Access token');
    const { scopes, credential } = (await bearer(app, token).get('/auth/me')).body;
    expect([scopes.sort(), Date.parse(credential.expiresAt) - app.clock.now().getTime()]).toEqual([
      ['projects:read', 'projects:write'],
      3_600_000,
    ]);
    await store(page);
    expect((await session.get('/applications')).body.items).toMatchObject([
      { name: 'Narrow', scopes: ['projects:read', 'projects:write'], tokenFormat: 'jwt', tokenTtlSeconds: 3600 },
    ]);
  });

  it('get a second secret with an overlap, after which the first is refused', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const { id, clientId, clientSecret } = await registered(await signedIn(), 'Overlapping');
    await visit.goto(`/applications/${id}`, 'Overlapping');
    await page.getByRole('button', { name: 'Add a secret' }).click();
    await page.getByRole('combobox', { name: 'The old secret works for' }).click();
    await page.getByRole('option', { name: '1 hour' }).click();
    await page.getByRole('button', { name: 'Add it' }).click();
    const second = await shown(page, 'The new client secret', 'Client secret');
    await store(page);
    await page.getByText('It has two secrets.').waitFor();
    expect(await page.getByRole('button', { name: 'Add a secret' }).count()).toBe(0);
    expect([await tokenStatus(clientId, clientSecret), await tokenStatus(clientId, second)]).toEqual([200, 200]);
    app.clock.advance({ hours: 1 });
    expect([await tokenStatus(clientId, clientSecret), await tokenStatus(clientId, second)]).toEqual([401, 200]);
  });

  it('lose a secret that is removed, and get a new token in the place of the old', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const session = await signedIn();
    const { id, clientId, clientSecret, accessToken } = await registered(session, 'Renewed');
    await visit.goto(`/applications/${id}`, 'Renewed');
    await page.getByRole('button', { name: `Remove the secret that ends in ${clientSecret.slice(-4)}` }).click();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByText('The secret is removed.').waitFor();
    expect(await tokenStatus(clientId, clientSecret)).toBe(401);

    await page.getByRole('button', { name: 'Generate a new token' }).click();
    await page.getByRole('button', { name: 'Generate', exact: true }).click();
    const renewed = await shown(page, 'The new access token', 'Access token');
    await store(page);
    expect((await bearer(app, accessToken).get('/auth/me')).status).toBe(401);
    expect((await bearer(app, renewed).get('/auth/me')).status).toBe(200);
  });

  it('are narrowed, given another format and lifetime of tokens, and freed of the limit of an inheritance', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const admin = await signInAsAdmin(app);
    const giver = await createPerson(app, 'key-giver', ['ROLE_MANAGE_PROXIES']);
    const { id, accessToken } = await registered(giver.session, 'Passed on');
    const taker = await createPerson(app, 'key-taker', ['ROLE_MANAGE_PROXIES']);
    const moved = await admin.post('/admin/tokens/reassign', { fromUserId: giver.id, toUserId: taker.id });
    expect(moved.status).toBe(200);
    const read = async () => (await taker.session.get(`/applications/${id}`)).body as Record<string, unknown>;
    expect(await read()).toMatchObject({ scopes: null, ceiling: expect.arrayContaining(['proxies:write']) });
    await visit.signIn('key-taker', PERSON_PASSWORD);
    await visit.goto(`/applications/${id}`, 'Passed on');
    await page.getByText('Inherited: no more than it could do before').waitFor();
    await page.getByText('Whoever had it before may still know its secrets').waitFor();
    await page.getByRole('button', { name: 'Edit' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Only these scopes' }).check();
    await dialog.getByRole('checkbox', { name: 'projects', exact: true }).check();
    await dialog.getByLabel('Token format').selectOption('JWT (RFC 9068)');
    await dialog.getByLabel('Tokens live for').selectOption('1 hour');
    await dialog.getByRole('checkbox', { name: 'Lift the limit of the inheritance' }).check();
    await dialog.getByText('Lifting the limit gives it everything that you may do').waitFor();
    expect(await visit.violations()).toEqual([]);
    await visit.keepScreenshots('light-application-edit');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await read()).toMatchObject({
      name: 'Passed on',
      scopes: ['projects:read', 'projects:write'],
      ceiling: null,
      tokenFormat: 'jwt',
      tokenTtlSeconds: 3600,
      secrets: [],
    });
    expect((await bearer(app, accessToken).get('/auth/me')).status).toBe(401);
  });

  it('are edited, and deleted with their name typed', async () => {
    const { visit } = stage;
    const { page } = visit;
    const session = await signedIn();
    const { id } = await registered(session, 'Old name');
    await visit.goto(`/applications/${id}`, 'Old name');
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Name', { exact: true }).fill('New name');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { level: 1, name: 'New name' }).waitFor();
    await page.getByRole('button', { name: 'Delete the API key' }).click();
    const confirm = page.getByRole('dialog').getByRole('button', { name: 'Delete' });
    expect(await confirm.isDisabled()).toBe(true);
    await page.getByLabel('Type “New name” to confirm').fill('New name');
    await confirm.click();
    await page.waitForURL('**/applications');
    await page.getByText('You have no API keys yet.').waitFor();
    expect((await session.get(`/applications/${id}`)).status).toBe(404);
  });
});
