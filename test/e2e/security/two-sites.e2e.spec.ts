import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { anonymous, type ApiAnswer, type ApiClient, basic, bearer, createToken } from '../../support/api-client.js';
import { makeCertificate } from '../../support/certificates.js';
import { credentialKit, type KitEntry } from '../../support/credential-kit.js';
import { describedOperations, exampleBody, type Operation, send } from '../../support/described-operations.js';
import { forEachDialect } from '../../support/dialects.js';
import { sampleProxy } from '../../support/sample-proxy.js';
import { openSite, type TestSite } from '../../support/second-site.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const NOBODYS = '0199c0de-0000-7000-8000-00000000dead';
const OWN_ROLE = { name: 'ROLE_CLERK', description: 'Reads orders', scopes: ['orders:read'] };

const PATHS: Readonly<Record<string, string>> = {
  account: 'accounts',
  user: 'admin/users',
  token: 'tokens',
  application: 'applications',
  credential: 'credentials',
  certificate: 'certificates',
  connection: 'connections',
};

interface Resource {
  readonly what: string;
  readonly id: string;
}

/** Everything in a site that has an id or a name in a path. */
async function resourcesOf({ siteId, accountId, adminId, admin }: TestSite): Promise<Resource[]> {
  const person = await admin.post('/admin/users', {
    username: `person-of-${siteId.slice(-8)}`,
    email: `${siteId}@example.com`,
    kind: 'person',
  });
  const token = await createToken(admin);
  const application = (await admin.post('/applications', { name: 'Sync' })).body;
  const read = (await admin.get(`/applications/${application.id}`)).body;
  const session = (await admin.get('/auth/sessions')).body.items[0];
  const credential = await admin.post('/credentials', { name: 'Upstream', type: 'bearer', secret: 'Sesame-11' });
  const { cert: certificate, key: privateKey } = await makeCertificate();
  const shown = await admin.post('/certificates', { name: 'Shown', certificate, privateKey });
  const references = { credentialId: credential.body.id, clientCertificateId: shown.body.id };
  const upstream = { name: 'Upstream', baseUrl: 'https://upstream.example', ...references };
  const connection = await admin.post('/connections', upstream);
  const project = await admin.post('/projects', { name: 'Orders' });
  const proxy = await admin.post(`/projects/${project.body.id}/proxies`, sampleProxy(connection.body.id));
  await admin.post(`/proxies/${proxy.body.id}/deploy`, {});
  const ids: Record<string, string> = {
    site: siteId,
    account: accountId,
    administrator: adminId,
    user: person.body.id,
    token: token.id,
    'access token': (await admin.get('/tokens?kind=application')).body.items[0].id,
    application: application.id,
    'client secret': read.secrets[0].id,
    session: session.id,
    credential: credential.body.id,
    certificate: shown.body.id,
    connection: connection.body.id,
    project: project.body.id,
    proxy: proxy.body.id,
    role: 'ROLE_OF_ACME',
  };
  return Object.entries(ids).map(([what, id]) => ({ what, id }));
}

