import { SYSTEM } from '../../../src/platform/audit/audit.types.js';
import { SiteTables } from '../../../src/platform/database/site-table.js';
import { RetentionCleanup } from '../../../src/platform/retention/retention-cleanup.js';
import { User } from '../../../src/directory/users/user.entity.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  anonymous,
  type ApiAnswer,
  type ApiClient,
  basic,
  bearer,
  createPerson,
  createToken,
  PERSON_PASSWORD,
  signInAsAdmin,
  type TestPerson,
} from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import {
  effectiveScopes,
  fetchToken,
  type RegisteredApplication,
  registerApplication,
} from '../../support/registered-application.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const PROXIES = ['projects:read', 'projects:write', 'proxies:read', 'proxies:write'];
const INHERITED = [403, 'inherited_credential'];

const codeOf = ({ status, body }: ApiAnswer) => [status, body?.code];

/** contract §5: a marked credential calls, and makes or changes no other. */
forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let adminId: string;
  let count = 0;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
    adminId = (await admin.get('/auth/me')).body.user.id;
  });
  afterAll(() => app.stop());

  const leaver = (roles = ['ROLE_MANAGE_PROXIES']) => createPerson(app, `leaver-${++count}`, roles);
  const leave = async (person: TestPerson): Promise<ApiAnswer> => {
    const removed = await admin.delete(`/admin/users/${person.id}`);
    expect(removed.status).toBe(200);
    app.clock.advance({ milliseconds: 1 });
    return removed;
  };

  describe('[73] an inherited token', () => {
    let token: { id: string; token: string };
    let application: RegisteredApplication;
    let from: string;
    let copy: ApiClient;

    beforeEach(async () => {
      const person = await leaver();
      from = person.id;
      token = await createToken(person.session);
      application = await registerApplication(person.session);
      await leave(person);
      copy = bearer(app, token.token);
    });

    it('goes on calling, and says from whom it came', async () => {
      expect((await copy.get('/auth/me')).status).toBe(200);
      const verified = await copy.get('/verify');
      expect(verified.headers.get('x-auth-transferred-from')).toBe(from);
      const { clientId, clientSecret } = await registerApplication(admin);
      const asked = await anonymous(app).form(
        '/oauth/introspect',
        { token: token.token },
        basic(clientId, clientSecret),
      );
      expect(asked.body).toMatchObject({ active: true, transferred_from: from });
    });

    it('makes and changes no credential, and reads nothing of its new owner', async () => {
      const own = (await createToken(admin)).id;
      const mine = await registerApplication(admin);
      const tries = [
        await copy.post('/tokens/current/rotate', {}),
        await copy.post(`/tokens/${token.id}/rotate`, {}),
        await copy.post('/tokens', { name: 'x', expiresAt: null, scopes: ['projects:read'] }),
        await copy.patch(`/tokens/${token.id}`, { name: 'y' }),
        await copy.delete(`/tokens/${own}`),
        await copy.get('/tokens'),
        await copy.get(`/tokens/${own}`),
        await copy.post('/applications', { name: 'x', scopes: ['projects:read'] }),
        await copy.get('/applications'),
        await copy.patch(`/applications/${mine.id}`, { name: 'y' }),
        await copy.post(`/applications/${mine.id}/secrets`, {}),
        await copy.post(`/applications/${mine.id}/token`),
        await copy.delete(`/applications/${mine.id}`),
        await copy.get('/auth/sessions'),
        await copy.delete('/auth/sessions'),
        await copy.get('/notifications'),
        await copy.get('/statistics/tokens'),
      ];
      expect(tries.map(codeOf)).toEqual(tries.map(() => INHERITED));
      expect((await copy.get('/auth/me')).status).toBe(200); // the value is as it was
    });

    it('tells its owner once a day that it tried', async () => {
      const told = async () =>
        (
          (await admin.get('/notifications?limit=200')).body.items as { kind: string; subject: { id: string } }[]
        ).filter(({ kind, subject }) => kind === 'credential.inherited_refused' && subject.id === token.id).length;
      for (let i = 0; i < 3; i++) await copy.post('/tokens/current/rotate', {});
      expect(await told()).toBe(1);
      app.clock.advance({ days: 1 });
      admin = await signInAsAdmin(app);
      await copy.post('/tokens/current/rotate', {});
      expect(await told()).toBe(2);
    });

    it('ends itself', async () => {
      expect((await copy.delete(`/tokens/${token.id}`)).status).toBe(204);
      expect((await copy.get('/auth/me')).status).toBe(401);
    });

    it('keeps its mark when anything but a session of its owner gives it another value', async () => {
      const whole = bearer(app, (await createToken(admin)).token);
      const rotated = await whole.post(`/tokens/${token.id}/rotate`, {});
      expect([rotated.status, rotated.body.transferred]).toEqual([200, { from, at: expect.any(String) }]);
      expect(codeOf(await bearer(app, rotated.body.token).post('/tokens/current/rotate', {}))).toEqual(INHERITED);
    });

    it('is like any other once its owner, signed in, has replaced its value; the old one calls for its grace', async () => {
      const rotated = await admin.post(`/tokens/${token.id}/rotate`, { graceSeconds: 60 });
      expect(rotated.body.transferred).toBeNull();
      expect((await bearer(app, rotated.body.token).post('/tokens/current/rotate', { graceSeconds: 60 })).status).toBe(
        200,
      );
      const verified = await copy.get('/verify');
      expect([verified.status, verified.headers.get('x-auth-transferred-from')]).toEqual([200, from]);
      expect(codeOf(await copy.post('/tokens/current/rotate', {}))).toEqual(INHERITED);
      expect(codeOf(await copy.get('/tokens'))).toEqual(INHERITED);
      expect((await bearer(app, rotated.body.token).get('/tokens')).status).toBe(200);
    });

    it('gains nothing for its old value: a ceiling is lifted without a grace, and ends every older value', async () => {
      const wider = { scopes: ['users:read'], graceSeconds: 60 };
      expect(codeOf(await admin.post(`/tokens/${token.id}/rotate`, wider))).toEqual([403, 'ceiling_stands']);
      expect(await effectiveScopes(app, token.token)).toEqual(PROXIES);
      // A first rotation with a grace, and a second that lifts the ceiling: the first value must not gain by it.
      await admin.post(`/tokens/${token.id}/rotate`, { graceSeconds: 600 });
      expect(await effectiveScopes(app, token.token)).toEqual(PROXIES);
      const lifted = await admin.post(`/tokens/${token.id}/rotate`, { scopes: ['users:read'] });
      expect(await effectiveScopes(app, lifted.body.token)).toEqual(['users:read']);
      expect(await effectiveScopes(app, token.token)).toBeNull();
    });

    it('is not opened to more networks while somebody may hold a copy', async () => {
      const person = await leaver();
      const allowedNetworks = ['127.0.0.0/8', '::1/128'];
      const { id } = await createToken(person.session, { allowedNetworks });
      await leave(person);
      expect(codeOf(await admin.patch(`/tokens/${id}`, { allowedNetworks: null }))).toEqual([403, 'ceiling_stands']);
      expect((await admin.patch(`/tokens/${id}`, { allowedNetworks: ['127.0.0.1/32'] })).status).toBe(200);
      await admin.post(`/tokens/${id}/rotate`, {});
      expect((await admin.patch(`/tokens/${id}`, { allowedNetworks: null })).status).toBe(200);
    });

    it('of an application carries the mark, as does what the application fetches', async () => {
      for (const value of [application.accessToken, await fetchToken(app, application)]) {
        const own = bearer(app, value);
        expect((await own.get('/verify')).headers.get('x-auth-transferred-from')).toBe(from);
        expect(codeOf(await own.post('/tokens', { name: 'x', expiresAt: null, scopes: ['projects:read'] }))).toEqual(
          INHERITED,
        );
        expect(codeOf(await own.post(`/applications/${application.id}/token`))).toEqual(INHERITED);
      }
      const short = await anonymous(app).call('POST', '/auth/token', undefined, {
        authorization: `Secret ${application.clientSecret}`,
      });
      expect((await bearer(app, short.body.access_token).get('/verify')).headers.get('x-auth-transferred-from')).toBe(
        from,
      );
    });

    it('that a holder of scopes had changes no credentials of others either', async () => {
      const person = await leaver(['ROLE_ADMIN']);
      const { token: strong } = await createToken(person.session);
      const ann = await createPerson(app, `ann-${++count}`, []);
      const { id } = await createToken(ann.session);
      await leave(person);
      const old = bearer(app, strong);
      const tries = [
        await old.delete(`/admin/tokens/${id}`),
        await old.post('/admin/tokens/reassign', { toUserId: adminId, tokenIds: [id] }),
        await old.delete(`/admin/users/${ann.id}`),
        await old.patch('/admin/site', { policy: { rotateInheritedWithinDays: null } }),
      ];
      expect(tries.map(codeOf)).toEqual(tries.map(() => INHERITED));
      expect((await old.get('/admin/users')).status).toBe(200);
    });
  });

  describe('[73] an inherited application', () => {
    it('is unmarked when no secret and no token lives that predates the transfer', async () => {
      const person = await leaver();
      const application = await registerApplication(person.session);
      const fetched = await fetchToken(app, application);
      await leave(person);
      const path = `/applications/${application.id}`;
      const marked = async () => (await admin.get(path)).body.transferred !== null;
      await admin.post(`${path}/secrets`, { graceSeconds: 60 });
      expect(await marked()).toBe(true);
      await admin.post(`${path}/token`);
      app.clock.advance({ seconds: 60 });
      expect(await marked()).toBe(true); // a token that it fetched lives on
      const { jti } = (await introspect(fetched)) as { jti: string };
      await admin.delete(`/tokens/${jti}`);
      expect(await marked()).toBe(false);
    });

    it('has its ceiling lifted together with every secret and token under it', async () => {
      const person = await leaver();
      const application = await registerApplication(person.session);
      const fetched = await fetchToken(app, application);
      await leave(person);
      const lifted = await admin.patch(`/applications/${application.id}`, { liftCeiling: true });
      expect(lifted.body).toMatchObject({ ceiling: null, secrets: [], transferred: null });
      const traded = await anonymous(app).form(
        '/oauth/token',
        { grant_type: 'client_credentials' },
        basic(application.clientId, application.clientSecret),
      );
      expect(traded.status).toBe(401);
      for (const value of [application.accessToken, fetched]) expect(await effectiveScopes(app, value)).toBeNull();
      const added = await admin.post(`/applications/${application.id}/secrets`, {});
      expect(added.status).toBe(201);
    });

    const introspect = async (token: string) => {
      const { clientId, clientSecret } = await registerApplication(admin);
      return (await anonymous(app).form('/oauth/introspect', { token }, basic(clientId, clientSecret))).body as object;
    };
  });

  describe('[73] what somebody who leaves made for a service account', () => {
    it('is in the preview, marked by the removal, and unmarked by a value that an administrator makes', async () => {
      const person = await leaver(['ROLE_ADMIN']);
      const robot = (
        await admin.post('/admin/users', {
          username: `robot-${++count}`,
          kind: 'service',
          roles: ['ROLE_MANAGE_PROXIES'],
        })
      ).body.id as string;
      const made = (await person.session.post(`/admin/users/${robot}/tokens`, { name: 'made', expiresAt: null })).body;
      const chain = (await bearer(app, made.token).post('/tokens', { name: 'chain', expiresAt: null })).body;
      const others = (await admin.post(`/admin/users/${robot}/tokens`, { name: 'other', expiresAt: null })).body;
      const taken = (await admin.post(`/admin/users/${robot}/tokens`, { name: 'taken', expiresAt: null })).body;
      const rotated = (await person.session.post(`/admin/tokens/${taken.id}/rotate`, {})).body;
      const key = (await person.session.post(`/admin/users/${robot}/applications`, { name: 'key' })).body;

      const { serviceAccounts } = (await admin.get(`/admin/users/${person.id}/removal`)).body;
      const named = (serviceAccounts as { name: string }[]).map(({ name }) => name).sort();
      expect(named).toEqual(['chain', 'key', 'key', 'made', 'taken']);
      const removed = await leave(person);
      expect(removed.body.marked).toEqual({ applications: 1, tokens: 4 });

      for (const value of [made.token, chain.token, rotated.token, key.accessToken]) {
        const copy = bearer(app, value);
        expect((await copy.get('/auth/me')).status).toBe(200);
        expect(codeOf(await copy.post('/tokens', { name: 'x', expiresAt: null, scopes: ['projects:read'] }))).toEqual(
          INHERITED,
        );
      }
      expect((await bearer(app, others.token).post('/tokens/current/rotate', {})).status).toBe(200);
      const fresh = await admin.post(`/admin/tokens/${made.id}/rotate`, { graceSeconds: 60 });
      expect([fresh.status, fresh.body.transferred]).toEqual([200, null]);
      expect((await bearer(app, fresh.body.token).post('/tokens/current/rotate', {})).status).toBe(200);
      expect((await admin.post(`/admin/applications/${key.id}/secrets`, { graceSeconds: 0 })).status).toBe(201);
      const notices = (await admin.get('/notifications?limit=200')).body.items as { subject: { id: string } }[];
      expect(notices.filter(({ subject }) => subject.id === made.id)).toHaveLength(1);
    });

    it.each([
      ['', 0],
      [', also once nothing is left of them', 31],
    ])('stays marked while a secret lives that they made after they had handed it over%s', async (_, days) => {
      const person = await leaver(['ROLE_ADMIN']);
      const wanted = { username: `robot-${++count}`, kind: 'service', roles: ['ROLE_MANAGE_PROXIES'] };
      const robot = (await admin.post('/admin/users', wanted)).body.id as string;
      const key = (await person.session.post('/applications', { name: 'key', scopes: ['projects:read'] })).body;
      const moved = await admin.post('/admin/tokens/reassign', { fromUserId: person.id, toUserId: robot });
      expect(moved.status).toBe(200);
      app.clock.advance({ seconds: 1 });
      const late = (await person.session.post(`/admin/applications/${key.id}/secrets`, {})).body;
      app.clock.advance({ seconds: 1 });
      expect((await leave(person)).status).toBe(200);
      if (days > 0) {
        app.clock.advance({ days });
        expect(await app.app.get(RetentionCleanup, { strict: false }).run(SYSTEM)).toMatchObject({
          removedUsers: expect.any(Number),
        });
        const users = app.app.get(SiteTables).of(User).acrossSites('a test looks');
        expect(await users.one({ id: person.id })).toBeNull();
        admin = await signInAsAdmin(app);
      }
      // all that predates the hand-over ends; the secret that the leaver has made since does not
      const { clientId, clientSecret, accessToken } = key;
      expect((await anonymous(app).post('/leaks', { credentials: [clientSecret, accessToken] })).status).toBe(202);
      const fetched = await fetchToken(app, { ...key, clientId, clientSecret: late.clientSecret });
      expect(codeOf(await bearer(app, fetched).post('/tokens', { name: 'x', expiresAt: null }))).toEqual(INHERITED);
    });
  });

  describe('a removal', () => {
    it('warns of what rotates itself or makes credentials', async () => {
      const person = await leaver();
      const rotating = await createToken(person.session, { name: 'rotating' });
      await bearer(app, rotating.token).post('/tokens/current/rotate', {});
      const making = await createToken(person.session, { name: 'making' });
      await bearer(app, making.token).post('/tokens', { name: 'child', expiresAt: null });
      const { warnings } = (await admin.get(`/admin/users/${person.id}/removal`)).body;
      const seen = (warnings as { name: string; code: string }[]).map(({ name, code }) => `${name} ${code}`).sort();
      expect(seen).toEqual(['making makes_credentials', 'rotating rotates_itself']);
    });
  });

  describe('[76] a sign-in that a token carries', () => {
    const signInToken = async (username: string, password = PERSON_PASSWORD) => {
      const form = { grant_type: 'client_credentials', client_id: username, client_secret: password };
      return (await anonymous(app).form('/api/v1/auth/token', form)).body.access_token as string;
    };
    const isLive = async (token: string) => (await bearer(app, token).get('/auth/me')).status === 200;

    it.each([
      'removal',
      'suspension',
      'a new password',
      'the end of all sessions',
      'another developer secret',
    ] as const)('ends with %s', async (cause) => {
      const person = await leaver();
      const token = await signInToken(person.username);
      expect(await isLive(token)).toBe(true);
      const preview = (await admin.get(`/admin/users/${person.id}/removal`)).body;
      expect(preview.tokens.total).toBe(0);
      const causes = {
        removal: () => leave(person),
        suspension: () => admin.post(`/admin/users/${person.id}/suspend`),
        'a new password': () =>
          person.session.put('/auth/password', {
            currentPassword: PERSON_PASSWORD,
            newPassword: 'Quite-Another-Phrase-3',
          }),
        'the end of all sessions': () => person.session.delete('/auth/sessions'),
        'another developer secret': () => person.session.post('/users/me/secret/rotate'),
      };
      expect((await causes[cause]()).status).toBeLessThan(300);
      if (cause === 'suspension') await admin.post(`/admin/users/${person.id}/resume`);
      expect(await isLive(token)).toBe(false);
    });

    it('is nothing to reassign', async () => {
      const person = await leaver();
      const token = await signInToken(person.username);
      const { items } = (await person.session.get('/tokens?format=jwt')).body as { items: { id: string }[] };
      const tokenIds = items.map(({ id }) => id);
      const chosen = await admin.post('/admin/tokens/reassign', { toUserId: adminId, tokenIds });
      expect(codeOf(chosen)).toEqual([409, 'sign_in_not_handed_over']);
      const whole = await admin.post('/admin/tokens/reassign', { toUserId: adminId, fromUserId: person.id });
      expect(whole.status).toBe(200);
      expect((await bearer(app, token).get('/auth/me')).body.user.id).toBe(person.id);
    });
  });

  describe('[77] roles named to others', () => {
    it('are those whose scopes the credential holds all of', async () => {
      const ann = await createPerson(app, `ann-${++count}`, ['ROLE_ADMIN', 'ROLE_MANAGE_PROXIES']);
      const { items: accounts } = (await admin.get('/accounts')).body as { items: { id: string }[] };
      const rolesOf = async (settings: object) => {
        const { token } = await createToken(ann.session, { ...settings });
        return ((await bearer(app, token).get('/verify')).headers.get('x-auth-roles') ?? '')
          .split(' ')
          .sort()
          .join(' ');
      };
      expect(await rolesOf({})).toBe('ROLE_ADMIN ROLE_MANAGE_PROXIES');
      expect(await rolesOf({ scopes: PROXIES })).toBe('ROLE_MANAGE_PROXIES');
      expect(await rolesOf({ scopes: ['projects:read', 'users:write'] })).toBe('');
      expect(await rolesOf({ accountId: accounts[0]?.id })).toBe('ROLE_MANAGE_PROXIES');
    });
  });
});
