import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient, createToken, bearer, signIn, signInAsAdmin } from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const PASSWORD = 'Correct-Horse-Battery-9';

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
  });
  afterAll(() => app.stop());

  const person = (username: string, more: Record<string, unknown> = {}) => ({
    username,
    email: `${username}@example.com`,
    kind: 'person',
    roles: [],
    ...more,
  });

  describe('creating a user', () => {
    it('answers the user, who can sign in by name and by e-mail in any case', async () => {
      const roles = ['ROLE_API_SECURITY', 'ROLE_MANAGE_PROXIES'];
      const wanted = person('Ann', { email: 'Ann.Lee@Example.com', roles: [...roles].reverse(), password: PASSWORD });
      const created = await admin.post('/admin/users', wanted);
      expect(created.status).toBe(201);
      expect(created.headers.get('cache-control')).toBe('no-store');
      expect(created.body).toEqual({
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        username: 'ann',
        email: 'ann.lee@example.com',
        kind: 'person',
        status: 'active',
        roles,
        passwordSet: true,
        createdAt: app.clock.now().toISOString(),
        updatedAt: app.clock.now().toISOString(),
        invitation: null,
      });
      await signIn(app, 'ANN', PASSWORD);
      const me = await (await signIn(app, 'ann.lee@EXAMPLE.com', PASSWORD)).get('/auth/me');
      expect(me.body).toMatchObject({ user: { id: created.body.id, username: 'ann' }, roles });
      const { invitation: _, ...shown } = created.body;
      expect((await admin.get(`/admin/users/${created.body.id}`)).body).toEqual(shown);
    });

    it('audits who made whom, without the password', async () => {
      const created = await admin.post('/admin/users', person('audited', { password: PASSWORD }));
      const audit = await admin.get(`/admin/audit?subject=${created.body.id}`);
      expect(audit.body.items).toHaveLength(1);
      expect(audit.body.items[0]).toMatchObject({ action: 'user.created', actor: { name: 'admin' } });
      expect(JSON.stringify(audit.body)).not.toContain(PASSWORD);
    });

    it('makes service accounts, which have no e-mail, no password and no invitation', async () => {
      const created = await admin.post('/admin/users', { username: 'robot', kind: 'service' });
      expect(created.status).toBe(201);
      expect(created.body).toMatchObject({ email: null, kind: 'service', passwordSet: false, invitation: null });
      const refused = await admin.post('/admin/users', { username: 'robot-2', kind: 'service', password: PASSWORD });
      expect(refused.body).toMatchObject({ code: 'validation_failed', errors: [{ path: 'password' }] });
    });

    it.each([
      ['username', { username: 'a b' }],
      ['username', { username: '0199c0de-0000-7000-8000-0000000000aa' }],
      ['username', { username: 'app_0123' }],
      ['username', { username: 7 }],
      ['email', { email: undefined }],
      ['email', { email: null }],
      ['email', { email: 'nobody' }],
      ['email', { email: ['x@example.com'] }],
      ['kind', { kind: 'robot' }],
      ['kind', { kind: undefined }],
      ['roles', { roles: 'ROLE_ADMIN' }],
      ['roles', { roles: ['ROLE_API_SECURITY', 'ROLE_API_SECURITY'] }],
      ['roles.1', { roles: ['ROLE_ADMIN', 'ROLE_NOBODY_MADE'] }],
      ['password', { password: 'short' }],
      ['password', { password: 'refused@example.com' }],
      ['password', { password: { $ne: null } }],
    ])('[26] refuses a wrong %s: %j', async (path, wrong) => {
      const refused = await admin.post('/admin/users', person('refused', wrong));
      expect(refused.status).toBe(400);
      expect(refused.body.code).toBe('validation_failed');
      expect(refused.body.errors.map((error: { path: string }) => error.path)).toContain(path);
    });

    it.each(['id', 'siteId', 'ownerId', 'status', 'passwordHash', 'passwordSet', 'createdAt'])(
      '[47] refuses %s in the body',
      async (field) => {
        const refused = await admin.post('/admin/users', person('refused', { [field]: 'x' }));
        expect(refused.status).toBe(400);
        expect(refused.body).toMatchObject({ code: 'validation_failed', errors: [{ path: field }] });
      },
    );

    it('knows an e-mail address in every spelling of its domain: UTS #46', async () => {
      const create = (username: string, email: string) =>
        admin.post('/admin/users', { username: `${username}-${dialect}`, email, kind: 'person', password: PASSWORD });
      const made = await create('idn', `idn-${dialect}@b\u00fccher.example`);
      expect([made.status, made.body.email]).toEqual([201, `idn-${dialect}@xn--bcher-kva.example`]);
      for (const domain of [
        'xn--bcher-kva.example',
        'B\u00dcCHER.example',
        'bu\u0308cher.example',
        'b\u00fccher\uff0eexample',
      ]) {
        const email = `idn-${dialect}@${domain}`;
        expect([domain, (await create('other', email)).body.code]).toEqual([domain, 'duplicate_name']);
        const signIn = { username: email, password: PASSWORD };
        expect((await new ApiClient(app).post('/auth/login', signIn)).status).toBe(200);
      }
      for (const email of ['a\u0000@example.com', 'a@exam\u0000ple.com', 'a@\u0085.example'])
        expect((await create('nul', email)).status).toBe(400);
    });

    it('says which name is taken', async () => {
      expect((await admin.post('/admin/users', person('twice'))).status).toBe(201);
      const name = await admin.post('/admin/users', person('TWICE', { email: 'other@example.com' }));
      expect(name.status).toBe(409);
      expect(name.body).toMatchObject({ code: 'duplicate_name', errors: [{ path: 'username' }] });
      const email = await admin.post('/admin/users', person('thrice', { email: 'TWICE@example.com' }));
      expect(email.status).toBe(409);
      expect(email.body).toMatchObject({ code: 'duplicate_name', errors: [{ path: 'email' }] });
    });

    it('leaves nothing of a user whose roles were refused', async () => {
      await admin.post('/admin/users', person('half-made', { roles: ['ROLE_NOBODY_MADE'] }));
      expect((await admin.get('/admin/users?search=half-made')).body.items).toEqual([]);
    });
  });

  describe('giving roles', () => {
    it('takes a sign-in of the last 15 minutes from a session, and nothing of the kind from a token', async () => {
      const session = await signInAsAdmin(app);
      const { token } = await createToken(session);
      app.clock.advance({ minutes: 15 });
      const roles = ['ROLE_API_SECURITY'];
      const late = await session.unconfirming().post('/admin/users', person('late', { roles }));
      expect(late.status).toBe(403);
      expect(late.body.code).toBe('reauthentication_required');
      expect((await session.post('/admin/users', { username: 'late', kind: 'service' })).status).toBe(201);
      expect((await bearer(app, token).post('/admin/users', person('by-token', { roles }))).status).toBe(201);
      const password = app.settings.adminPassword?.reveal();
      expect((await session.post('/auth/confirm', { password })).status).toBeLessThan(300);
      expect((await session.post('/admin/users', person('confirmed', { roles }))).status).toBe(201);
    });

    it('[49] gives no more than a narrowed token of an administrator holds itself', async () => {
      const scopes = ['users:read', 'users:write', 'security:read', 'security:write'];
      const { token } = await createToken(await signInAsAdmin(app), { scopes });
      const narrow = bearer(app, token);
      const refused = await narrow.post('/admin/users', person('too-much', { roles: ['ROLE_ADMIN'] }));
      expect(refused.status).toBe(403);
      expect(refused.body.code).toBe('scope_not_held');
      const fitting = await narrow.post('/admin/users', person('fitting', { roles: ['ROLE_API_SECURITY'] }));
      expect(fitting.status).toBe(201);
    });
  });
});
