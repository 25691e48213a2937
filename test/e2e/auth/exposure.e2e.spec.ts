import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { RequestInit } from 'undici';
import { ExposedCredentialLookup } from '../../../src/auth/exposure/exposed-credential-lookup.js';
import { Transport } from '../../../src/platform/http/requests/transport.js';
import {
  anonymous,
  ApiClient,
  basic,
  bearer,
  createPerson,
  createToken,
  PERSON_PASSWORD,
  signIn,
  signInAsAdmin,
  type TestPerson,
} from '../../support/api-client.js';
import { auditLog } from '../../support/audit-log.js';
import { forEachDialect } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

interface Application {
  readonly id: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly accessToken: string;
}

interface Exposed {
  readonly value: string;
  readonly clientId?: string;
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** What each kind of credential is made by, and how it shows that it is alive. */
function credentials(app: TestApp, owner: TestPerson) {
  const register = async (settings: object = {}): Promise<Application> =>
    (await owner.session.post('/applications', { name: 'Sync', ...settings })).body as Application;
  const bearerWorks = async ({ value }: Exposed) => (await bearer(app, value).get('/auth/me')).status === 200;
  const secretWorks = async ({ value }: Exposed) =>
    (await new ApiClient(app, { authorization: `Secret ${value}` }).get('/auth/secret')).status === 200;
  const personToken = async () => {
    const form = { grant_type: 'client_credentials', client_id: owner.username, client_secret: PERSON_PASSWORD };
    return { value: (await anonymous(app).form('/api/v1/auth/token', form)).body.access_token as string };
  };
  const clientSecret = async () => {
    const { clientSecret: value, clientId } = await register();
    return { value, clientId };
  };
  const developerSecret = async () => ({
    value: (await owner.session.post('/users/me/secret/rotate')).body.secret as string,
  });
  return {
    'personal token': { make: async () => ({ value: (await createToken(owner.session)).token }), works: bearerWorks },
    'application token': { make: async () => ({ value: (await register()).accessToken }), works: bearerWorks },
    'person JWT': { make: personToken, works: bearerWorks },
    'application JWT': {
      make: async () => ({ value: (await register({ tokenFormat: 'jwt' })).accessToken }),
      works: bearerWorks,
    },
    'client secret': { make: clientSecret, works: secretWorks },
    'developer secret': { make: developerSecret, works: secretWorks },
  } satisfies Record<string, { make: () => Promise<Exposed>; works: (exposed: Exposed) => Promise<boolean> }>;
}

type Kind = keyof ReturnType<typeof credentials>;

const SUBJECTS: Record<Kind, string> = {
  'personal token': 'token',
  'application token': 'token',
  'person JWT': 'token',
  'application JWT': 'token',
  'client secret': 'client_secret',
  'developer secret': 'developer_secret',
};
const KINDS = Object.keys(SUBJECTS) as Kind[];
/** A new developer secret ends the person's JWT: it is made first where both are wanted. */
const IN_ORDER = KINDS.toReversed();

/** Every way in which a client may send a credential to the wrong port. */
const WAYS: Record<string, (exposed: Exposed) => [path: string, init: RequestInit]> = {
  Bearer: ({ value }) => ['/api/v1/auth/me', { headers: { authorization: `Bearer ${value}` } }],
  'the Secret scheme': ({ value }) => ['/api/v1/auth/secret', { headers: { authorization: `Secret ${value}` } }],
  Basic: ({ value, clientId = 'x' }) => ['/oauth/token', { method: 'POST', headers: basic(clientId, value) }],
  'a form': ({ value, clientId = 'x' }) => [
    '/oauth/token',
    {
      method: 'POST',
      headers: FORM,
      body: new URLSearchParams({ client_id: clientId, client_secret: value }).toString(),
    },
  ],
  'a JSON body': ({ value }) => [
    '/api/v1/leaks',
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ credentials: [value] }) },
  ],
  'the query': ({ value }) => [`/api/v1/auth/me?access_token=${encodeURIComponent(value)}`, {}],
  'the path': ({ value }) => [`/${value}`, {}],
  'a header of its own': ({ value }) => ['/', { headers: { 'x-api-key': value } }],
  'a cookie': ({ value }) => ['/', { headers: { cookie: `token=${value}` } }],
};

