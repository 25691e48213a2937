import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ApiClient,
  bearer,
  createPerson,
  createToken,
  signInAsAdmin,
  type TestPerson,
} from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const BUILT_IN = ['ROLE_ADMIN', 'ROLE_API_SECURITY', 'ROLE_DEPLOY_UNDEPLOY_PROXIES', 'ROLE_MANAGE_PROXIES'];

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  /** Makes roles, and holds little else. */
  let maker: TestPerson;

  const role = (name: string, scopes: string[]) => admin.post('/admin/roles', { name, description: name, scopes });
  const replace = (client: ApiClient, name: string, scopes: string[]) =>
    client.put(`/admin/roles/${name}`, { description: name, scopes });
  const heldBy = async (client: ApiClient): Promise<string[]> => (await client.get('/auth/me')).body.scopes;
  const lastAudit = async (action: string) => (await admin.get(`/admin/audit?action=${action}&limit=1`)).body.items[0];

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
    await role('ROLE_MAKER', ['roles:read', 'roles:write', 'orders:read', 'accounts:read']);
    maker = await createPerson(app, 'maker', ['ROLE_MAKER']);
  });
  afterAll(() => app.stop());

  describe('the built-in roles', () => {
    it('are listed with the own ones, by name', async () => {
      const { body } = await admin.get('/admin/roles');
      const names = body.items.map((item: { name: string }) => item.name);
      expect(names).toEqual([...names].sort());
      expect(names).toEqual(expect.arrayContaining([...BUILT_IN, 'ROLE_MAKER']));
      for (const item of body.items) expect(item.builtIn).toBe(BUILT_IN.includes(item.name));
      expect(body.nextCursor).toBeNull();
    });

    it('are paged like every list', async () => {
      const first = await admin.get('/admin/roles?limit=3');
      expect(first.body.items).toHaveLength(3);
      const rest = await admin.get(`/admin/roles?limit=200&cursor=${first.body.nextCursor}`);
      expect([...first.body.items, ...rest.body.items]).toEqual((await admin.get('/admin/roles')).body.items);
    });

    it("give what they say; an administrator also holds the scopes of the site's own API", async () => {
      const { body } = await admin.get('/admin/roles/ROLE_MANAGE_PROXIES');
      expect(body.scopes).toEqual(['projects:read', 'projects:write', 'proxies:read', 'proxies:write']);
      expect((await admin.get('/admin/roles/ROLE_ADMIN')).body.scopes).toContain('orders:read');
      expect(await heldBy(admin)).toContain('orders:read');
    });

    it.each(BUILT_IN)('%s can be neither changed nor deleted', async (name) => {
      const changed = await replace(admin, name, ['users:write']);
      const deleted = await admin.delete(`/admin/roles/${name}`);
      expect([changed.status, changed.body.code]).toEqual([409, 'built_in_role']);
      expect([deleted.status, deleted.body.code]).toEqual([409, 'built_in_role']);
    });
  });

  describe("a site's own role", () => {
    it('is made, read, changed and deleted, each audited [65]', async () => {
      const created = await role('ROLE_CLERK', ['orders:read', 'invoices:read']);
      expect(created.status).toBe(201);
      expect(created.body).toEqual({
        name: 'ROLE_CLERK',
        description: 'ROLE_CLERK',
        scopes: ['orders:read', 'invoices:read'],
        builtIn: false,
      });
      expect((await admin.get('/admin/roles/ROLE_CLERK')).body).toEqual(created.body);
      const changed = await replace(admin, 'ROLE_CLERK', ['orders:read', 'orders:write']);
      expect([changed.status, changed.body.scopes]).toEqual([200, ['orders:read', 'orders:write']]);
      expect((await lastAudit('role.updated')).details).toMatchObject({
        added: ['orders:write'],
        removed: ['invoices:read'],
      });
      expect((await admin.delete('/admin/roles/ROLE_CLERK')).status).toBe(204);
      expect((await admin.get('/admin/roles/ROLE_CLERK')).body.code).toBe('role_not_found');
      for (const action of ['role.created', 'role.updated', 'role.deleted']) {
        expect(await lastAudit(action)).toMatchObject({
          outcome: 'success',
          actor: { kind: 'user', name: 'admin' },
          subject: { type: 'role', name: 'ROLE_CLERK' },
        });
      }
    });

    it.each([
      ['name', { name: 'clerk' }],
      ['name', { name: 'ROLE_' }],
      ['name', { name: `ROLE_${'A'.repeat(60)}` }],
      ['description', { description: undefined }],
      ['scopes', { scopes: [] }],
      ['scopes', { scopes: ['Orders:Read'] }],
      ['scopes', { scopes: ['account:0199c0de-0000-7000-8000-000000000001'] }],
      ['scopes.1', { scopes: ['orders:read', 'users:wirte'] }],
      ['siteId', { siteId: '0199c0de-0000-7000-8000-000000000001' }],
      ['builtIn', { builtIn: true }],
    ])('[47] is refused with a pointer to %s', async (path, fields) => {
      const body = { name: 'ROLE_WRONG', description: 'x', scopes: ['orders:read'], ...fields };
      const refused = await admin.post('/admin/roles', body);
      expect([refused.status, refused.body.code]).toEqual([400, 'validation_failed']);
      expect(refused.body.errors.map((error: { path: string }) => error.path)).toContain(path);
    });

    it('has a name that no other role of the site has', async () => {
      await role('ROLE_TWICE', ['orders:read']);
      for (const name of ['ROLE_TWICE', 'ROLE_ADMIN']) {
        const refused = await role(name, ['orders:read']);
        expect([refused.status, refused.body.code]).toEqual([409, 'duplicate_name']);
      }
    });

    it('keeps its name, and is not made by a change', async () => {
      const renamed = await admin.put('/admin/roles/ROLE_TWICE', {
        name: 'ROLE_ONCE',
        description: '',
        scopes: ['orders:read'],
      });
      expect([renamed.status, renamed.body.errors[0].path]).toEqual([400, 'name']);
      expect((await replace(admin, 'ROLE_NONE', ['orders:read'])).body.code).toBe('role_not_found');
      expect((await replace(admin, 'none at all', ['orders:read'])).body.code).toBe('role_not_found');
      expect((await admin.delete('/admin/roles/ROLE_NONE')).body.code).toBe('role_not_found');
    });

    it('is not deleted while users hold it, and says how many do', async () => {
      await role('ROLE_HELD', ['orders:read']);
      const holder = await createPerson(app, 'holder', ['ROLE_HELD']);
      const refused = await admin.delete('/admin/roles/ROLE_HELD');
      expect([refused.status, refused.body.code, refused.body.users]).toEqual([409, 'role_in_use', 1]);
      await admin.patch(`/admin/users/${holder.id}`, { roles: [] });
      expect((await admin.delete('/admin/roles/ROLE_HELD')).status).toBe(204);
    });

    it('is never both deleted and given, however the two meet', async () => {
      for (let round = 0; round < 5; round++) {
        const name = `ROLE_RACE_${round}`;
        await role(name, ['orders:read']);
        const user = { username: `racer-${round}`, kind: 'service', roles: [name] };
        const [deleted, given] = await Promise.all([
          admin.delete(`/admin/roles/${name}`),
          admin.post('/admin/users', user),
        ]);
        expect([
          [204, 400],
          [409, 201],
        ]).toContainEqual([deleted.status, given.status]);
      }
    });

    it('[48] narrows and widens every token of its holders at once', async () => {
      await role('ROLE_CHANGING', ['orders:read', 'invoices:read']);
      const person = await createPerson(app, 'changing', ['ROLE_CHANGING']);
      const whole = bearer(app, (await createToken(person.session)).token);
      const narrow = bearer(app, (await createToken(person.session, { scopes: ['invoices:read'] })).token);
      await replace(admin, 'ROLE_CHANGING', ['orders:read', 'orders:write']);
      expect((await heldBy(whole)).sort()).toEqual(['orders:read', 'orders:write']);
      expect(await heldBy(narrow)).toEqual([]);
      await replace(admin, 'ROLE_CHANGING', ['invoices:read']);
      expect(await heldBy(narrow)).toEqual(['invoices:read']);
    });
  });

  describe('[49] who may make roles', () => {
    it('needs roles:read to see them and roles:write to change them', async () => {
      const nobody = await createPerson(app, 'nobody', []);
      for (const answer of [
        await nobody.session.get('/admin/roles'),
        await nobody.session.get('/admin/roles/ROLE_ADMIN'),
        await nobody.session.post('/admin/roles', {}),
        await replace(nobody.session, 'ROLE_MAKER', ['orders:read']),
        await nobody.session.delete('/admin/roles/ROLE_MAKER'),
      ]) {
        expect([answer.status, answer.body.code]).toEqual([403, 'insufficient_scope']);
      }
    });

    it('gives what one holds', async () => {
      const body = { name: 'ROLE_GIVEN', description: '', scopes: ['orders:read', 'accounts:read'] };
      expect((await maker.session.post('/admin/roles', body)).status).toBe(201);
    });

    it('never gives what one lacks, not even in small steps', async () => {
      const body = { name: 'ROLE_WIDE', description: '', scopes: ['orders:read', 'users:write'] };
      const made = await maker.session.post('/admin/roles', body);
      expect([made.status, made.body.code, made.body.scope]).toEqual([403, 'role_too_wide', 'users:write']);
      await role('ROLE_WIDE', ['orders:read', 'users:write']);
      const widened = await replace(maker.session, 'ROLE_WIDE', ['orders:read', 'users:write', 'site:write']);
      expect([widened.status, widened.body.code]).toEqual([403, 'role_too_wide']);
      const narrowed = await replace(maker.session, 'ROLE_WIDE', ['users:write']);
      expect(narrowed.status).toBe(200);
    });

    it('does not make a role that one holds hold more', async () => {
      await role('ROLE_OTHER', ['invoices:read']);
      const both = await createPerson(app, 'both', ['ROLE_MAKER', 'ROLE_OTHER']);
      const widened = await replace(both.session, 'ROLE_OTHER', ['invoices:read', 'orders:read']);
      expect([widened.status, widened.body.code]).toEqual([403, 'own_role_widened']);
      expect((await replace(maker.session, 'ROLE_OTHER', ['invoices:read', 'orders:read'])).status).toBe(200);
    });

    it("lets only an administrator introduce a scope of the site's own API", async () => {
      const body = { name: 'ROLE_NEW_SCOPE', description: '', scopes: ['brand_new:read'] };
      const refused = await maker.session.post('/admin/roles', body);
      expect([refused.status, refused.body.code]).toEqual([403, 'new_scope_refused']);
      const narrowed = bearer(app, (await createToken(admin, { scopes: ['roles:write', 'orders:read'] })).token);
      expect((await narrowed.post('/admin/roles', body)).body.code).toBe('new_scope_refused');
      expect((await admin.post('/admin/roles', body)).status).toBe(201);
    });

    it("does not go beyond a narrowed credential of an administrator's", async () => {
      const { token } = await createToken(admin, { scopes: ['roles:write', 'orders:read'] });
      const body = { name: 'ROLE_FROM_TOKEN', description: '', scopes: ['users:write'] };
      expect((await bearer(app, token).post('/admin/roles', body)).body.code).toBe('role_too_wide');
    });
  });

  describe('GET /scopes', () => {
    it('says of every scope what it means, who gives it and whether I hold it', async () => {
      const { status, body } = await maker.session.get('/scopes');
      expect(status).toBe(200);
      expect(body.nextCursor).toBeNull();
      const entry = (scope: string) => body.items.find((item: { scope: string }) => item.scope === scope);
      expect(entry('projects:read')).toEqual({
        scope: 'projects:read',
        description: 'See projects',
        roles: ['ROLE_ADMIN', 'ROLE_DEPLOY_UNDEPLOY_PROXIES', 'ROLE_MANAGE_PROXIES'],
        held: false,
      });
      expect(entry('orders:read')).toMatchObject({ held: true, description: "Scope of this site's API" });
      expect(entry('orders:read').roles).toEqual(expect.arrayContaining(['ROLE_ADMIN', 'ROLE_MAKER']));
    });

    it('answers for the credential, not for its owner', async () => {
      const { token } = await createToken(maker.session, { scopes: ['orders:read'] });
      const { body } = await bearer(app, token).get('/scopes');
      const held = body.items.filter((item: { held: boolean }) => item.held);
      expect(held.map((item: { scope: string }) => item.scope)).toEqual(['orders:read']);
    });
  });
});
