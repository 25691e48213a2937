import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeployedProxies } from '../../../src/gateway/proxies/deployed-proxies.js';
import { type ApiClient, bearer, createPerson, createToken, signInAsAdmin } from '../../support/api-client.js';
import { createConnection } from '../../support/connections.js';
import { forEachDialect } from '../../support/dialects.js';
import { sampleProxy } from '../../support/sample-proxy.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const NOBODYS = '0199c0de-0000-7000-8000-0000000000ff';

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let manager: ApiClient;
  let deployer: ApiClient;
  let deployerId: string;
  let project: string;
  let connectionId: string;
  let count = 0;

  const sample = (changes: Record<string, unknown> = {}) => {
    count++;
    return sampleProxy(connectionId, { name: `Proxy ${count}`, path: `/path-${count}`, ...changes });
  };
  const create = async (body = sample()) => {
    const created = await admin.post(`/projects/${project}/proxies`, body);
    expect([created.status, created.body]).toEqual([201, created.body]);
    return { ...body, id: created.body.id as string };
  };
  const deploy = async (id: string, body: object = {}) => {
    const answer = await admin.post(`/proxies/${id}/deploy`, body);
    expect([answer.status, answer.body]).toEqual([200, answer.body]);
    return answer.body;
  };
  const served = async (id: string) =>
    (await app.app.get(DeployedProxies, { strict: false }).all()).find(({ proxyId }) => proxyId === id);

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
    manager = (await createPerson(app, 'manager', ['ROLE_MANAGE_PROXIES'])).session;
    const person = await createPerson(app, 'deployer', ['ROLE_DEPLOY_UNDEPLOY_PROXIES']);
    [deployer, deployerId] = [person.session, person.id];
    project = (await admin.post('/projects', { name: 'Orders' })).body.id;
    connectionId = await createConnection(admin, 'https://upstream.example/api');
  });
  afterAll(() => app.stop());

  it('serve nothing until they are deployed, and nothing after they are undeployed', async () => {
    const { id } = await create();
    expect(await served(id)).toBeUndefined();
    expect(await deploy(id)).toMatchObject({ revision: 1, deployed: true });
    expect(await served(id)).toMatchObject({ revision: 1, siteSlug: 'default' });
    const undeployed = await admin.post(`/proxies/${id}/undeploy`);
    expect(undeployed).toMatchObject({ status: 200, body: { id, deployedRevision: null } });
    expect(await served(id)).toBeUndefined();
  });

  it('an edit never changes what is deployed', async () => {
    const proxy = await create();
    await deploy(proxy.id);
    const before = await served(proxy.id);
    const edited = await admin.put(`/proxies/${proxy.id}`, sample({ routes: [], timeoutMs: 100 }));
    expect([edited.status, edited.body.deployedRevision]).toEqual([200, 1]);
    expect(await served(proxy.id)).toEqual(before);
    expect(before?.snapshot.definition).toMatchObject({ path: proxy.path, routes: proxy.routes });
    expect(await deploy(proxy.id)).toMatchObject({ revision: 2 });
    expect((await served(proxy.id))?.snapshot.definition).toMatchObject({ routes: [], timeoutMs: 100 });
  });

  it('an older revision can be deployed again, as it was', async () => {
    const proxy = await create();
    const first = await deploy(proxy.id);
    await admin.put(`/proxies/${proxy.id}`, sample());
    const second = await deploy(proxy.id);
    expect(await deploy(proxy.id, { revision: 1 })).toEqual(first);
    expect((await served(proxy.id))?.snapshot.definition).toEqual(first.definition);
    const { items } = (await admin.get(`/proxies/${proxy.id}/revisions`)).body;
    expect(items).toEqual([{ ...second, deployed: false }, first]);
    expect(await admin.post(`/proxies/${proxy.id}/deploy`, { revision: 3 })).toMatchObject({
      status: 404,
      body: { code: 'revision_not_found' },
    });
  });

  it('the longest that is taken can be deployed, whatever it compiles to', async () => {
    const route = { methods: ['*'], path: '/a'.repeat(32), scopes: [] };
    const { id } = await create(sample({ routes: Array.from({ length: 175 }, () => route) }));
    await deploy(id);
    expect((await served(id))?.snapshot.routes).toHaveLength(175);
  });

  it('tell whether they were edited since, and what a deployment would change', async () => {
    const proxy = await create();
    const { id, ...same } = proxy;
    const told = async () => {
      const read = (await manager.get(`/proxies/${id}`)).body;
      const { items } = (await manager.get(`/projects/${project}/proxies`)).body as { items: { id: string }[] };
      expect(items.find((each) => each.id === id)).toEqual(read);
      const { etag: _, ...changes } = (await manager.get(`/proxies/${id}/changes`)).body;
      return [read.deployedRevision, read.edited, changes];
    };
    expect(await told()).toEqual([null, null, { against: null, changes: [] }]);
    await deploy(id);
    expect(await told()).toEqual([1, false, { against: 1, changes: [] }]);
    const changed = await admin.put(`/proxies/${id}`, { ...same, timeoutMs: 1000 });
    expect(changed.body.edited).toBe(true);
    expect(await told()).toEqual([
      1,
      true,
      { against: 1, changes: [{ path: 'timeoutMs', before: 30_000, after: 1000 }] },
    ]);
    await deploy(id);
    expect(await told()).toEqual([2, false, { against: 2, changes: [] }]);
    await deploy(id, { revision: 1 });
    expect(await told()).toMatchObject([1, true, { against: 1, changes: [{ path: 'timeoutMs' }] }]);
    await admin.post(`/proxies/${id}/undeploy`);
    expect(await told()).toEqual([null, null, { against: null, changes: [] }]);
  });

  it('are deployed as they were looked at, or not at all', async () => {
    const { id, ...same } = await create();
    const seen = (await manager.get(`/proxies/${id}/changes`)).body.etag as string;
    expect((await manager.get(`/proxies/${id}`)).headers.get('etag')).toBe(seen);
    const answers = (ifMatch: string) => deployer.post(`/proxies/${id}/deploy`, {}, { 'if-match': ifMatch });
    expect((await answers(seen)).status).toBe(200);
    await manager.put(`/proxies/${id}`, { ...same, timeoutMs: 1000 });
    const late = await answers(seen);
    expect([late.status, late.body.code]).toEqual([412, 'edit_conflict']);
    expect((await manager.get(`/proxies/${id}`)).body).toMatchObject({ deployedRevision: 1, edited: true });
    expect((await answers((await manager.get(`/proxies/${id}/changes`)).body.etag as string)).status).toBe(200);
  });

  it('the difference between two revisions is shown field by field', async () => {
    const proxy = await create();
    await deploy(proxy.id);
    const { id: _, ...same } = proxy;
    const [first, second] = proxy.routes;
    await admin.put(`/proxies/${proxy.id}`, {
      ...same,
      timeoutMs: 1000,
      routes: [{ ...first, scopes: ['orders:all'] }, second, { methods: ['GET'], path: '/', scopes: [] }],
      headers: { add: { 'X-A': 'b' } },
      rateLimit: { perMinute: 5 },
    });
    await deploy(proxy.id);
    const { status, body } = await admin.get(`/proxies/${proxy.id}/revisions/2/diff?against=1`);
    expect([status, body]).toEqual([
      200,
      {
        revision: 2,
        against: 1,
        changes: [
          { path: 'routes.0.scopes', before: ['orders:read'], after: ['orders:all'] },
          { path: 'routes.2', before: null, after: { methods: ['GET'], path: '/', scopes: [] } },
          { path: 'timeoutMs', before: 30000, after: 1000 },
          { path: 'headers.add.X-A', before: null, after: 'b' },
          { path: 'rateLimit', before: null, after: { perMinute: 5 } },
        ],
      },
    ]);
    expect((await admin.get(`/proxies/${proxy.id}/revisions/2/diff`)).body).toEqual(body);
    expect((await admin.get(`/proxies/${proxy.id}/revisions/1/diff?against=1`)).body.changes).toEqual([]);
    expect((await admin.get(`/proxies/${proxy.id}/revisions/3/diff?against=1`)).status).toBe(404);
    expect((await admin.get(`/proxies/${proxy.id}/revisions/1/diff?against=3`)).status).toBe(404);
    const statusOf = async (path: string) => (await admin.get(`/proxies/${proxy.id}/revisions/${path}`)).status;
    for (const path of ['x/diff?against=1', '0/diff?against=1', '1e0/diff?against=1', '1/diff'])
      expect([path, await statusOf(path)]).toEqual([path, 404]);
    for (const path of ['1/diff?against=0', '1/diff?against=x'])
      expect([path, await statusOf(path)]).toEqual([path, 400]);
  });

  it('a path stays with whoever is deployed there', async () => {
    const first = await create();
    await deploy(first.id);
    await admin.put(`/proxies/${first.id}`, sample());
    const second = await create(sample({ path: first.path }));
    const refused = await admin.post(`/proxies/${second.id}/deploy`, {});
    expect(refused).toMatchObject({ status: 409, body: { code: 'path_served' } });
    expect((await admin.get(`/proxies/${second.id}/revisions`)).body.items).toEqual([]);
    await admin.post(`/proxies/${first.id}/undeploy`);
    await deploy(second.id);
    expect(await admin.post(`/proxies/${first.id}/deploy`, { revision: 1 })).toMatchObject({ status: 409 });
  });

  it('a connection stays while a revision that is deployed leads to it', async () => {
    const old = await createConnection(admin, 'https://old.example');
    const proxy = await create(sample({ connectionId: old }));
    await deploy(proxy.id);
    await admin.put(`/proxies/${proxy.id}`, sample());
    const refused = await admin.delete(`/connections/${old}`);
    expect(refused).toMatchObject({ status: 409, body: { code: 'in_use', usedBy: [{ type: 'proxy', id: proxy.id }] } });
    await deploy(proxy.id);
    expect((await admin.delete(`/connections/${old}`)).status).toBe(204);
    expect(await admin.post(`/proxies/${proxy.id}/deploy`, { revision: 1 })).toMatchObject({
      status: 409,
      body: { code: 'connection_gone' },
    });
  });

  it('[65] are audited with the revision before, and what changes nothing is not', async () => {
    const { id, path } = await create();
    await deploy(id);
    await deploy(id);
    await admin.post(`/proxies/${id}/undeploy`);
    await admin.post(`/proxies/${id}/undeploy`);
    const of = async (action: string) =>
      (await admin.get(`/admin/audit?action=${action}&subject=${id}`)).body.items.map(
        ({ details }: { details: unknown }) => details,
      );
    expect(await of('proxy.deployed')).toEqual([
      { revision: 2, before: 1, path },
      { revision: 1, before: null, path },
    ]);
    expect(await of('proxy.undeployed')).toEqual([{ revision: 2, path }]);
  });

  it('two at once get different numbers, and both are kept', async () => {
    const { id } = await create();
    const revisions = await Promise.all(Array.from({ length: 5 }, () => deploy(id)));
    expect(revisions.map(({ revision }) => revision).sort()).toEqual([1, 2, 3, 4, 5]);
    expect((await admin.get(`/proxies/${id}/revisions`)).body.items).toHaveLength(5);
  });

  it.each([
    ['revision', { revision: 0 }],
    ['revision', { revision: 'x' }],
    ['revision', { revision: 1e12 }],
    ['colour', { colour: 'red' }],
  ])('[47] are refused with a pointer to %s', async (path, body) => {
    const { id } = await create();
    const refused = await admin.post(`/proxies/${id}/deploy`, body);
    expect([refused.status, refused.body.errors[0].path]).toEqual([400, path]);
  });

  it('every change of what is served is another version, and nothing else is', async () => {
    const version = () => app.app.get(DeployedProxies, { strict: false }).version();
    const { id } = await create();
    const seen = [await version()];
    await admin.put(`/proxies/${id}`, sample());
    expect(await version()).toBe(seen[0]);
    for (const change of [
      () => deploy(id),
      () => deploy(id, { revision: 1 }),
      () => admin.post(`/proxies/${id}/undeploy`),
      () => deploy(id),
      () => admin.delete(`/proxies/${id}`),
    ]) {
      await change();
      seen.push(await version());
    }
    expect(new Set(seen).size).toBe(seen.length);
  });

  describe('rights', () => {
    const refusedFor = (answer: { status: number; body: { code?: string; scope?: string } }, scope: string) => {
      expect([answer.status, answer.body.code, answer.body.scope]).toEqual([403, 'insufficient_scope', scope]);
    };

    it('ROLE_MANAGE_PROXIES alone edits and can’t deploy', async () => {
      const made = await manager.post(`/projects/${project}/proxies`, sample());
      const { id } = made.body;
      expect([made.status, (await manager.put(`/proxies/${id}`, sample())).status]).toEqual([201, 200]);
      refusedFor(await manager.post(`/proxies/${id}/deploy`, {}), 'proxies:deploy');
      refusedFor(await manager.post(`/proxies/${id}/undeploy`), 'proxies:deploy');
      refusedFor(await manager.get(`/proxies/${id}/revisions`), 'proxies:deploy');
      expect((await manager.delete(`/proxies/${id}`)).status).toBe(204);
    });

    it('ROLE_DEPLOY_UNDEPLOY_PROXIES alone deploys and can’t edit', async () => {
      const { id } = await create();
      const deployed = await deployer.post(`/proxies/${id}/deploy`, {});
      expect(deployed).toMatchObject({ status: 200, body: { createdBy: deployerId } });
      expect((await deployer.get(`/proxies/${id}/revisions`)).body.items).toHaveLength(1);
      refusedFor(await deployer.put(`/proxies/${id}`, sample()), 'proxies:write');
      refusedFor(await deployer.delete(`/proxies/${id}`), 'proxies:write');
      refusedFor(await deployer.post(`/projects/${project}/proxies`, sample()), 'proxies:write');
      expect((await deployer.post(`/proxies/${id}/undeploy`)).status).toBe(200);
    });

    it('deleting a deployed proxy needs the right to deploy too', async () => {
      const { id } = await create();
      await deploy(id);
      const refused = await manager.delete(`/proxies/${id}`);
      refusedFor(refused, 'proxies:deploy');
      expect(refused.body.roles).toEqual(['ROLE_ADMIN', 'ROLE_DEPLOY_UNDEPLOY_PROXIES']);
      expect(refused.headers.get('www-authenticate')).toContain('scope="proxies:write proxies:deploy"');
      expect(await served(id)).toMatchObject({ revision: 1 });
      expect((await admin.delete(`/proxies/${id}`)).status).toBe(204);
      expect(await served(id)).toBeUndefined();
    });

    it('[46] what does not exist is 404 in each call', async () => {
      for (const answer of [
        await admin.post(`/proxies/${NOBODYS}/deploy`, {}),
        await admin.post(`/proxies/${NOBODYS}/undeploy`),
        await admin.get(`/proxies/${NOBODYS}/changes`),
        await admin.get(`/proxies/${NOBODYS}/revisions`),
        await admin.get(`/proxies/${NOBODYS}/revisions/1/diff?against=1`),
      ])
        expect([answer.status, answer.body.code]).toEqual([404, 'proxy_not_found']);
    });
  });

  // The last one: with two accounts, calls must say which one they are about.
  it("a path neither above nor below another account's can be deployed", async () => {
    const [here] = (await admin.get('/accounts')).body.items;
    const elsewhere = (await admin.post('/accounts', { name: 'Elsewhere' })).body.id;
    const ours = bearer(app, (await createToken(admin, { accountId: here.id })).token);
    const theirs = bearer(app, (await createToken(admin, { accountId: elsewhere })).token);
    const theirProject = (await theirs.post('/projects', { name: 'Orders' })).body.id;
    const made = async (client: ApiClient, of: string, path: string) =>
      (await client.post(`/projects/${of}/proxies`, sample({ path }))).body.id as string;
    const deployed = async (client: ApiClient, id: string) => {
      const { status, body } = await client.post(`/proxies/${id}/deploy`, {});
      return status === 200 ? status : [status, body.code];
    };

    expect(await deployed(ours, await made(ours, project, '/nest/orders'))).toBe(200);
    for (const path of ['/nest', '/nest/orders/v2', '/nest/orders/v2/eu'])
      expect([path, await deployed(theirs, await made(theirs, theirProject, path))]).toEqual([
        path,
        [409, 'path_served'],
      ]);
    for (const path of ['/nest/orders-v2', '/nest/order', '/nes'])
      expect([path, await deployed(theirs, await made(theirs, theirProject, path))]).toEqual([path, 200]);
    expect(await deployed(ours, await made(ours, project, '/nest/orders/v3'))).toBe(200);
    // 0 is the character after the slash
    expect(await deployed(theirs, await made(theirs, theirProject, '/nest/plans0'))).toBe(200);
    expect(await deployed(ours, await made(ours, project, '/nest/plans'))).toBe(200);
  });
});
