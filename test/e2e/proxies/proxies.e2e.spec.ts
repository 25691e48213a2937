import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, bearer, createPerson, createToken, signInAsAdmin } from '../../support/api-client.js';
import { createConnection } from '../../support/connections.js';
import { forEachDialect } from '../../support/dialects.js';
import { sampleProxy } from '../../support/sample-proxy.js';
import { openSite } from '../../support/second-site.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const SCOPES = Array.from({ length: 12 }, (_, i) => `${'a'.repeat(50)}:b${i}`);
const NOBODYS = '0199c0de-0000-7000-8000-0000000000ff';

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let project: string;
  let connectionId: string;
  let count = 0;

  const sample = (changes: Record<string, unknown> = {}) => {
    count++;
    return sampleProxy(connectionId, { name: `Proxy ${count}`, path: `/path-${count}`, ...changes });
  };
  const create = async (changes: Record<string, unknown> = {}) => {
    const created = await admin.post(`/projects/${project}/proxies`, sample(changes));
    expect([created.status, created.body]).toEqual([201, created.body]);
    return created.body;
  };
  const audited = async (action: string, id: string) =>
    (await admin.get(`/admin/audit?action=${action}&subject=${id}`)).body.items;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
    project = (await admin.post('/projects', { name: 'Orders' })).body.id;
    connectionId = await createConnection(admin, 'https://upstream.example/api');
  });
  afterAll(() => app.stop());

  it('are made with sensible settings where none are given', async () => {
    const accountId = (await admin.get('/accounts')).body.items[0].id;
    const now = app.clock.now().toISOString();
    const asked = sampleProxy(connectionId);
    const { status, body } = await admin.post(`/projects/${project}/proxies`, asked);
    const { id } = body;
    expect([status, body]).toEqual([
      201,
      {
        ...asked,
        id,
        projectId: project,
        accountId,
        description: null,
        stripPrefix: true,
        timeoutMs: 30_000,
        bodyLimitBytes: 10_485_760,
        headers: { add: {}, remove: [] },
        rateLimit: null,
        deployedRevision: null,
        edited: null,
        createdAt: now,
        updatedAt: now,
      },
    ]);
    expect((await admin.get(`/proxies/${id}`)).body).toEqual(body);
  });

  it('are changed as a whole, listed, found and deleted', async () => {
    const { id, name } = await create();
    const wanted = sample({
      name: 'Übersee',
      description: 'Over the sea',
      stripPrefix: false,
      timeoutMs: 500,
      bodyLimitBytes: 0,
      headers: { add: { 'X-Api-Version': '2' }, remove: ['X-Debug'] },
      rateLimit: { perMinute: 60 },
    });
    const changed = await admin.put(`/proxies/${id}`, wanted);
    expect([changed.status, changed.body]).toMatchObject([200, wanted]);
    const names = async (search: string) =>
      (await admin.get(`/projects/${project}/proxies?search=${encodeURIComponent(search)}`)).body.items.map(
        (item: { name: string }) => item.name,
      );
    expect([await names('übers'), await names(name)]).toEqual([['Übersee'], []]);
    expect((await admin.delete(`/proxies/${id}`)).status).toBe(204);
    expect(await admin.get(`/proxies/${id}`)).toMatchObject({ status: 404, body: { code: 'proxy_not_found' } });
  });

  it('are exported as the body that makes the same one again', async () => {
    const { id } = await create({ rateLimit: { perMinute: 5 }, headers: { add: { 'X-A': 'b' }, remove: ['X-C'] } });
    const exported = (await admin.get(`/proxies/${id}/export`)).body;
    expect((await admin.delete(`/proxies/${id}`)).status).toBe(204);
    const again = await admin.post(`/projects/${project}/proxies`, exported);
    expect(again.status).toBe(201);
    expect((await admin.get(`/proxies/${again.body.id}/export`)).body).toEqual(exported);
  });

  it('[65] every change is audited with what changed, and what changes nothing is not', async () => {
    const asked = sample();
    const { id } = (await admin.post(`/projects/${project}/proxies`, asked)).body;
    await admin.put(`/proxies/${id}`, asked);
    await admin.put(`/proxies/${id}`, { ...asked, description: 'now' });
    await admin.delete(`/proxies/${id}`);
    for (const action of ['proxy.created', 'proxy.updated', 'proxy.deleted'])
      expect([action, (await audited(action, id)).length]).toEqual([action, 1]);
    expect((await audited('proxy.updated', id))[0].details).toEqual({ description: 'now' });
  });

  it('have a name that is unique in the project and a path that is unique in the site', async () => {
    const first = await create();
    const second = await create();
    const project2 = (await admin.post('/projects', { name: 'Second' })).body.id;
    for (const [path, answer] of [
      ['name', await admin.post(`/projects/${project}/proxies`, sample({ name: first.name }))],
      ['name', await admin.put(`/proxies/${second.id}`, sample({ name: first.name }))],
      ['path', await admin.post(`/projects/${project}/proxies`, sample({ path: first.path }))],
      ['path', await admin.post(`/projects/${project2}/proxies`, sample({ path: `${first.path.slice(1)}/` }))],
      ['path', await admin.put(`/proxies/${second.id}`, sample({ path: first.path }))],
    ] as const)
      expect([answer.status, answer.body.code, answer.body.errors[0].path]).toEqual([409, 'duplicate_name', path]);
    expect((await admin.post(`/projects/${project2}/proxies`, sample({ name: first.name }))).status).toBe(201);
  });

  it('keep their project from being deleted, which names them', async () => {
    const { id } = (await admin.post('/projects', { name: 'Full' })).body;
    const proxy = (await admin.post(`/projects/${id}/proxies`, sample({ name: 'The one in it' }))).body;
    const refused = await admin.delete(`/projects/${id}`);
    const usedBy = [{ type: 'proxy', id: proxy.id, name: 'The one in it' }];
    expect(refused).toMatchObject({ status: 409, body: { code: 'in_use', usedBy } });
    await admin.delete(`/proxies/${proxy.id}`);
    expect((await admin.delete(`/projects/${id}`)).status).toBe(204);
  });

  it('[46] lead to a connection of their own site', async () => {
    const other = await openSite(app, 'other');
    const foreign = await createConnection(other.admin, 'https://other.example');
    const { id } = await create();
    for (const connection of [foreign, NOBODYS])
      for (const answer of [
        await admin.post(`/projects/${project}/proxies`, sample({ connectionId: connection })),
        await admin.put(`/proxies/${id}`, sample({ connectionId: connection })),
      ])
        expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'connectionId' }] } });
  });

  const route = { methods: ['GET'], path: '/x', scopes: [] };
  it.each([
    ['name', { name: '' }],
    ['path', { path: '/' }],
    ['path', { path: '/a/../b' }],
    ['path', { path: '/a//b' }],
    ['path', { path: '/a b' }],
    ['path', { path: '/a%2fb' }],
    ['path', { path: '/a?b' }],
    ['connectionId', { connectionId: 'x' }],
    ['routes', { routes: 'x' }],
    ['routes.0', { routes: ['x'] }],
    ['routes.0.methods', { routes: [{ ...route, methods: [] }] }],
    ['routes.0.methods', { routes: [{ ...route, methods: ['get'] }] }],
    ['routes.0.methods', { routes: [{ ...route, methods: ['*', 'GET'] }] }],
    ['routes.0.methods', { routes: [{ ...route, methods: ['TRACE'] }] }],
    ['routes.0.path', { routes: [{ ...route, path: 'x' }] }],
    ['routes.0.path', { routes: [{ ...route, path: '/*/x' }] }],
    ['routes.0.path', { routes: [{ ...route, path: '/{a}{b}' }] }],
    ['routes.0.path', { routes: [{ ...route, path: '/..' }] }],
    ['routes.0.path', { routes: [{ ...route, path: '/%2e%2E' }] }],
    ['routes.0.path', { routes: [{ ...route, path: '/a%2fb' }] }],
    ['routes.0.path', { routes: [{ ...route, path: '/a;b' }] }],
    ['routes.0.path', { routes: [{ ...route, path: '/a%zz' }] }],
    ['routes.0.scopes', { routes: [{ ...route, scopes: ['everything'] }] }],
    ['routes.0.scopes', { routes: [{ ...route, scopes: undefined }] }],
    ['routes.0.colour', { routes: [{ ...route, colour: 'red' }] }],
    ['routes', { routes: Array.from({ length: 2_001 }, () => route) }],
    [
      'routes',
      {
        routes: Array.from({ length: 2_000 }, (_, i) => ({
          ...route,
          path: `/${'x'.repeat(450)}/${'y/'.repeat(10)}${i}`,
          scopes: SCOPES,
        })),
      },
    ],
    // short as it is written, and long as it is deployed
    [
      'routes',
      {
        routes: Array.from({ length: 2_000 }, () => ({
          methods: ['*'],
          path: '/%C3%A9{x}%C3%A9'.repeat(30),
          scopes: SCOPES,
        })),
      },
    ],
    ['stripPrefix', { stripPrefix: 'yes' }],
    ['timeoutMs', { timeoutMs: 0 }],
    ['bodyLimitBytes', { bodyLimitBytes: -1 }],
    ['headers.add', { headers: { add: { Authorization: 'x' } } }],
    ['headers.add', { headers: { add: { 'X-Auth-User-Id': 'x' } } }],
    ['headers.add', { headers: { add: { x_auth_user_id: 'x' } } }],
    ['headers.add', { headers: { add: { Host: 'x' } } }],
    ['headers.add', { headers: { add: { 'X-Request-Id': 'x' } } }],
    ['headers.add', { headers: { add: { 'Transfer-Encoding': 'chunked' } } }],
    ['headers.add', { headers: { add: { 'X-A': 'b\r\nX-C: d' } } }],
    ['headers.add', { headers: { add: { 'X A': 'b' } } }],
    ['headers.add', { headers: { add: ['x'] } }],
    ['headers.remove', { headers: { remove: ['x-forwarded-for'] } }],
    ['headers.remove', { headers: { remove: [7] } }],
    ['headers', { headers: 'x' }],
    ['rateLimit.perMinute', { rateLimit: { perMinute: 0 } }],
    ['rateLimit', { rateLimit: 5 }],
    ['accountId', { accountId: NOBODYS }],
    ['siteId', { siteId: NOBODYS }],
  ])('[47] are refused with a pointer to %s (%#)', async (path, changes) => {
    const refused = await admin.post(`/projects/${project}/proxies`, sample(changes));
    expect([refused.status, refused.body.errors?.[0]?.path]).toEqual([400, path]);
  });

  it('[46] of another account, or below a project of one, are the same 404 as none', async () => {
    const [first] = (await admin.get('/accounts')).body.items;
    const { id } = await create();
    const other = (await admin.post('/accounts', { name: 'Other' })).body.id;
    const there = bearer(app, (await createToken(admin, { accountId: other })).token);
    for (const answer of [
      await there.get(`/proxies/${id}`),
      await there.get(`/proxies/${id}/export`),
      await there.put(`/proxies/${id}`, sample()),
      await there.delete(`/proxies/${id}`),
    ])
      expect([answer.status, answer.body.code]).toEqual([404, 'proxy_not_found']);
    for (const answer of [
      await there.get(`/projects/${project}/proxies`),
      await there.post(`/projects/${project}/proxies`, sample()),
      await there.post(`/projects/${project}/proxies/import`, { document: { openapi: '3.1.0' }, connectionId }),
    ])
      expect([answer.status, answer.body.code]).toEqual([404, 'project_not_found']);
    expect((await admin.get(`/proxies/${id}`, { 'x-account-id': first.id })).status).toBe(200);
    expect((await admin.post(`/accounts/${other}/suspend`)).status).toBe(200);
  });

  describe('rights', () => {
    let manager: ApiClient;
    let deployer: ApiClient;
    const inFirst = async () => {
      const { items } = (await admin.get('/accounts')).body as { items: { id: string }[] };
      return { 'x-account-id': items.at(-1)?.id ?? '' };
    };

    beforeAll(async () => {
      manager = (await createPerson(app, 'manager', ['ROLE_MANAGE_PROXIES'])).session;
      deployer = (await createPerson(app, 'deployer', ['ROLE_DEPLOY_UNDEPLOY_PROXIES'])).session;
    });

    it('ROLE_DEPLOY_UNDEPLOY_PROXIES alone sees and can’t edit', async () => {
      const account = await inFirst();
      const made = await manager.call('POST', `/projects/${project}/proxies`, sample(), account);
      expect(made.status).toBe(201);
      const { id } = made.body;
      expect((await deployer.get(`/proxies/${id}`, account)).status).toBe(200);
      for (const answer of [
        await deployer.call('POST', `/projects/${project}/proxies`, sample(), account),
        await deployer.call('PUT', `/proxies/${id}`, sample(), account),
        await deployer.call('DELETE', `/proxies/${id}`, undefined, account),
        await deployer.call('POST', `/projects/${project}/proxies/import`, {}, account),
        await deployer.call('POST', '/projects', { name: 'x' }, account),
      ])
        expect([answer.status, answer.body.code, answer.body.scope]).toEqual([
          403,
          'insufficient_scope',
          expect.stringMatching(/:write$/),
        ]);
    });
  });

  describe('their rules can be tried before they are anything’s', () => {
    const { routes } = sampleProxy('');
    const tried = async (method: string, path: string) => {
      const { status, body } = await admin.post('/proxies/rules/test', { routes, method, path });
      return status === 200 ? body : [status, body.code];
    };

    it.each([
      ['GET', '/orders/17', { rule: 1, scopes: ['orders:read'] }],
      ['HEAD', '/orders/%31%37/?x=%2f', { rule: 1, scopes: ['orders:read'] }],
      ['DELETE', '/orders/17', { rule: 2, scopes: ['orders:write'] }],
      ['GET', '/invoices', { rule: null, scopes: [] }],
      ['GET', '/orders/a%2fb', [400, 'unsafe_path']],
      ['GET', '/orders/../x', [400, 'unsafe_path']],
      ['TRACE', '/orders', [400, 'validation_failed']],
      ['GET', 'orders', [400, 'validation_failed']],
    ])('%s %s', async (method, path, answer) => {
      expect(await tried(method, path)).toEqual(answer);
    });

    it('of none, none fits', async () => {
      const { body } = await admin.post('/proxies/rules/test', { routes: [], method: 'GET', path: '/' });
      expect(body).toEqual({ rule: null, scopes: [] });
    });
  });

  describe('are proposed from an OpenAPI document', () => {
    const document = {
      openapi: '3.1.0',
      info: { title: 'Order API', description: 'All about orders' },
      paths: {
        '/orders/{id}': { get: {}, delete: { security: [{ oauth: ['orders:delete'] }] } },
        '/orders/latest': { get: {}, head: {} },
        '/orders': { get: {}, post: {}, parameters: [] },
        '/reports/{year}.{format}': { get: {} },
        '/a//b': { get: {} },
      },
    };
    const propose = async (body: object) => {
      const [account] = (await admin.get('/accounts')).body.items.slice(-1);
      return admin.call('POST', `/projects/${project}/proxies/import`, body, { 'x-account-id': account.id });
    };

    it('which names and guards what it can, and writes nothing', async () => {
      const rows = async () => (await admin.get('/admin/audit?limit=200')).body.items.length;
      const before = await rows();
      const { status, body } = await propose({ document, connectionId, path: '/shop/orders' });
      expect([status, body]).toMatchObject([
        200,
        { name: 'Order API', description: 'All about orders', path: '/shop/orders', connectionId, stripPrefix: true },
      ]);
      expect(body.routes).toEqual([
        { methods: ['GET'], path: '/orders', scopes: ['orders:read'] },
        { methods: ['POST'], path: '/orders', scopes: ['orders:write'] },
        { methods: ['GET', 'HEAD'], path: '/orders/latest', scopes: ['orders:read'] },
        { methods: ['GET'], path: '/orders/{id}', scopes: ['orders:read'] },
        { methods: ['DELETE'], path: '/orders/{id}', scopes: ['orders:delete'] },
        { methods: ['GET'], path: '/reports/{year}.{format}', scopes: ['orders:read'] },
      ]);
      expect(body.scopeNames).toEqual([{ name: 'orders:delete', scope: 'orders:delete', roles: [] }]);
      expect(body.warnings).toEqual([
        { code: 'omitted', method: 'GET', path: '/a//b', message: 'has an empty segment' },
        ...['orders:delete', 'orders:read', 'orders:write'].map((scope) => ({
          code: 'not_granted',
          method: null,
          path: null,
          message: `no role of the site grants ${scope}: nobody can make the calls that need it until one does`,
        })),
      ]);
      expect(await rows()).toBe(before);
    });

    it('whose path with a * does not come before what names its segments', async () => {
      const paths = {
        '/*': { get: {} },
        '/admin': { get: { security: [{ oauth: ['admin:read'] }] } },
        '/{x}/a': { get: {} },
      };
      const { body } = await propose({ document: { ...document, paths }, connectionId });
      expect(body.routes.map((each: { path: string }) => each.path)).toEqual(['/admin', '/{x}/a', '/*']);
    });

    it('whose answer makes the proxy', async () => {
      const proposed = (await propose({ document, connectionId, resource: 'invoices' })).body;
      expect(proposed).toMatchObject({
        path: '/order-api',
        routes: [{ scopes: ['invoices:read'] }, {}, {}, {}, {}, {}],
      });
      const [account] = (await admin.get('/accounts')).body.items.slice(-1);
      const made = await admin.call('POST', `/projects/${project}/proxies`, proposed, { 'x-account-id': account.id });
      expect(made.status).toBe(201);
    });

    it.each([
      ['document', {}],
      ['document', { document: 'x' }],
      ['document', { document: { swagger: '2.0' } }],
      ['document', { document: { openapi: '3.0.0' } }],
      ['document', { document: { openapi: '3.0.0', paths: { '/a': null, b: { get: 1 } } } }],
      ['resource', { document, resource: 'users' }],
      ['resource', { document, resource: 'tokens' }],
      ['scopeNames', { document, scopeNames: { 'Audit.All': 'users:write' } }],
      ['scopeNames', { document, scopeNames: { 'Audit.All': 'tokens:anything' } }],
      ['scopeNames', { document, scopeNames: { 'Audit.All': 'everything' } }],
      ['scopeNames', { document, scopeNames: ['orders:read'] }],
      ['colour', { document, colour: 'red' }],
      ['resource', { document, resource: 'A b' }],
      ['path', { document, path: '/..' }],
    ])('or refused with a pointer to %s (%#)', async (path, body) => {
      const refused = await propose({ connectionId, ...body });
      expect([refused.status, refused.body.errors?.[0]?.path]).toEqual([400, path]);
    });
  });
});
