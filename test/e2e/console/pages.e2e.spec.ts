import { expect, it } from '@jest/globals';
import { type ApiClient, createPerson, createToken, signInAsAdmin } from '../../support/api-client.js';
import { describeInBrowser } from '../../support/browser.js';
import { makeCertificate } from '../../support/certificates.js';
import { createConnection } from '../../support/connections.js';
import { consoleStage } from '../../support/console-stage.js';
import { ConsoleVisit } from '../../support/console-visit.js';
import { sampleProxy } from '../../support/sample-proxy.js';

/** Every page, by the heading that it has when it is there. */
const PAGES: Readonly<Record<string, string>> = {
  '/': 'Hello, admin',
  '/profile': 'My profile',
  '/developer': 'Developer settings',
  '/sessions': 'Sessions',
  '/leaks': 'Report a leak',
  '/tokens': 'Personal access tokens',
  '/tokens/new': 'New personal access token',
  '/applications': 'API keys',
  '/applications/nothing': 'There is nothing here',
  '/upstreams/connections': 'Connections',
  '/upstreams/credentials': 'Credentials',
  '/upstreams/certificates': 'Certificates',
  '/upstreams/connections/nothing': 'There is nothing here',
  '/admin/users': 'Users',
  '/admin/tokens': 'All tokens',
  '/admin/identify': 'Whose token?',
  '/admin/roles': 'Roles',
  '/admin/accounts': 'Accounts',
  '/admin/site': 'Site',
  '/admin/audit': 'Audit log',
  '/projects': 'Projects',
};
const THEMES = ['light', 'dark'] as const;
const MILLISECONDS = 900_000;

/** A proxy that was deployed twice and edited since. */
async function filledProxy(admin: ApiClient): Promise<{ id: string; projectId: string }> {
  const connectionId = await createConnection(admin, 'https://orders.example', { name: 'Orders upstream' });
  const project = { name: 'Order API', description: 'Everything around orders, for the shop and its partners' };
  const projectId = String((await admin.post('/projects', project)).body.id);
  const definition = sampleProxy(connectionId, { description: 'The order service, version 2' });
  const id = String((await admin.post(`/projects/${projectId}/proxies`, definition)).body.id);
  const headers = { add: { 'X-Api-Version': '2' }, remove: ['X-Debug'] };
  for (const changes of [{}, { timeoutMs: 5000 }]) {
    await admin.put(`/proxies/${id}`, { ...definition, ...changes });
    await admin.post(`/proxies/${id}/deploy`, {});
  }
  await admin.put(`/proxies/${id}`, { ...definition, headers, rateLimit: { perMinute: 600 } });
  return { id, projectId };
}

describeInBrowser('every page of the console', () => {
  const stage = consoleStage();

  /** Something to see on each page. */
  async function filledPages(): Promise<Readonly<Record<string, string>>> {
    const { app } = stage;
    const admin = await signInAsAdmin(app);
    const registered = await admin.post('/applications', { name: 'Order sync', description: 'Every hour' });
    await createToken(admin, { name: 'Nightly export', scopes: ['users:read', 'tokens:admin'] });
    await createToken(admin, { name: 'Everything', allowedNetworks: ['127.0.0.0/8'] });
    const ann = await createPerson(app, 'ann', ['ROLE_MANAGE_PROXIES']);
    await createToken(ann.session, { name: 'Import' });
    await admin.post('/admin/users', { username: 'robot', kind: 'service' });
    await admin.post('/admin/roles', { name: 'ROLE_CLERK', description: 'Sees orders', scopes: ['orders:read'] });
    const proxy = await filledProxy(admin);
    const upstream = await filledUpstream(admin);
    return {
      ...PAGES,
      ...upstream,
      [`/projects/${proxy.projectId}`]: 'Order API',
      [`/projects/${proxy.projectId}/proxies/new`]: 'New proxy',
      [`/proxies/${proxy.id}`]: 'Orders',
      [`/proxies/${proxy.id}/edit`]: 'Edit Orders',
      [`/applications/${String(registered.body.id)}`]: 'Order sync',
      [`/admin/users/${ann.id}`]: 'ann',
      [`/admin/users/${ann.id}/removal`]: 'Remove ann',
      [`/admin/users/${ann.id}/tokens/new`]: 'New token of ann',
    };
  }

  /** A connection with all that one can refer to. */
  async function filledUpstream(admin: ApiClient): Promise<Readonly<Record<string, string>>> {
    const altNames = [{ type: 2, value: 'orders.example.com' }] as const;
    const { cert, key } = await makeCertificate({ name: 'orders.example.com', altNames, days: 12 });
    const { cert: root } = await makeCertificate({ name: 'ACME Root', isCa: true });
    const made = [
      await admin.post('/credentials', {
        name: 'Orders login',
        type: 'basic',
        username: 'gatehouse',
        secret: 'long-enough',
      }),
      await admin.post('/certificates', { name: 'ACME root', certificate: root }),
      await admin.post('/certificates', { name: 'Orders client', certificate: cert, privateKey: key }),
    ];
    const [credentialId = '', caCertificateId = '', clientCertificateId = ''] = made.map(({ body }) => String(body.id));
    const references = { credentialId, caCertificateId, clientCertificateId };
    const connection = await createConnection(admin, 'https://orders.example.com/v2', {
      name: 'Orders API',
      ...references,
    });
    return {
      [`/upstreams/connections/${connection}`]: 'Orders API',
      [`/upstreams/credentials/${credentialId}`]: 'Orders login',
      [`/upstreams/certificates/${clientCertificateId}`]: 'Orders client',
    };
  }

  it(
    'has no violation that axe finds in either theme; what it looks like is kept',
    async () => {
      const visit = await ConsoleVisit.start(stage.browser, stage.app);
      const found: Record<string, string[]> = {};
      await visit.signInAsAdmin();
      visit.expectAnswers(400);
      for (const [path, heading] of Object.entries(await filledPages())) {
        await visit.goto(path, heading);
        const name = path.replace(/[0-9a-f-]{36}/, 'one').replaceAll('/', '-');
        for (const theme of THEMES) {
          await visit.page.emulateMedia({ colorScheme: theme });
          await visit.keepScreenshots(`${theme}${name === '-' ? '-home' : name}`);
          const violations = await visit.violations();
          if (violations.length > 0) found[`${path} (${theme})`] = violations;
        }
      }
      await visit.end();
      expect(visit.complaints).toEqual([]);
      expect(found).toEqual({});
    },
    MILLISECONDS,
  );

  it(
    'has none when there is nothing to show, nor has the way in',
    async () => {
      const { visit } = stage;
      visit.expectAnswers(401);
      await visit.page.goto('/sign-in');
      await visit.page.getByRole('button', { name: 'Sign in' }).waitFor();
      await visit.keepScreenshots('light-sign-in');
      expect(await visit.violations()).toEqual([]);
      await visit.page.goto('/invitation');
      await visit.page.getByRole('heading', { name: 'Choose your password' }).waitFor();
      expect(await visit.violations()).toEqual([]);
    },
    MILLISECONDS,
  );
});