forEachDialect((dialect) => {
  let app: TestApp;
  let a: TestSite;
  let b: TestSite;
  let ofA: Resource[];
  let operations: Operation[];
  let kitOfA: KitEntry[];

  beforeAll(async () => {
    app = await startTestApp(dialect);
    a = await openSite(app, 'acme');
    b = await openSite(app, 'bolt');
    for (const { admin } of [a, b]) expect((await admin.post('/admin/roles', OWN_ROLE)).status).toBe(201);
    kitOfA = await credentialKit(app, { username: a.adminUsername, password: a.password }, ['users:read']);
    await a.admin.post('/admin/roles', { ...OWN_ROLE, name: 'ROLE_OF_ACME' });
    ofA = await resourcesOf(a);
    await resourcesOf(b);
    operations = await describedOperations(app);
  });
  afterAll(() => app.stop());

  const withIds = ({ path }: Operation, id: string) => path.replaceAll(/\{\w+\}/g, id);
  const call = (client: ApiClient, operation: Operation, path: string) =>
    send(client, operation, path, operation.body === null ? undefined : exampleBody(operation));

  it('[46] every id of one site is the same 404 to an administrator of the other as an id of nobody', async () => {
    const token = bearer(app, (await createToken(b.admin)).token);
    const mistakes: string[] = [];
    let tried = 0;
    for (const operation of operations.filter(({ pathParameters }) => pathParameters.length > 0))
      for (const client of operation.takesTokens ? [b.admin, token] : [b.admin]) {
        const nobodys = shapeOf(await call(client, operation, withIds(operation, NOBODYS)));
        for (const { what, id } of ofA.filter((each) => (each.what === 'role') === operation.path.includes('{name}'))) {
          const foreign = shapeOf(await call(client, operation, withIds(operation, id)), id);
          tried++;
          if (foreign.status !== 404 || JSON.stringify(foreign) !== JSON.stringify(nobodys))
            mistakes.push(`${operation.method} ${operation.path} of a ${what}: ${JSON.stringify([foreign, nobodys])}`);
        }
      }
    expect(mistakes).toEqual([]);
    expect(tried).toBeGreaterThan(200);
  });

  it('[46] an id of the other site below an own one is the same 404 too', async () => {
    const { id } = (await b.admin.post('/applications', { name: 'Own' })).body as { id: string };
    const foreign = ofA.find(({ what }) => what === 'client secret')?.id ?? '';
    const [there, nowhere] = [
      await b.admin.delete(`/applications/${id}/secrets/${foreign}`),
      await b.admin.delete(`/applications/${id}/secrets/${NOBODYS}`),
    ];
    expect(there.status).toBe(404);
    expect(shapeOf(there)).toEqual(shapeOf(nowhere));
  });

  it('[46] nothing of the other site was touched by all that', async () => {
    for (const { what, id } of ofA) {
      const path = PATHS[what];
      if (path !== undefined) expect((await a.admin.get(`/${path}/${id}`)).status).toBe(200);
    }
    for (const { kind, client, value } of kitOfA.filter(({ value }) => value?.startsWith('gth_pat'))) {
      const me = await client.get('/auth/me');
      expect([kind, value !== null, me.status, me.body.site?.id]).toEqual([kind, true, 200, a.siteId]);
    }
  });

  it('[46] lists never mix', async () => {
    const lists = operations.filter(({ method, pathParameters }) => method === 'GET' && pathParameters.length === 0);
    const secrets = ofA.map(({ id }) => id);
    for (const { path } of lists.filter((operation) => !operation.path.startsWith('/.well-known'))) {
      const text = JSON.stringify((await b.admin.get(path)).body);
      expect([path, secrets.filter((id) => text.includes(id))]).toEqual([path, []]);
      expect([path, text.includes(a.adminUsername)]).toEqual([path, false]);
    }
    expect((await b.admin.get('/admin/users')).body.items.length).toBe(2);
    expect((await b.admin.get('/admin/audit?limit=200')).body.items.length).toBeGreaterThan(4);
  });

  it('[46] cursors and filters of one site find nothing in the other', async () => {
    const page = (await a.admin.get('/admin/audit?limit=1')).body;
    const text = JSON.stringify((await b.admin.get(`/admin/audit?limit=200&cursor=${page.nextCursor}`)).body);
    expect(text).not.toContain(a.adminId);
    for (const filter of [`actor=${a.adminId}`, `actor=${a.adminUsername}`, `subject=${ofA[4]?.id}`])
      expect((await b.admin.get(`/admin/audit?${filter}`)).body.items).toEqual([]);
    expect((await b.admin.get(`/admin/users?search=${a.adminUsername}`)).body.items).toEqual([]);
  });

  it('[46] [30] introspection of the other site’s tokens is exactly {"active":false}, whoever asks', async () => {
    const { clientId, clientSecret } = (await b.admin.post('/applications', { name: 'Asker' })).body;
    const askers = [
      basic(clientId, clientSecret),
      { authorization: `Secret ${clientSecret}` },
      { authorization: `Bearer ${(await createToken(b.admin)).token}` },
    ];
    const own = (await createToken(b.admin)).token;
    for (const asker of askers) {
      expect((await anonymous(app).form('/oauth/introspect', { token: own }, asker)).body.active).toBe(true);
      for (const { kind, value } of kitOfA.filter((entry) => entry.value !== null)) {
        const answer = await anonymous(app).form('/oauth/introspect', { token: value ?? '' }, asker);
        expect([kind, answer.status, answer.body]).toEqual([kind, 200, { active: false }]);
      }
    }
  });

  it('[46] [31] the other site’s tokens are not revoked, and that is not told', async () => {
    const { clientId, clientSecret } = (await b.admin.post('/applications', { name: 'Revoker' })).body;
    const { token } = await createToken(a.admin);
    const tries = [basic(clientId, clientSecret), { authorization: `Bearer ${(await createToken(b.admin)).token}` }];
    for (const caller of tries)
      expect(await anonymous(app).form('/oauth/revoke', { token }, caller)).toMatchObject({ status: 200, body: {} });
    expect((await bearer(app, token).get('/auth/me')).status).toBe(200);
  });

  it('[46] names: roles and accounts are a site’s own, users are the deployment’s', async () => {
    const account = { name: 'The same' };
    expect((await a.admin.post('/accounts', account)).status).toBe(201);
    expect((await b.admin.post('/accounts', account)).status).toBe(201);
    const taken = await b.admin.post('/admin/users', {
      username: a.adminUsername,
      email: 'x@example.com',
      kind: 'person',
    });
    expect(taken).toMatchObject({ status: 409, body: { code: 'duplicate_name' } });
    expect(JSON.stringify(taken.body)).not.toContain(a.adminId);
  });

  it('[46] a role of one site gives nothing in the other, though it has the same name', async () => {
    const scopes = ['invoices:read'];
    expect((await a.admin.put('/admin/roles/ROLE_CLERK', { description: 'x', scopes })).status).toBe(200);
    expect((await b.admin.get('/admin/roles/ROLE_CLERK')).body.scopes).toEqual(OWN_ROLE.scopes);
    expect((await b.admin.get('/auth/me')).body.scopes).not.toContain('invoices:read');
    expect((await a.admin.get('/auth/me')).body.scopes).toContain('invoices:read');
    const only = { name: 'ROLE_ONLY_HERE', description: 'x', scopes: ['orders:read'] };
    await a.admin.post('/admin/roles', only);
    const given = await b.admin.post('/admin/users', {
      username: `given-${dialect}`,
      kind: 'service',
      roles: ['ROLE_ONLY_HERE'],
    });
    expect(given).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
  });

  it('[46] [47] the site of a body is never applied', async () => {
    for (const field of ['siteId', 'site', 'ownerId', 'tenant']) {
      const answer = await b.admin.post('/accounts', { name: `x-${field}`, [field]: a.siteId });
      expect([field, answer.status]).toEqual([field, 400]);
    }
    const pinned = await b.admin.post('/tokens', { name: 'x', expiresAt: null, accountId: a.accountId });
    expect(pinned).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
  });
});

/** What an answer tells; the id that was asked for is allowed to be repeated. */
function shapeOf({ status, body }: ApiAnswer, id: string = NOBODYS) {
  return { status, body: JSON.stringify({ ...body, requestId: '' }).replaceAll(id, NOBODYS) };
}
