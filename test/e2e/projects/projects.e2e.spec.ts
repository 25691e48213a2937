import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, bearer, createPerson, createToken, signInAsAdmin } from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const NOBODYS = '0199c0de-0000-7000-8000-0000000000ff';

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;

  const create = async (name: string, description?: string): Promise<string> => {
    const created = await admin.post('/projects', { name, ...(description === undefined ? {} : { description }) });
    expect(created.status).toBe(201);
    return created.body.id;
  };
  const audited = async (action: string, id: string) =>
    (await admin.get(`/admin/audit?action=${action}&subject=${id}`)).body.items;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
  });
  afterAll(() => app.stop());

  it('are made, read, renamed, described and deleted', async () => {
    const accountId = (await admin.get('/accounts')).body.items[0].id;
    const id = await create('Orders', 'All about orders');
    const now = app.clock.now().toISOString();
    const project = {
      id,
      accountId,
      name: 'Orders',
      description: 'All about orders',
      createdAt: now,
      updatedAt: now,
    };
    expect((await admin.get(`/projects/${id}`)).body).toEqual(project);
    const changed = await admin.patch(`/projects/${id}`, { name: 'Invoices', description: null });
    expect([changed.status, changed.body]).toEqual([200, { ...project, name: 'Invoices', description: null }]);
    expect((await admin.delete(`/projects/${id}`)).status).toBe(204);
    expect(await admin.get(`/projects/${id}`)).toMatchObject({ status: 404, body: { code: 'project_not_found' } });
  });

  it('[65] every change is audited, and what changes nothing is not', async () => {
    const id = await create('Audited');
    await admin.patch(`/projects/${id}`, { name: 'Audited' });
    await admin.patch(`/projects/${id}`, { description: 'now' });
    await admin.delete(`/projects/${id}`);
    for (const action of ['project.created', 'project.updated', 'project.deleted']) {
      expect([action, (await audited(action, id)).length]).toEqual([action, 1]);
    }
    expect((await audited('project.updated', id))[0].details).toEqual({ description: 'now' });
  });

  it.each([
    ['name', {}],
    ['name', { name: '' }],
    ['name', { name: 'x'.repeat(101) }],
    ['description', { name: 'x', description: 'x'.repeat(1001) }],
    ['accountId', { name: 'x', accountId: NOBODYS }],
    ['siteId', { name: 'x', siteId: NOBODYS }],
  ])('[47] are refused with a pointer to %s', async (path, body) => {
    const refused = await admin.post('/projects', body);
    expect([refused.status, refused.body.errors[0].path]).toEqual([400, path]);
  });

  it('are found by name, whatever the case', async () => {
    await create('Überall');
    const names = async (search: string) =>
      (await admin.get(`/projects?search=${encodeURIComponent(search)}`)).body.items.map(
        (item: { name: string }) => item.name,
      );
    expect(await names('überALL')).toEqual(['Überall']);
    expect(await names('nowhere')).toEqual([]);
  });

  it('need projects:read and projects:write', async () => {
    const id = await create('Guarded');
    const reader = bearer(app, (await createToken(admin, { scopes: ['projects:read'] })).token);
    const outsider = (await createPerson(app, 'outsider', ['ROLE_API_SECURITY'])).session;
    expect((await reader.get(`/projects/${id}`)).status).toBe(200);
    for (const answer of [
      await reader.post('/projects', { name: 'x' }),
      await reader.patch(`/projects/${id}`, { name: 'x' }),
      await reader.delete(`/projects/${id}`),
      await outsider.get('/projects'),
      await outsider.get(`/projects/${id}`),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([403, 'insufficient_scope']);
    }
  });

  describe('with several accounts', () => {
    let other: string;
    let first: string;

    beforeAll(async () => {
      first = (await admin.get('/accounts')).body.items[0].id;
      other = (await admin.post('/accounts', { name: 'Other' })).body.id;
    });

    const in_ = (accountId: string) => ({ 'x-account-id': accountId });

    it('the header says which account a call is about, and one is needed', async () => {
      const refused = await admin.get('/projects');
      expect([refused.status, refused.body.code]).toEqual([400, 'account_required']);
      const { body } = await admin.post('/projects', { name: 'Of the other' }, in_(other));
      expect(body.accountId).toBe(other);
      expect((await admin.get('/projects', in_(other))).body.items).toHaveLength(1);
    });

    it('a name is unique in its account, and free in the others', async () => {
      const make = (account: string) => admin.post('/projects', { name: 'Same' }, in_(account));
      expect([(await make(first)).status, (await make(other)).status]).toEqual([201, 201]);
      const refused = await make(first);
      expect([refused.status, refused.body.code, refused.body.errors[0].path]).toEqual([409, 'duplicate_name', 'name']);
    });

    it('[46] one of another account is the same 404 as one that never was', async () => {
      const { id } = (await admin.post('/projects', { name: 'Hidden' }, in_(other))).body;
      const there = bearer(app, (await createToken(admin, { accountId: first })).token);
      for (const answer of [
        await there.get(`/projects/${id}`),
        await there.patch(`/projects/${id}`, { name: 'x' }),
        await there.delete(`/projects/${id}`),
        await admin.get(`/projects/${id}`, in_(first)),
        await there.get(`/projects/${NOBODYS}`),
      ]) {
        expect([answer.status, answer.body.code]).toEqual([404, 'project_not_found']);
      }
      expect((await admin.get(`/projects/${id}`, in_(other))).status).toBe(200);
    });

    it('a token of one account sees and makes projects of that one alone', async () => {
      const pinned = bearer(app, (await createToken(admin, { accountId: other })).token);
      expect((await pinned.post('/projects', { name: 'Pinned' })).body.accountId).toBe(other);
      const list: { accountId: string }[] = (await pinned.get('/projects')).body.items;
      expect(new Set(list.map(({ accountId }) => accountId))).toEqual(new Set([other]));
      const refused = await pinned.get('/projects', in_(first));
      expect([refused.status, refused.body.code]).toEqual([403, 'account_mismatch']);
    });
  });
});
