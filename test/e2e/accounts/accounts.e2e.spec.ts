import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, bearer, createPerson, createToken, signInAsAdmin } from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;

  const create = async (name: string, description?: string): Promise<string> => {
    const created = await admin.post('/accounts', { name, ...(description === undefined ? {} : { description }) });
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

  it('are one from the start', async () => {
    const { body } = await admin.get('/accounts');
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ name: 'Default', status: 'active', description: null });
  });

  it('are made, read, renamed and described', async () => {
    const id = await create('Wholesale', 'Since 2027');
    const now = app.clock.now().toISOString();
    const account = {
      id,
      name: 'Wholesale',
      description: 'Since 2027',
      status: 'active',
      createdAt: now,
      updatedAt: now,
    };
    expect((await admin.get(`/accounts/${id}`)).body).toEqual(account);
    const changed = await admin.patch(`/accounts/${id}`, { name: 'Retail', description: null });
    expect([changed.status, changed.body]).toEqual([200, { ...account, name: 'Retail', description: null }]);
  });

  it('[81] have one name, however it is composed, and none that is not what it looks like', async () => {
    const id = await create('Cafe\u0301');
    expect((await admin.get(`/accounts/${id}`)).body.name).toBe('Caf\u00e9');
    expect((await admin.post('/accounts', { name: 'Caf\u00e9' })).body.code).toBe('duplicate_name');
    expect((await admin.get(`/accounts?search=${encodeURIComponent('cafe\u0301')}`)).body.items).toHaveLength(1);
    for (const name of ['a\u0000b', 'a\u0085b', 'a\u202eb', 'a\u2066b', 'a\nb'])
      expect([name, (await admin.post('/accounts', { name })).body.errors?.[0]?.path]).toEqual([name, 'name']);
    expect((await admin.post('/accounts', { name: 'Lines', description: 'one\n\ttwo' })).status).toBe(201);
    expect((await admin.post('/accounts', { name: 'Nul', description: 'a\u0000b' })).status).toBe(400);
  });

  it('[65] every change is audited, and what changes nothing is not', async () => {
    const id = await create('Audited');
    await admin.patch(`/accounts/${id}`, { name: 'Audited' });
    await admin.patch(`/accounts/${id}`, { description: 'now' });
    await admin.post(`/accounts/${id}/resume`);
    await admin.post(`/accounts/${id}/suspend`);
    await admin.post(`/accounts/${id}/suspend`);
    await admin.post(`/accounts/${id}/resume`);
    for (const action of ['account.created', 'account.updated', 'account.suspended', 'account.resumed']) {
      expect(await audited(action, id)).toHaveLength(1);
    }
    expect((await audited('account.updated', id))[0].details).toEqual({ description: 'now' });
  });

  it('have names that no other account of the site has', async () => {
    const id = await create('Only one');
    const made = await admin.post('/accounts', { name: 'Only one' });
    const renamed = await admin.patch(`/accounts/${id}`, { name: 'Default' });
    for (const refused of [made, renamed]) {
      expect([refused.status, refused.body.code, refused.body.errors[0].path]).toEqual([409, 'duplicate_name', 'name']);
    }
  });

  it.each([
    ['name', {}],
    ['name', { name: '' }],
    ['name', { name: ' x' }],
    ['name', { name: 'x'.repeat(101) }],
    ['name', { name: 7 }],
    ['description', { name: 'x', description: 'x'.repeat(1001) }],
    ['siteId', { name: 'x', siteId: '0199c0de-0000-7000-8000-000000000001' }],
    ['status', { name: 'x', status: 'suspended' }],
  ])('[47] are refused with a pointer to %s', async (path, body) => {
    const refused = await admin.post('/accounts', body);
    expect([refused.status, refused.body.errors[0].path]).toEqual([400, path]);
  });

  it('are found by a name beyond ASCII, whatever the case', async () => {
    await create('Ärzte Öl');
    for (const search of ['Ärzte', 'ÄRZTE', 'ö']) {
      const { body } = await admin.get(`/accounts?search=${encodeURIComponent(search)}`);
      expect([search, body.items.map(({ name }: { name: string }) => name)]).toEqual([search, ['Ärzte Öl']]);
    }
  });

  it('are filtered by state and name, whatever the case and the wildcards', async () => {
    const id = await create('100%_Sure');
    await admin.post(`/accounts/${id}/suspend`);
    const names = async (query: string) =>
      (await admin.get(`/accounts?${query}`)).body.items.map((item: { name: string }) => item.name);
    expect(await names('search=100%25_s')).toEqual(['100%_Sure']);
    expect(await names('search=%25')).toEqual(['100%_Sure']);
    expect(await names('status=suspended')).toEqual(['100%_Sure']);
    expect(await names('status=active')).not.toContain('100%_Sure');
    for (const query of [
      'status=gone',
      'owner=x',
      'search=a&search=b',
      'search=%00',
      'limit=0',
      'limit=201',
      'cursor=!',
    ]) {
      expect([query, (await admin.get(`/accounts?${query}`)).status]).toEqual([query, 400]);
    }
  });

  it('[46] are 404 when there is no such one', async () => {
    const id = '0199c0de-0000-7000-8000-0000000000ff';
    for (const answer of [
      await admin.get(`/accounts/${id}`),
      await admin.patch(`/accounts/${id}`, { name: 'x' }),
      await admin.post(`/accounts/${id}/suspend`),
      await admin.post(`/accounts/${id}/resume`),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([404, 'account_not_found']);
    }
  });

  it('need accounts:read and accounts:write', async () => {
    const id = await create('Guarded');
    const reader = bearer(app, (await createToken(admin, { scopes: ['accounts:read'] })).token);
    const person = await createPerson(app, 'outsider', ['ROLE_MANAGE_PROXIES']);
    expect((await reader.get(`/accounts/${id}`)).status).toBe(200);
    for (const answer of [
      await reader.post('/accounts', { name: 'x' }),
      await reader.patch(`/accounts/${id}`, { name: 'x' }),
      await reader.post(`/accounts/${id}/suspend`),
      await person.session.get('/accounts'),
      await person.session.get(`/accounts/${id}`),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([403, 'insufficient_scope']);
    }
  });

  describe('a token pinned to an account', () => {
    it('stops when the account is suspended, at once, and works again when it is resumed', async () => {
      const accountId = await create('Pinned');
      const pinned = bearer(app, (await createToken(admin, { accountId })).token);
      const free = bearer(app, (await createToken(admin)).token);
      expect((await pinned.get('/auth/me')).body.account).toEqual({ id: accountId, name: 'Pinned' });
      expect((await admin.post(`/accounts/${accountId}/suspend`)).body.status).toBe('suspended');
      expect((await pinned.get('/auth/me')).status).toBe(403);
      expect((await free.get('/auth/me')).status).toBe(200);
      expect((await admin.post(`/accounts/${accountId}/resume`)).body.status).toBe('active');
      expect((await pinned.get('/auth/me')).status).toBe(200);
    });

    it('calls in that account, and administers none, its own neither', async () => {
      const accountId = await create('Mine');
      const other = await create('Theirs');
      const pinned = bearer(app, (await createToken(admin, { accountId })).token);
      expect((await pinned.post('/projects', { name: 'Ours' })).status).toBe(201);
      expect((await pinned.about(other).get('/projects')).body.code).toBe('account_mismatch');
      for (const answer of [
        await pinned.get('/accounts'),
        await pinned.get(`/accounts/${other}`),
        await pinned.patch(`/accounts/${accountId}`, { description: 'ours' }),
        await pinned.post(`/accounts/${other}/suspend`),
        await pinned.post('/accounts', { name: 'x' }),
      ]) {
        expect([answer.status, answer.body.code]).toEqual([403, 'account_pinned']);
      }
    });
  });
});
