import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type ApiAnswer,
  type ApiClient,
  bearer,
  createPerson,
  createToken,
  signInAsAdmin,
} from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const PASSWORD = 'Correct-Horse-Battery-9';
const NARROW = { allowedNetworks: ['127.0.0.0/8', '::1/128'] };

/** What a call needs made before it; the ids of users, a role that somebody holds, and a name that nothing has yet. */
interface Scene {
  readonly adminId: string;
  readonly person: string;
  readonly suspended: string;
  readonly role: string;
  readonly fresh: string;
}

type Call = (client: ApiClient, scene: Scene) => Promise<ApiAnswer>;

const create =
  (body: object): Call =>
  (client, { fresh }) =>
    client.post('/admin/users', { username: fresh, email: `${fresh}@example.com`, ...body });

const replace =
  (...scopes: string[]): Call =>
  (client, { role }) =>
    client.put(`/admin/roles/${role}`, { description: 'x', scopes });

const newRole =
  (...scopes: string[]): Call =>
  (client, { fresh }) =>
    client.post('/admin/roles', { name: `ROLE_${fresh.toUpperCase()}`, description: 'x', scopes });

/** All that gives somebody a way in, a role or a wider role (contract §1). */
const GIVES: Readonly<Record<string, Call>> = {
  'create a person with a password': create({ kind: 'person', password: PASSWORD }),
  'create a person with a link': create({ kind: 'person' }),
  'create a service account with a role': create({ kind: 'service', roles: ['ROLE_API_SECURITY'] }),
  'make a link': (client, { person }) => client.post(`/admin/users/${person}/invitation`),
  'give a role': (client, { person, role }) =>
    client.patch(`/admin/users/${person}`, { roles: [role, 'ROLE_API_SECURITY'] }),
  'make a role wider': replace('orders:read', 'audit:read', 'users:read'),
  'introduce a scope, which administrators then hold': (client, scene) => newRole(`${scene.fresh}:read`)(client, scene),
  'hand the site over': (client, { adminId }) => client.put('/admin/site/owner', { userId: adminId }),
};

/** What lets nobody in by itself, or only back in. */
const GIVES_NOTHING_NEW: Readonly<Record<string, Call>> = {
  'create a service account without a role': create({ kind: 'service' }),
  'resume a user': (client, { suspended }) => client.post(`/admin/users/${suspended}/resume`),
};

const OTHER_CALLS: Readonly<Record<string, Call>> = {
  'take a role': (client, { person }) => client.patch(`/admin/users/${person}`, { roles: [] }),
  'rename a user': (client, { person, fresh }) => client.patch(`/admin/users/${person}`, { username: fresh }),
  'make a role narrower': replace('orders:read'),
  'reword a role': replace('orders:read', 'audit:read'),
  'make a role of scopes that there are': newRole('users:read'),
  'suspend a user': (client, { person }) => client.post(`/admin/users/${person}/suspend`),
};

forEachDialect((dialect) => {
  let app: TestApp;
  let scene: Scene;
  let count = 0;

  beforeAll(async () => {
    app = await startTestApp(dialect);
  });
  afterAll(() => app.stop());

  beforeEach(async () => {
    const admin = await signInAsAdmin(app);
    const fresh = `n${++count}`;
    const role = `ROLE_HELD_${count}`;
    await admin.post('/admin/roles', { name: role, description: 'y', scopes: ['orders:read', 'audit:read'] });
    const person = (await createPerson(app, `person-${count}`, [role])).id;
    const suspended = (await createPerson(app, `suspended-${count}`, [])).id;
    await admin.post(`/admin/users/${suspended}/suspend`);
    scene = { adminId: (await admin.get('/auth/me')).body.user.id, person, suspended, role, fresh };
  });

  describe('[49] a token that is limited to networks', () => {
    const narrow = async () => bearer(app, (await createToken(await signInAsAdmin(app), NARROW)).token);

    it.each(Object.entries({ ...GIVES, ...GIVES_NOTHING_NEW }))('does not %s', async (_, call) => {
      const { status, body } = await call(await narrow(), scene);
      expect([status, body.code]).toEqual([403, 'credential_too_narrow']);
    });

    it.each(Object.entries(OTHER_CALLS))('can %s', async (_, call) => {
      expect((await call(await narrow(), scene)).status).toBeLessThan(300);
    });
  });

  it.each(Object.entries({ ...GIVES, ...GIVES_NOTHING_NEW, ...OTHER_CALLS }))(
    'a token without bounds can %s',
    async (_, call) => {
      const whole = bearer(app, (await createToken(await signInAsAdmin(app))).token);
      expect((await call(whole, scene)).status).toBeLessThan(300);
    },
  );

  describe('a session whose sign-in or password is 15 minutes ago', () => {
    const old = async () => {
      const session = await signInAsAdmin(app);
      app.clock.advance({ minutes: 15 });
      return session.unconfirming();
    };

    it.each(Object.entries(GIVES))('does not %s, until the password is given again', async (_, call) => {
      const session = await old();
      const { status, body } = await call(session, scene);
      expect([status, body.code]).toEqual([403, 'reauthentication_required']);
      await session.post('/auth/confirm', { password: app.settings.adminPassword?.reveal() });
      expect((await call(session, scene)).status).toBeLessThan(300);
    });

    it.each(Object.entries({ ...GIVES_NOTHING_NEW, ...OTHER_CALLS }).filter(([name]) => name !== 'take a role'))(
      'can %s',
      async (_, call) => {
        expect((await call(await old(), scene)).status).toBeLessThan(300);
      },
    );
  });
});
