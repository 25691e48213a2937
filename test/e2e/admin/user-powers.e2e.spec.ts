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

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let adminId: string;
  /** Looks after users, and is no administrator. */
  let hera: TestPerson;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
    adminId = (await admin.get('/auth/me')).body.user.id;
    const role = { name: 'ROLE_PEOPLE', description: 'Looks after users', scopes: ['users:read', 'users:write'] };
    expect((await admin.post('/admin/roles', role)).status).toBe(201);
    hera = await createPerson(app, 'hera', ['ROLE_PEOPLE']);
  });
  afterAll(() => app.stop());

  const path = (id: string, action = '') => `/admin/users/${id}${action}`;
  const codeOf = ({ status, body }: { status: number; body: { code?: string } | null }) => [status, body?.code];

  describe('who looks after users', () => {
    it('creates, renames, suspends and invites those who hold no more', async () => {
      const made = await hera.session.post('/admin/users', {
        username: 'low',
        email: 'low@example.com',
        kind: 'person',
      });
      expect(made.status).toBe(201);
      const { id } = made.body;
      const renamed = await hera.session.patch(path(id), { username: 'Lower', email: 'Lower@example.com' });
      expect(renamed.body).toMatchObject({ username: 'lower', email: 'lower@example.com' });
      expect((await hera.session.post(path(id, '/invitation'))).status).toBe(201);
      expect((await hera.session.post(path(id, '/suspend'))).status).toBe(200);
      expect((await hera.session.post(path(id, '/resume'))).status).toBe(200);
    });

    it('[49] gives and takes no roles, its own neither', async () => {
      const roles = ['ROLE_PEOPLE'];
      const answers = [
        await hera.session.post('/admin/users', { username: 'x1', kind: 'service', roles }),
        await hera.session.patch(path(hera.id), { roles: ['ROLE_ADMIN'] }),
        await hera.session.patch(path(adminId), { roles: [] }),
      ];
      for (const answer of answers) expect(codeOf(answer)).toEqual([403, 'administrator_required']);
    });

    it("can't touch somebody who holds a scope that it lacks", async () => {
      const mighty = await createPerson(app, 'mighty', ['ROLE_API_SECURITY']);
      for (const id of [mighty.id, adminId]) {
        const answers = [
          await hera.session.patch(path(id), { email: 'hera@example.org' }),
          await hera.session.post(path(id, '/suspend')),
          await hera.session.post(path(id, '/resume')),
          await hera.session.post(path(id, '/invitation')),
        ];
        for (const answer of answers) expect(codeOf(answer)).toEqual([403, 'user_out_of_reach']);
      }
      expect((await mighty.session.get('/auth/me')).status).toBe(200);
    });

    it('is the same with a narrowed token of an administrator', async () => {
      const { token } = await createToken(await signInAsAdmin(app), { scopes: ['users:read', 'users:write'] });
      const mighty = await createPerson(app, 'mightier', ['ROLE_API_SECURITY']);
      expect(codeOf(await bearer(app, token).post(path(mighty.id, '/invitation')))).toEqual([403, 'user_out_of_reach']);
      expect((await bearer(app, token).post(path(hera.id, '/invitation'))).status).toBe(201);
    });
  });

  it('[49] a token that is pinned or limited to networks makes no sign-in, which would be neither', async () => {
    const { body: account } = await admin.post('/accounts', { name: 'Pinned' });
    const { id } = (await admin.post('/admin/users', { username: 'pip', email: 'pip@example.com', kind: 'person' }))
      .body;
    for (const [settings, code] of [
      [{ accountId: account.id }, 'account_pinned'],
      [{ allowedNetworks: ['127.0.0.0/8'] }, 'credential_too_narrow'],
    ] as const) {
      const narrow = bearer(app, (await createToken(admin, settings)).token);
      const person = { username: 'pop', email: 'pop@example.com', kind: 'person', password: 'Correct-Horse-Battery-9' };
      expect(codeOf(await narrow.post('/admin/users', person))).toEqual([403, code]);
      expect(codeOf(await narrow.post(path(id, '/invitation')))).toEqual([403, code]);
    }
  });

  describe('who keeps the site', () => {
    it('does not suspend itself', async () => {
      expect(codeOf(await admin.post(path(adminId, '/suspend')))).toEqual([409, 'own_account']);
      expect(codeOf(await hera.session.post(path(hera.id, '/suspend')))).toEqual([409, 'own_account']);
    });

    it("can't be demoted as the last administrator", async () => {
      const refused = await admin.patch(path(adminId), { roles: ['ROLE_API_SECURITY'] });
      expect(codeOf(refused)).toEqual([409, 'last_administrator']);
      expect((await admin.get(path(adminId))).body.roles).toEqual(['ROLE_ADMIN']);
    });

    it("can't be suspended as the owner of the site, also by another administrator", async () => {
      const second = await createPerson(app, 'second', ['ROLE_ADMIN']);
      expect(codeOf(await second.session.post(path(adminId, '/suspend')))).toEqual([409, 'site_owner']);
      const demoted = await second.session.patch(path(second.id), { roles: [] });
      expect(demoted.body.roles).toEqual([]);
      expect((await second.session.get('/admin/users')).status).toBe(403);
    });
  });

  it('an owner who holds no more than others is out of their reach all the same', async () => {
    const deputy = await createPerson(app, 'deputy', ['ROLE_ADMIN']);
    expect((await deputy.session.patch(path(adminId), { roles: [] })).status).toBe(200);
    const answers = [
      await hera.session.patch(path(adminId), { email: 'hera@example.org' }),
      await hera.session.post(path(adminId, '/suspend')),
      await hera.session.post(path(adminId, '/invitation')),
    ];
    expect((await deputy.session.patch(path(adminId), { roles: ['ROLE_ADMIN'] })).status).toBe(200);
    expect((await deputy.session.patch(path(deputy.id), { roles: [] })).status).toBe(200);
    for (const answer of answers) expect(codeOf(answer)).toEqual([403, 'user_out_of_reach']);
  });

  describe('changing roles', () => {
    it('[48] shrinks and grows every credential of the user at once', async () => {
      const worker = await createPerson(app, 'worker', ['ROLE_API_SECURITY', 'ROLE_DEPLOY_UNDEPLOY_PROXIES']);
      const { token } = await createToken(worker.session);
      const { token: narrow } = await createToken(worker.session, { scopes: ['security:read'] });
      const scopesOf = async (value: string) => (await bearer(app, value).get('/auth/me')).body.scopes.sort();
      const all = await scopesOf(token);
      const fresh = await signInAsAdmin(app);
      const { body } = await fresh.patch(path(worker.id), { roles: ['ROLE_DEPLOY_UNDEPLOY_PROXIES'] });
      expect(body.roles).toEqual(['ROLE_DEPLOY_UNDEPLOY_PROXIES']);
      expect(await scopesOf(token)).toEqual(['projects:read', 'proxies:deploy', 'proxies:read']);
      expect(await scopesOf(narrow)).toEqual([]);
      const roles = ['ROLE_API_SECURITY', 'ROLE_DEPLOY_UNDEPLOY_PROXIES'];
      expect((await fresh.patch(path(worker.id), { roles })).status).toBe(200);
      expect(await scopesOf(token)).toEqual(all);
      expect(await scopesOf(narrow)).toEqual(['security:read']);
    });

    it('is audited with what was given and taken; changing nothing is not', async () => {
      const { id } = await createPerson(app, 'plain', ['ROLE_API_SECURITY']);
      const fresh = await signInAsAdmin(app);
      await fresh.patch(path(id), { roles: ['ROLE_MANAGE_PROXIES'] });
      await fresh.patch(path(id), { roles: ['ROLE_MANAGE_PROXIES'], username: 'plain', email: 'plain@example.com' });
      const { body } = await fresh.get(`/admin/audit?subject=${id}&action=user.updated`);
      expect(body.items).toHaveLength(1);
      const expected = { roles: { given: ['ROLE_MANAGE_PROXIES'], taken: ['ROLE_API_SECURITY'] } };
      expect(body.items[0].details).toEqual(expected);
    });

    it('refuses roles that the site does not have, and names and fields that cannot be', async () => {
      const fresh = await signInAsAdmin(app);
      for (const [wrong, at] of [
        [{ roles: ['ROLE_NOBODY_MADE'] }, 'roles.0'],
        [{ roles: null }, 'roles'],
        [{ email: null }, 'email'],
        [{ username: 'app_x' }, 'username'],
        [{ username: null }, 'username'],
        [{ kind: 'service' }, 'kind'],
        [{ status: 'suspended' }, 'status'],
        [{ siteId: hera.id }, 'siteId'],
        [{ password: 'Correct-Horse-Battery-7' }, 'password'],
      ] as const) {
        const refused = await fresh.patch(path(hera.id), wrong);
        expect([refused.status, refused.body.errors?.[0].path]).toEqual([400, at]);
      }
      const taken = await fresh.patch(path(hera.id), { username: 'admin' });
      expect([taken.status, taken.body.errors[0].path]).toEqual([409, 'username']);
    });
  });
});
