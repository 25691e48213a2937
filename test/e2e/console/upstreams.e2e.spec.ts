import { X509Certificate } from 'node:crypto';
import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type ApiClient, createPerson, PERSON_PASSWORD, signInAsAdmin } from '../../support/api-client.js';
import { describeInBrowser } from '../../support/browser.js';
import { makeCertificate } from '../../support/certificates.js';
import { createConnection } from '../../support/connections.js';
import { remains } from '../../support/console-remains.js';
import { consoleStage } from '../../support/console-stage.js';

const SECRET = 'correct-horse-battery-9';

describeInBrowser('upstreams in the console', () => {
  const stage = consoleStage();
  let people = 0;

  async function signedIn(roles: string[] = ['ROLE_API_SECURITY']): Promise<ApiClient> {
    const { username, session } = await createPerson(stage.app, `security-${people++}`, roles);
    await stage.visit.signIn(username, PERSON_PASSWORD);
    return session;
  }

  const save = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();

  async function saved(page: Page): Promise<void> {
    await save(page);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  it.each([
    ['basic', 'User name and password', { username: 'gatehouse' }, 'Password', 'HTTP Basic as gatehouse'],
    ['bearer', 'Bearer token', {}, 'Token', 'Authorization: Bearer'],
    ['header', 'Key in a header', { header: 'X-Api-Key' }, 'Key', 'X-Api-Key: the key'],
    ['query', 'Key in the query', { parameter: 'api_key' }, 'Key', '?api_key=the key'],
    [
      'client_credentials',
      'OAuth client credentials',
      { tokenUrl: 'https://login.example.com/token', clientId: 'gatehouse', scope: 'orders' },
      'Client secret',
      'Bearer tokens of the client gatehouse',
    ],
  ])('a credential of the kind %s has its own fields alone, and its secret is nowhere afterwards', async (...each) => {
    const [type, kind, fields, secretLabel, shown] = each as [string, string, Record<string, string>, string, string];
    const { visit } = stage;
    const { page } = visit;
    const session = await signedIn();
    await visit.goto('/upstreams/credentials', 'Credentials');
    await page.getByRole('button', { name: 'New credential' }).click();
    const dialog = page.getByRole('dialog', { name: 'New credential' });
    await dialog.getByLabel('Name', { exact: true }).fill(`Of ${type}`);
    await dialog.getByLabel('Kind').selectOption(kind);
    const labels: Record<string, string> = {
      username: 'User name',
      header: 'Name of the header',
      parameter: 'Name of the parameter',
      tokenUrl: 'Token endpoint',
      clientId: 'Client id',
      scope: 'Scopes (optional)',
    };
    for (const [field, label] of Object.entries(labels)) {
      const input = dialog.getByLabel(label, { exact: true });
      expect(await input.count()).toBe(field in fields ? 1 : 0);
      if (field in fields) await input.fill(fields[field] ?? '');
    }
    await save(page);
    await dialog.getByText('Please fill this in').waitFor(); // the secret
    expect(await visit.violations()).toEqual([]);
    await dialog.getByLabel(secretLabel, { exact: true }).fill(SECRET);
    await saved(page);
    await page.getByText(`Of ${type} is created.`).waitFor();
    await page.getByRole('row', { name: new RegExp(`Of ${type}.*${kind}`) }).waitFor();
    expect(await page.getByRole('row', { name: new RegExp(`Of ${type}`) }).textContent()).toContain(shown);
    const { items } = (await session.get('/credentials')).body as { items: Record<string, unknown>[] };
    expect(items.find(({ name }) => name === `Of ${type}`)).toMatchObject({ type, ...fields });
    expect(await remains(visit, SECRET)).toEqual([]);
  });

  it('a credential keeps its secret when the field is left empty, and wants it again where it would go elsewhere', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const session = await signedIn();
    const settings = { type: 'client_credentials', tokenUrl: 'https://login.example.com/token', clientId: 'gatehouse' };
    const created = await session.post('/credentials', { name: 'Kept', ...settings, secret: SECRET });
    const { id, secretSetAt } = created.body as { id: string; secretSetAt: string };
    const now = async () => (await session.get(`/credentials/${id}`)).body as Record<string, unknown>;
    app.clock.advance({ minutes: 1 });
    await visit.goto(`/upstreams/credentials/${id}`, 'Kept');
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByText('Leave empty to keep the one that is there.').waitFor();
    await page.getByLabel('Scopes (optional)').fill('orders');
    await saved(page);
    expect(await now()).toMatchObject({ scope: 'orders', secretSetAt });

    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Token endpoint').fill('https://elsewhere.example.com/token');
    await page.getByText('Give it again: it would be sent elsewhere than before.').waitFor();
    await save(page);
    await page.getByText('Please fill this in').waitFor();
    await page.getByLabel('Client secret').fill('another-secret-8');
    await saved(page);
    expect(await now()).toMatchObject({ tokenUrl: 'https://elsewhere.example.com/token' });
    expect((await now())['secretSetAt']).not.toBe(secretSetAt);
    expect(await remains(visit, 'another-secret-8')).toEqual([]);
  });

  it('what the service refuses of a field is said at that field, in words', async () => {
    const { visit } = stage;
    const { page } = visit;
    await signedIn();
    await visit.goto('/upstreams/credentials', 'Credentials');
    visit.expectAnswers(400);
    await page.getByRole('button', { name: 'New credential' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Refused');
    await page.getByLabel('Kind').selectOption('Key in a header');
    await page.getByLabel('Name of the header').fill('Host');
    await page.getByLabel('Key', { exact: true }).fill(SECRET);
    await save(page);
    await page.getByText('Name of the header: is a header that the gateway sets').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0); // it is said once
    expect(await page.evaluate('document.activeElement.name')).toBe('header');
    expect(await page.getByLabel('Name of the header').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Name of the header').fill('X-Api-Key');
    await saved(page);
  });

  it('a certificate comes from a file or is pasted; a key that is another’s is told, and none stays in the browser', async () => {
    const { visit } = stage;
    const { page } = visit;
    const session = await signedIn();
    const altNames = ['orders.example.com', 'www.example.com', 'third.example.com'].map(
      (value) => ({ type: 2, value }) as const,
    );
    const { cert, key } = await makeCertificate({ name: 'orders.example.com', altNames });
    const other = await makeCertificate();
    await visit.goto('/upstreams/certificates', 'Certificates');
    await page.getByText('There are no certificates yet.').waitFor();
    await page.getByRole('button', { name: 'New certificate' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Orders, client');
    await chooseFile(page, 'Certificate: choose a file', 'orders.der', '\u0030\u0082binary');
    await page.getByText('This file is not in PEM form').waitFor();
    await chooseFile(page, 'Certificate: choose a file', 'orders.pem', cert);
    await page.getByText('This file is not in PEM form').waitFor({ state: 'detached' });
    expect(await page.getByLabel('Certificate', { exact: true }).inputValue()).toBe(cert);
    await page.getByLabel('Private key (optional)', { exact: true }).fill(other.key);
    visit.expectAnswers(400);
    await save(page);
    await page.getByText('Private key: is not the private key of this certificate').first().waitFor();
    expect(await visit.violations()).toEqual([]);
    await visit.keepScreenshots('light-certificate-refused');
    await chooseFile(page, 'Private key (optional): choose a file', 'orders.key', key);
    await saved(page);

    const { fingerprint256 } = new X509Certificate(cert);
    const row = page.getByRole('row', { name: /Orders, client/ });
    expect(await row.textContent()).toMatch(
      /CN=orders\.example\.com.*orders\.example\.com, www\.example\.com and 1 other.*Valid.*Showing/s,
    );
    await row.getByRole('button', { name: 'Copy the fingerprint of Orders, client' }).click();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(fingerprint256);
    await row.getByRole('link', { name: 'Orders, client' }).click();
    await page.getByText(fingerprint256).waitFor();
    await page.getByText('DNS:third.example.com').waitFor();
    await page.getByText('Kept, sealed').waitFor();
    const { items } = (await session.get('/certificates')).body as { items: Record<string, unknown>[] };
    expect(items[0]).toMatchObject({ name: 'Orders, client', hasPrivateKey: true, fingerprintSha256: fingerprint256 });
    await page.evaluate(`navigator.clipboard.writeText('')`);
    for (const secret of [key, other.key]) {
      const [, line = ''] = secret.split('\n');
      expect(line).not.toBe('');
      expect(await remains(visit, line.trim())).toEqual([]);
    }
  });

  it('a certificate is renewed with the key that is kept, renamed, and loses its key', async () => {
    const { visit } = stage;
    const { page } = visit;
    const session = await signedIn();
    const old = await makeCertificate({ days: 21 });
    const keyPair = { privateKey: old.key, publicKey: publicKeyOf(old.cert) };
    const renewed = await makeCertificate({ days: 300, keyPair });
    const created = await session.post('/certificates', {
      name: 'To renew',
      certificate: old.cert,
      privateKey: old.key,
    });
    const { id } = created.body as { id: string };
    await visit.goto(`/upstreams/certificates/${id}`, 'To renew');
    await page.getByText('Expires in 20 days').waitFor();
    await page.getByRole('button', { name: 'Rename or renew' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Renewed');
    await page.getByLabel('Certificate', { exact: true }).fill(renewed.cert);
    await saved(page);
    await page.getByRole('heading', { level: 1, name: 'Renewed' }).waitFor();
    await page.getByText('Valid', { exact: true }).first().waitFor();
    await page.getByText(new X509Certificate(renewed.cert).fingerprint256).waitFor();
    expect((await session.get(`/certificates/${id}`)).body).toMatchObject({ name: 'Renewed', hasPrivateKey: true });
    await page.getByRole('button', { name: 'Rename or renew' }).click();
    await page.getByLabel('Take the private key away').check();
    await saved(page);
    await page.getByText('None', { exact: true }).waitFor();
    expect((await session.get(`/certificates/${id}`)).body.hasPrivateKey).toBe(false);
  });

  it('a connection chooses its credential and certificates; what it uses says so instead of being deleted', async () => {
    const { visit } = stage;
    const { page } = visit;
    const session = await signedIn();
    const own = await makeCertificate({ name: 'client' });
    const ca = await makeCertificate({ name: 'ACME Root', isCa: true });
    await session.post('/credentials', { name: 'Chosen', type: 'bearer', secret: SECRET });
    await session.post('/certificates', { name: 'ACME root', certificate: ca.cert });
    await session.post('/certificates', { name: 'Our own', certificate: own.cert, privateKey: own.key });
    await visit.goto('/upstreams/connections', 'Connections');
    await page.getByText('There are no connections yet.').waitFor();
    await page.getByRole('button', { name: 'New connection' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Orders API');
    await page.getByLabel('Address').fill('http://orders.example.com');
    await page.getByText('With http nothing is encrypted').waitFor();
    expect(await page.getByLabel('Client certificate').count()).toBe(0);
    await page.getByLabel('Address').fill('https://orders.example.com/v2/');
    await page.getByLabel('Credential', { exact: true }).selectOption('Chosen');
    await page.getByLabel('The upstream’s certificate is checked against').selectOption('ACME root');
    const client = page.getByLabel('Client certificate');
    expect(await client.locator('option').allTextContents()).not.toContain('ACME root'); // it has no key
    await client.selectOption('Our own');
    expect(await visit.violations()).toEqual([]);
    await visit.keepScreenshots('light-connection-form');
    await saved(page);

    await page.getByRole('row', { name: /Orders API.*https:\/\/orders\.example\.com\/v2.*Chosen/ }).waitFor();
    await page.getByRole('link', { name: 'Orders API' }).click();
    for (const name of ['ACME root', 'Our own', 'Chosen'])
      await page.getByRole('link', { name, exact: true }).waitFor();
    await page.getByRole('link', { name: 'Chosen', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Chosen' }).waitFor();
    visit.expectAnswers(409);
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('alert').getByText('Chosen is in use').waitFor();
    expect(await visit.violations()).toEqual([]);
    await visit.keepScreenshots('light-credential-in-use');
    await page.getByRole('alert').getByRole('link', { name: 'Orders API' }).click();

    await page.getByRole('heading', { level: 1, name: 'Orders API' }).waitFor();
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Credential', { exact: true }).selectOption('None: the upstream asks for none');
    await saved(page);
    await page.getByText('Nothing', { exact: true }).waitFor();
    const { items } = (await session.get('/connections')).body as { items: Record<string, unknown>[] };
    expect(items[0]).toMatchObject({ credentialId: null, caCertificateId: expect.any(String) });

    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('heading', { level: 1, name: 'Connections' }).waitFor();
    await page.getByText('Orders API is deleted.').waitFor();
    expect((await session.get('/connections')).body.items).toEqual([]);
  });

  it('a connection that a proxy uses says which, without a link for who may not see proxies', async () => {
    const { visit } = stage;
    const { page } = visit;
    const session = await signedIn();
    const connectionId = await createConnection(session, 'https://orders.example.com');
    const admin = await signInAsAdmin(stage.app);
    const project = await admin.post('/projects', { name: 'Orders' });
    const routes = [{ methods: ['GET'], path: '/*', scopes: [] }];
    const proxy = { name: 'Orders proxy', path: '/orders', connectionId, routes };
    const made = await admin.post(`/projects/${String(project.body.id)}/proxies`, proxy);
    expect(made.status).toBe(201);
    const { name } = (await session.get(`/connections/${connectionId}`)).body as { name: string };
    await visit.goto(`/upstreams/connections/${connectionId}`, name);
    visit.expectAnswers(409);
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('alert').getByText('Proxy Orders proxy').waitFor();
    expect(await page.getByRole('alert').getByRole('link').count()).toBe(0);
  });

  it('a credential is added with the keyboard alone', async () => {
    const { visit } = stage;
    const { page } = visit;
    const session = await signedIn();
    await visit.goto('/upstreams/credentials', 'Credentials');
    const button = page.getByRole('button', { name: 'New credential' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('By keyboard'); // the name has the focus
    for (const [key, typed] of [
      ['Tab', ''], // the kind stays
      ['Tab', 'gatehouse'],
      ['Tab', SECRET],
    ] as const) {
      await page.keyboard.press(key);
      await page.keyboard.type(typed);
    }
    await page.keyboard.press('Enter');
    await page.getByText('By keyboard is created.').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.textContent')).toBe('New credential');
    const { items } = (await session.get('/credentials')).body as { items: Record<string, unknown>[] };
    expect(items[0]).toMatchObject({ name: 'By keyboard', type: 'basic', username: 'gatehouse' });
  });

  it('who may only look is offered no change, and who may not look none of the pages', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const admin = await signInAsAdmin(app);
    const made = await admin.post('/admin/roles', {
      name: 'ROLE_LOOKER',
      description: 'Looks',
      scopes: ['security:read'],
    });
    expect(made.status).toBe(201);
    const connection = await createConnection(admin, 'https://seen.example.com');
    const { name } = (await admin.get(`/connections/${connection}`)).body as { name: string };
    await signedIn(['ROLE_LOOKER']);
    for (const [path, heading] of [
      ['connections', 'Connections'],
      ['credentials', 'Credentials'],
      ['certificates', 'Certificates'],
      [`connections/${connection}`, name],
    ] as const) {
      await visit.goto(`/upstreams/${path}`, heading);
      expect(await page.getByRole('button', { name: /^(New|Edit|Delete|Rename)/ }).count()).toBe(0);
    }
    await page.context().clearCookies();
    await signedIn(['ROLE_MANAGE_PROXIES']);
    for (const path of ['connections', 'credentials', 'certificates', `connections/${connection}`]) {
      await visit.goto(`/upstreams/${path}`, 'This is not open to you');
    }
    const links = await page.getByRole('navigation').getByRole('link').allTextContents();
    expect(links.filter((each) => /Connections|Credentials|Certificates/.test(each))).toEqual([]);
  });

  it('how long certificates are still valid is seen at a glance', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const admin = await signInAsAdmin(app);
    for (const days of [3, 33, 300]) {
      const { cert } = await makeCertificate({ name: `in-${days}`, days });
      expect((await admin.post('/certificates', { name: `In ${days}`, certificate: cert })).status).toBe(201);
    }
    app.clock.advance({ days: 4 });
    await page.clock.setFixedTime(app.clock.now());
    await signedIn();
    await visit.goto('/upstreams/certificates', 'Certificates');
    for (const [name, label] of [
      ['In 300', 'Valid'],
      ['In 33', 'Expires in 28 days'],
      ['In 3', 'Expired'],
    ] as const) {
      const row = page.getByRole('row', { name: new RegExp(`${name} `) });
      await row.getByText(label, { exact: true }).waitFor();
    }
    await visit.keepScreenshots('light-certificates-expiry');
    expect(await visit.violations()).toEqual([]);
  });
});

/** As a person does who picks the file in the browser's own dialog. */
async function chooseFile(page: Page, button: string, name: string, content: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/x-pem-file', buffer: Buffer.from(content) });
}

function publicKeyOf(cert: string): string {
  return new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'pem' }).toString();
}
