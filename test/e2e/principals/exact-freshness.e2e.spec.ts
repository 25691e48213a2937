import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiAnswer } from '../../support/api-client.js';
import {
  type ApiClient,
  anonymous,
  basic,
  bearer,
  cookieOf,
  createPerson,
  createToken,
  PERSON_PASSWORD,
  signInAsAdmin,
  type TestPerson,
} from '../../support/api-client.js';
import { SessionUse } from '../../../src/directory/sessions/session-use.service.js';
import { TokenUsage } from '../../../src/tokens/token-usage.service.js';
import { forEachDialect } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

/** How many revocations race with verifications. The slow run takes more: `RACES=10000`. */
const RACES = Number(process.env['RACES'] ?? 60);
const AT_ONCE = 4;

interface Scene {
  readonly person: TestPerson;
  /** Of another session of theirs. */
  readonly cookie: string;
  readonly tokenId: string;
  readonly token: string;
  readonly applicationId: string;
  readonly clientId: string;
  readonly secret: string;
  readonly accountId: string;
}

async function ok(answering: Promise<ApiAnswer>): Promise<ApiAnswer['body']> {
  const answer = await answering;
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

forEachDialect((dialect) => {
  let app: TestApp;
  /** Other instances on the same database. */
  let others: TestApp[];
  let admin: ApiClient;
  let count = 0;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    const { database, secretKeys } = app.settings;
    const settings = { database, secretKeys };
    others = [await startTestApp(dialect, { settings, clock: app.clock })];
    others.push(await startTestApp(dialect, { settings, clock: app.clock }));
    admin = await signInAsAdmin(app);
  });
  afterAll(async () => {
    for (const each of others) await each.stop();
    await app.stop();
  });

  const instances = () => [app, ...others];

  async function scene(): Promise<Scene> {
    const name = `person${++count}`;
    await ok(
      admin.post('/admin/roles', { name: `ROLE_OF_${name.toUpperCase()}`, description: '', scopes: ['orders:read'] }),
    );
    const person = await createPerson(app, name, [`ROLE_OF_${name.toUpperCase()}`, 'ROLE_MANAGE_PROXIES']);
    const account = await ok(admin.post('/accounts', { name: `account of ${name}` }));
    const made = await createToken(person.session, { accountId: account.id });
    const application = await ok(person.session.post('/applications', { name }));
    const login = await anonymous(app).post('/auth/login', { username: person.username, password: PERSON_PASSWORD });
    return {
      person,
      cookie: cookieOf(login),
      tokenId: made.id,
      token: made.token,
      applicationId: application.id,
      clientId: application.clientId,
      secret: application.clientSecret,
      accountId: account.id,
    };
  }

  const verified = async (at: TestApp, token: string, query = '') =>
    (await bearer(at, token).get(`/verify${query}`)).status;
  const ofClient = async (at: TestApp, { clientId, secret }: Scene, token: string) =>
    (await anonymous(at).form('/oauth/introspect', { token }, basic(clientId, secret))).status;
  const ofSession = async (at: TestApp, { cookie }: Scene) =>
    (
      await at.fetch(`${at.settings.apiPrefix}/auth/me`, {
        headers: { cookie },
      })
    ).status;

  const ADMINISTERED: Readonly<Record<string, (at: Scene) => Promise<ApiAnswer>>> = {
    'is revoked by its owner': ({ person, tokenId }) => person.session.delete(`/tokens/${tokenId}`),
    'is revoked by an administrator': ({ tokenId }) => admin.delete(`/admin/tokens/${tokenId}`),
    'revokes itself': ({ token }) => bearer(app, token).form('/oauth/revoke', { token }),
    'is rotated': ({ person, tokenId }) => person.session.post(`/tokens/${tokenId}/rotate`, {}),
    'is reported as leaked': ({ token }) => admin.post('/leaks', { credentials: [token] }),
    'loses its owner to a suspension': ({ person }) => admin.post(`/admin/users/${person.id}/suspend`),
    'loses its owner to a removal': ({ person }) => admin.delete(`/admin/users/${person.id}?decommission=true`),
    'has an account that is suspended': ({ accountId }) => admin.post(`/accounts/${accountId}/suspend`),
  };

  describe('[33] a token that every instance has just verified is refused by each of them at once when it', () => {
    it.each(Object.entries(ADMINISTERED))('%s', async (_, end) => {
      const at = await scene();
      for (let i = 0; i < 3; i++) for (const each of instances()) expect(await verified(each, at.token)).toBe(200);
      await ok(end(at));
      const statuses = await Promise.all(
        instances().flatMap((each) => Array.from({ length: 20 }, () => verified(each, at.token))),
      );
      expect(statuses.filter((status) => status === 200)).toEqual([]);
    });
  });

  const NARROWED: Readonly<Record<string, (at: Scene) => Promise<ApiAnswer>>> = {
    'its role loses it': ({ person }) =>
      admin.put(`/admin/roles/${roleOf(person)}`, { description: '', scopes: ['other:read'] }),
    'its owner loses the role': ({ person }) =>
      admin.patch(`/admin/users/${person.id}`, { roles: ['ROLE_MANAGE_PROXIES'] }),
    'it is narrowed itself': ({ person, tokenId }) =>
      person.session.patch(`/tokens/${tokenId}`, { scopes: ['projects:read'] }),
  };
  const roleOf = ({ username }: TestPerson) => `ROLE_OF_${username.toUpperCase()}`;

  describe('[33] a token loses a scope at once on every instance when', () => {
    it.each(Object.entries(NARROWED))('%s', async (_, narrow) => {
      const at = await scene();
      for (const each of instances()) expect(await verified(each, at.token, '?scope=orders:read')).toBe(200);
      await ok(narrow(at));
      for (const each of instances()) expect(await verified(each, at.token, '?scope=orders:read')).toBe(403);
    });
  });

  it('[33] a client secret is refused at once on every instance when it or its application ends', async () => {
    for (const end of ['secret', 'application'] as const) {
      const at = await scene();
      for (const each of instances()) expect(await ofClient(each, at, at.token)).toBe(200);
      const { secrets } = await ok(at.person.session.get(`/applications/${at.applicationId}`));
      const path = `/applications/${at.applicationId}`;
      await ok(at.person.session.delete(end === 'secret' ? `${path}/secrets/${secrets[0].id}` : path));
      for (const each of instances()) expect(await ofClient(each, at, at.token)).toBe(401);
    }
  });

  it('[33] a session is refused at once on every instance when it ends', async () => {
    const ends: ((at: Scene) => Promise<ApiAnswer>)[] = [
      ({ person }) => person.session.delete('/auth/sessions'),
      ({ person }) => admin.post(`/admin/users/${person.id}/suspend`),
    ];
    for (const end of ends) {
      const at = await scene();
      for (const each of instances()) expect(await ofSession(each, at)).toBe(200);
      await ok(end(at));
      for (const each of instances()) expect(await ofSession(each, at)).toBe(401);
    }
  });

  it('[33] what is moved to somebody else acts as them at once on every instance', async () => {
    const at = await scene();
    const receiver = await createPerson(app, `receiver-${dialect}`, ['ROLE_MANAGE_PROXIES']);
    const who = async (each: TestApp) => (await bearer(each, at.token).get('/verify')).headers.get('x-auth-username');
    for (const each of instances()) expect(await who(each)).toBe(at.person.username);
    await ok(admin.post('/admin/tokens/reassign', { fromUserId: at.person.id, toUserId: receiver.id }));
    for (const each of instances()) expect(await who(each)).toBe(receiver.username);
  });

  it('what is given back works at once on every instance', async () => {
    const at = await scene();
    for (const each of instances()) expect(await verified(each, at.token)).toBe(200);
    await ok(admin.post(`/admin/users/${at.person.id}/suspend`));
    for (const each of instances()) expect(await verified(each, at.token)).toBe(401);
    await ok(admin.post(`/admin/users/${at.person.id}/resume`));
    for (const each of instances()) expect(await verified(each, at.token)).toBe(200);
  });

  it(`[34] in ${RACES} races, no verification that began after the answer passes`, async () => {
    const { session } = await createPerson(app, `racer-${dialect}`, ['ROLE_MANAGE_PROXIES']);
    let passed = 0;
    for (let race = 0; race < RACES; race++) {
      const { id, token } = await createToken(session);
      await Promise.all(instances().map((each) => verified(each, token)));
      const racing = instances().flatMap((each) => Array.from({ length: AT_ONCE }, () => verified(each, token)));
      const revoked = ok(session.delete(`/tokens/${id}`)).then(() =>
        Promise.all(instances().flatMap((each) => Array.from({ length: AT_ONCE }, () => verified(each, token)))),
      );
      const [after] = await Promise.all([revoked, ...racing]);
      passed += after.filter((status) => status !== 401).length;
    }
    expect(passed).toBe(0);
  });

  describe('what rests on a last use that another instance has seen', () => {
    const flush = async () => {
      await app.app.get(SessionUse, { strict: false }).flush();
      await app.app.get(TokenUsage, { strict: false }).flush();
    };

    it('is judged by it: a session', async () => {
      const [there] = others;
      const at = await scene();
      expect(await ofSession(there ?? app, at)).toBe(200);
      app.clock.advance({ hours: 11 });
      expect(await ofSession(app, at)).toBe(200);
      await flush();
      app.clock.advance({ hours: 2 });
      expect(await ofSession(there ?? app, at)).toBe(200);
      app.clock.advance({ hours: 13 });
      expect(await ofSession(there ?? app, at)).toBe(401);
      admin = await signInAsAdmin(app);
    });

    it('is judged by it: a token of a site whose policy stops unused ones', async () => {
      const [there] = others;
      await ok(admin.patch('/admin/site', { policy: { revokeUnusedAfterDays: 30 } }));
      const { token } = await scene();
      expect(await verified(there ?? app, token)).toBe(200);
      app.clock.advance({ days: 20 });
      expect(await verified(app, token)).toBe(200);
      await flush();
      app.clock.advance({ days: 20 });
      expect(await verified(there ?? app, token)).toBe(200);
      app.clock.advance({ days: 31 });
      expect(await verified(there ?? app, token)).toBe(401);
      admin = await signInAsAdmin(app);
      await ok(admin.patch('/admin/site', { policy: { revokeUnusedAfterDays: null } }));
    });
  });

  it('[35] a token that is kept is refused from the instant of its end on', async () => {
    const { session } = await createPerson(app, `expiring-${dialect}`, ['ROLE_MANAGE_PROXIES']);
    const expiresAt = new Date(app.clock.now().getTime() + 60_000).toISOString();
    const { token } = await createToken(session, { expiresAt });
    expect(await verified(app, token)).toBe(200);
    app.clock.set(new Date(Date.parse(expiresAt) - 1));
    expect(await verified(app, token)).toBe(200);
    app.clock.set(new Date(expiresAt));
    expect(await verified(app, token)).toBe(401);
  });
});