forEachDialect((dialect) => {
  let app: TestApp;
  let ann: TestPerson;
  let kinds: ReturnType<typeof credentials>;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    ann = await createPerson(app, 'ann', ['ROLE_MANAGE_PROXIES']);
    kinds = credentials(app, ann);
  });
  afterAll(() => app.stop());

  const notifications = async (kind: string) => {
    const { body } = await ann.session.get('/notifications?limit=200');
    return (body.items as { kind: string; subject: { type: string; id: string } }[]).filter(
      (item) => item.kind === kind,
    );
  };
  const revocations = async (reason: string) =>
    (await auditLog(app)).filter((event) => event.action === 'credential.revoked' && event.reason === reason);

  describe('a credential sent to the plain port', () => {
    it.each(KINDS)('[1] [2] %s: refused, revoked, its owner told and the event audited', async (kind) => {
      const exposed = await kinds[kind].make();
      expect(await kinds[kind].works(exposed)).toBe(true);
      const before = await revocations('sent_in_plaintext');
      const [path, init] = (kind.endsWith('secret') ? WAYS['the Secret scheme'] : WAYS['Bearer'])?.(exposed) ?? [''];
      const refusal = await app.fetch(app.plainUrl + path, init);
      const text = await refusal.text();
      expect([refusal.status, refusal.headers.get('location')]).toEqual([403, null]);
      expect(JSON.parse(text)).toMatchObject({ code: 'https_required', status: 403 });
      expect(text).not.toContain(exposed.value);
      expect(await kinds[kind].works(exposed)).toBe(false);
      const [event, ...others] = (await revocations('sent_in_plaintext')).filter(
        ({ id }) => !before.some((old) => old.id === id),
      );
      expect(others).toEqual([]);
      expect(event).toMatchObject({
        outcome: 'success',
        subjectType: SUBJECTS[kind],
        actorKind: 'anonymous',
        address: '127.0.0.1',
        siteId: expect.any(String),
        details: { ownerId: ann.id },
      });
      const told = await notifications('credential.sent_in_plaintext');
      expect(told.filter(({ subject }) => subject.id === event?.subjectId)).toMatchObject([
        { subject: { type: SUBJECTS[kind] } },
      ]);
      expect(JSON.stringify([event, told])).not.toContain(exposed.value);
    });

    it.each(Object.keys(WAYS))('[2] is found in %s', async (way) => {
      for (const kind of ['personal token', 'client secret', 'person JWT'] as const) {
        const exposed = await kinds[kind].make();
        const [path, init] = WAYS[way]?.(exposed) ?? [''];
        expect((await app.fetch(app.plainUrl + path, init)).status).toBe(403);
        expect([kind, await kinds[kind].works(exposed)]).toEqual([kind, false]);
      }
    });

    it('[2] ends that credential and no other of its owner', async () => {
      const [exposed, other] = [await createToken(ann.session), await createToken(ann.session)];
      await app.fetch(app.plainUrl, { headers: { authorization: `Bearer ${exposed.token}` } });
      expect((await bearer(app, other.token).get('/auth/me')).status).toBe(200);
      expect((await ann.session.get(`/tokens/${exposed.id}`)).body).toMatchObject({
        state: 'revoked',
        revokedReason: 'sent_in_plaintext',
      });
    });

    it('[2] is revoked later when the database is away at the time', async () => {
      const { token, id } = await createToken(ann.session);
      const away = jest.spyOn(app.app.get(ExposedCredentialLookup), 'find');
      away.mockRejectedValueOnce(new Error('the database is away'));
      const refusal = await app.fetch(app.plainUrl, { headers: { authorization: `Bearer ${token}` } });
      expect(refusal.status).toBe(403);
      const state = async () => (await ann.session.get(`/tokens/${id}`)).body.revokedReason as string | null;
      for (let tries = 0; tries < 30 && (await state()) === null; tries++) await delay(100);
      expect(await state()).toBe('sent_in_plaintext');
      away.mockRestore();
    });

    it('[2] is revoked also while its owner is suspended, and tells once', async () => {
      const ben = await createPerson(app, 'ben', []);
      const { token, id } = await createToken(ben.session);
      const admin = await signInAsAdmin(app);
      await admin.post(`/admin/users/${ben.id}/suspend`);
      for (let i = 0; i < 2; i++) await app.fetch(app.plainUrl, { headers: { authorization: `Bearer ${token}` } });
      await admin.post(`/admin/users/${ben.id}/resume`);
      expect((await bearer(app, token).get('/auth/me')).status).toBe(401);
      const told = await (await signIn(app, 'ben', PERSON_PASSWORD)).get('/notifications');
      expect(told.body.items).toMatchObject([{ subject: { id } }]);
    });
  });

  describe('POST /leaks', () => {
    const report = (values: readonly string[]) => anonymous(app).post('/leaks', { credentials: values });

    it('[2] revokes each live one, of every kind, tells the owner, audits, and answers nothing', async () => {
      const made = [];
      for (const kind of IN_ORDER) made.push({ kind, exposed: await kinds[kind].make() });
      const before = (await revocations('leaked')).length;
      const answer = await report(['nonsense', ...made.map(({ exposed }) => exposed.value), 'gth_pat_x']);
      expect([answer.status, answer.body]).toEqual([202, {}]);
      for (const { kind, exposed } of made) expect([kind, await kinds[kind].works(exposed)]).toEqual([kind, false]);
      const events = (await revocations('leaked')).slice(before);
      expect(events.map(({ subjectType }) => subjectType).sort()).toEqual(Object.values(SUBJECTS).sort());
      expect((await notifications('credential.leaked')).length).toBe(made.length);
    });

    it('tells of a token by itself also when what made it was reported with it', async () => {
      const maker = await createToken(ann.session);
      const made = await createToken(bearer(app, maker.token));
      await report([maker.token, made.token]);
      const told = (await notifications('credential.leaked')).map(({ subject }) => subject.id);
      expect(told).toEqual(expect.arrayContaining([maker.id, made.id]));
      const reasons = [];
      for (const { id } of [maker, made]) reasons.push((await ann.session.get(`/tokens/${id}`)).body.revokedReason);
      expect(reasons).toEqual(['leaked', 'leaked']);
    });

    it('answers the same for what nobody has', async () => {
      const { token } = await createToken(ann.session);
      const [known, again, unknown] = [await report([token]), await report([token]), await report(['x'])];
      const seen = [known, again, unknown].map(({ status, body, headers }) => [
        status,
        body,
        [...headers.keys()].sort(),
      ]);
      expect(seen[1]).toEqual(seen[0]);
      expect(seen[2]).toEqual(seen[0]);
    });

    it('[55] takes a thousand at once and no more', async () => {
      expect((await report(Array.from({ length: 1000 }, (_, i) => `x${i}`))).status).toBe(202);
      expect((await report(Array.from({ length: 1001 }, (_, i) => `x${i}`))).status).toBe(400);
      expect((await report([])).status).toBe(400);
    });

    it('[55] is answered sixty times an hour to an address', async () => {
      const statuses = [];
      for (let i = 0; i < 61; i++) statuses.push((await report(['x'])).status);
      expect(statuses.at(-1)).toBe(429);
      expect(new Set(statuses)).toEqual(new Set([202, 429]));
    });
  });
});

