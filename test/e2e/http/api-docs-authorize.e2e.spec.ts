import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { type ApiClient, signInAsAdmin } from '../../support/api-client.js';
import { describeInBrowser, launchBrowser } from '../../support/browser.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

describeInBrowser('/docs authorizes its calls', () => {
  let app: TestApp;
  let admin: ApiClient;
  let browser: Browser;
  let page: Page;
  let clientId: string;
  let clientSecret: string;

  beforeAll(async () => {
    app = await startTestApp('sqlite');
    admin = await signInAsAdmin(app);
    const made = await admin.post('/applications', { name: 'Docs', issueToken: false });
    ({ clientId, clientSecret } = made.body as { clientId: string; clientSecret: string });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  // The time of the browser is its own: Swagger UI waits by comparing times.
  beforeEach(async () => {
    const context = await browser.newContext({ baseURL: app.url, ignoreHTTPSErrors: true });
    page = await context.newPage();
    await page.goto('/docs');
    await page.locator('.opblock-tag').first().waitFor();
    await page.locator('.auth-wrapper .authorize').first().click();
  });
  afterEach(() => page.context().close());

  /** The part of the dialog that is about one scheme. */
  const scheme = (heading: RegExp): Locator =>
    page.locator('.auth-container').filter({ has: page.getByRole('heading', { name: heading }) });
  const apply = (part: Locator) => part.getByRole('button', { name: 'Apply' }).click();
  const closeDialog = () => page.getByRole('button', { name: 'Close' }).first().click();

  /** The status of the answer to a call, as the page shows it. */
  const statusOf = async (method: string, path: string): Promise<string> => {
    const block = page.locator(`.opblock-${method}:has([data-path="${path}"])`);
    await block.locator('.opblock-summary-control').click();
    await block.locator('.execute').click();
    const status = block.locator('.live-responses-table .response-col_status').last();
    await status.waitFor();
    return ((await status.textContent()) ?? '').trim();
  };

  it('with a bearer token', async () => {
    const expiresAt = new Date(app.clock.now().getTime() + 86_400_000).toISOString();
    const { body } = await admin.post('/tokens', { name: 'Docs', expiresAt });
    const part = scheme(/^bearer/);
    await part.locator('input').fill((body as { token: string }).token);
    await apply(part);
    await closeDialog();
    expect(await statusOf('get', '/api/v1/auth/me')).toMatch(/^200/);
  });

  it('with a session', async () => {
    await page.getByLabel('Username: ').fill(app.settings.adminUsername);
    await page
      .getByLabel('Password: ')
      .last()
      .fill(app.settings.adminPassword?.reveal() ?? '');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page
      .getByText('signed in as')
      .or(scheme(/session/).getByText('Authorized'))
      .first()
      .waitFor();
    await closeDialog();
    expect(await statusOf('get', '/api/v1/auth/me')).toMatch(/^200/);
  });

  it('with client credentials, for which it gets a token', async () => {
    const part = scheme(/^clientCredentials/);
    await part.locator('input[type="text"]').first().fill(clientId);
    await part.locator('input[type="password"]').fill(clientSecret);
    await apply(part);
    await part.getByText('Authorized').waitFor();
    await closeDialog();
    expect(await statusOf('get', '/api/v1/auth/me')).toMatch(/^200/);
  });

  it('with a secret', async () => {
    const part = scheme(/^secret/);
    await part.locator('input').fill(clientSecret);
    await apply(part);
    await closeDialog();
    expect(await statusOf('get', '/api/v1/auth/secret')).toMatch(/^200/);
  });

  it('with the client id and its secret', async () => {
    const part = scheme(/^client \(/);
    await part.locator('input[type="text"]').fill(clientId);
    await part.locator('input[type="password"]').fill(clientSecret);
    await apply(part);
    await closeDialog();
    expect(await statusOf('post', '/oauth/introspect')).toMatch(/^200/);
  });
});