describe('behind a proxy', () => {
  const start = (trustProxy: string[]) => startTestApp('sqlite', { settings: { tls: { mode: 'off' }, trustProxy } });
  const https = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' };
  /** Makes a token inside, for nobody can ask for one that is not let in. */
  const insideToken = async (app: TestApp): Promise<string> => {
    const transport = app.app.get(Transport, { strict: false });
    const [secure, trusted] = [jest.spyOn(transport, 'isSecure'), jest.spyOn(transport, 'isTrustedProxy')];
    for (const each of [secure, trusted]) each.mockReturnValue(true);
    const { token } = await createToken(await signInAsAdmin(app));
    for (const each of [secure, trusted]) each.mockRestore();
    return token;
  };
  const status = async (app: TestApp, token: string, headers: Record<string, string>) =>
    (await bearer(app, token).get('/auth/me', headers)).status;

  it('[1] [2] [7] a peer that nobody trusts can say what it wants: its credential is revoked', async () => {
    const app = await start(['10.0.0.0/8']);
    try {
      const token = await insideToken(app);
      expect(await status(app, token, https)).toBe(403);
      const events = (await auditLog(app)).filter(({ reason }) => reason === 'sent_in_plaintext');
      expect(events).toMatchObject([{ subjectType: 'token', address: '127.0.0.1' }]);
    } finally {
      await app.stop();
    }
  });

  it('[1] [2] [7] a trusted one that says http, or nothing, exposes the credential; https is served', async () => {
    const app = await start(['127.0.0.0/8']);
    try {
      const token = await insideToken(app);
      expect(await status(app, token, https)).toBe(200);
      for (const proto of ['http', 'https, http', 'http, https', '', 'wss']) {
        const each = await insideToken(app);
        expect([proto, await status(app, each, { 'x-forwarded-proto': proto })]).toEqual([proto, 403]);
        expect([proto, await status(app, each, https)]).toEqual([proto, 401]);
      }
      expect(await status(app, token, {})).toBe(403);
      expect(await status(app, token, https)).toBe(401);
    } finally {
      await app.stop();
    }
  });
});
