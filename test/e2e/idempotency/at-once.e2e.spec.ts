import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Turns } from '../../../src/auth/idempotency/turns.js';
import { KeptAnswers } from '../../../src/platform/idempotency/kept-answers.service.js';
import {
  anonymous,
  type ApiAnswer,
  type ApiClient,
  basic,
  bearer,
  createPerson,
  createToken,
  signInAsAdmin,
} from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { keyedPost, newKey } from '../../support/keyed-client.js';
import { registerApplication } from '../../support/registered-application.js';
import { rowsOf } from '../../support/table-rows.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

interface Crowd {
  readonly name: string;
  readonly size: number;
  /** On a slow machine twenty may be too many for a database at once: then a client does what the key is for. */
  readonly tries: number;
  /** Sees to it that none goes on before all are as far. */
  readonly gather: (app: TestApp, meet: () => Promise<void>) => void;
}

const CROWDS: readonly Crowd[] = [
  {
    name: '20 calls at once',
    size: 20,
    tries: 5,
    gather: ({ app }, meet) => {
      const turns = app.get(Turns, { strict: false });
      const take = turns.take.bind(turns);
      jest.spyOn(turns, 'take').mockImplementation(async (name) => {
        await meet();
        return take(name);
      });
    },
  },
  {
    name: '4 calls at once, each in a process of its own,',
    size: 4,
    tries: 1,
    gather: ({ app }, meet) => {
      const [turns, answers] = [app.get(Turns, { strict: false }), app.get(KeptAnswers, { strict: false })];
      jest.spyOn(turns, 'isTaken').mockReturnValue(false);
      jest.spyOn(turns, 'take').mockResolvedValue(() => undefined);
      const find = answers.find.bind(answers);
      jest.spyOn(answers, 'find').mockImplementation(async (call) => {
        const found = await find(call);
        await meet();
        return found;
      });
    },
  },
];

forEachDialect((dialect) => {
  let app: TestApp;
  let session: ApiClient;
  beforeAll(async () => {
    app = await startTestApp(dialect);
    session = (await createPerson(app, 'ann', ['ROLE_MANAGE_PROXIES'])).session;
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  afterAll(() => app.stop());

  const countOf = async (table: string) => (await rowsOf(app, (each) => each === table))[table]?.length ?? 0;
  const namedOnce = { role: 0 };

  describe.each(CROWDS)('$name with the same Idempotency-Key', ({ size, tries, gather }) => {
    function atOnce(call: (index: number) => Promise<ApiAnswer>): Promise<ApiAnswer[]> {
      jest.restoreAllMocks();
      gather(app, meeting(size));
      return Promise.all(Array.from({ length: size }, (_, index) => patiently(() => call(index), tries)));
    }

    function expectOneAnswer(answers: readonly ApiAnswer[], status: number): void {
      expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => status));
      expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
      expect(answers.filter(({ headers }) => !headers.has('idempotent-replayed')).length).toBeLessThanOrEqual(1);
    }

    it('[83] make one token, and are all answered with it', async () => {
      const [caller, key] = [bearer(app, (await createToken(session)).token), newKey()];
      const before = await countOf('tokens');
      expectOneAnswer(await atOnce(() => keyedPost(caller, '/tokens', { name: 'x', expiresAt: null }, key)), 201);
      expect(await countOf('tokens')).toBe(before + 1);
    });

    it('[83] rotate a token once, also when it is the one that calls', async () => {
      const { id, token } = await createToken(session);
      const [caller, key] = [bearer(app, token), newKey()];
      const answers = await atOnce(() => keyedPost(caller, '/tokens/current/rotate', {}, key));
      expectOneAnswer(answers, 200);
      const values = (await rowsOf(app, (table) => table === 'token_values'))['token_values'] ?? [];
      expect(values.filter((row) => row['token_id'] === id)).toHaveLength(2);
      expect((await bearer(app, answers[0]?.body.token).get('/auth/me')).status).toBe(200);
    });

    it('[83] register one application, and add one secret', async () => {
      const [caller, key, other] = [bearer(app, (await createToken(session)).token), newKey(), newKey()];
      const registered = await atOnce(() => keyedPost(caller, '/applications', { name: 'x' }, key));
      expectOneAnswer(registered, 201);
      const { id } = registered[0]?.body as { id: string };
      expectOneAnswer(await atOnce(() => keyedPost(caller, `/applications/${id}/secrets`, {}, other)), 201);
      expect((await session.get(`/applications/${id}`)).body.secrets).toHaveLength(2);
    });

    it('[83] make one thing whose name can be given once', async () => {
      const admin = await signInAsAdmin(app);
      const name = `ROLE_ONCE${++namedOnce.role}`;
      const role = { name, description: 'x', scopes: ['orders:read'] };
      const [key, other] = [newKey(), newKey()];
      expectOneAnswer(await atOnce(() => keyedPost(admin, '/admin/roles', role, key)), 201);
      const user = { username: name, kind: 'service', roles: [name] };
      expectOneAnswer(await atOnce(() => keyedPost(admin, '/admin/users', user, other)), 201);
    });

    it('[83] fetch one token for an OAuth client', async () => {
      const { clientId, clientSecret } = await registerApplication(session);
      const headers = { ...basic(clientId, clientSecret), 'idempotency-key': newKey() };
      const before = await countOf('tokens');
      const form = { grant_type: 'client_credentials' };
      expectOneAnswer(await atOnce(() => anonymous(app).form('/oauth/token', form, headers)), 200);
      expect(await countOf('tokens')).toBe(before + 1);
    });

    it('[83] with two bodies do one of both, and refuse the other', async () => {
      const [caller, key] = [bearer(app, (await createToken(session)).token), newKey()];
      const before = await countOf('tokens');
      const named = (index: number) => ({ name: `x${index % 2}`, expiresAt: null });
      const answers = await atOnce((index) => keyedPost(caller, '/tokens', named(index), key));
      const refused = answers.filter(({ status }) => status === 409);
      expect(answers.map(({ status }) => status).sort()).toEqual([
        ...Array.from({ length: size / 2 }, () => 201),
        ...Array.from({ length: size / 2 }, () => 409),
      ]);
      expect(new Set(refused.map(({ body }) => body.code))).toEqual(new Set(['idempotency_conflict']));
      expect(await countOf('tokens')).toBe(before + 1);
    });
  });

  it('[83] who has waited for the same call is judged when the turn comes', async () => {
    const [{ id, token }, key] = [await createToken(session), newKey()];
    const turns = app.app.get(Turns, { strict: false });
    const giveTurn = await turns.take(`${token}\n${key}`);
    const take = jest.spyOn(turns, 'take');
    const waiting = keyedPost(bearer(app, token), '/tokens', { name: 'x', expiresAt: null }, key);
    while (take.mock.calls.length === 0) await delay(5);
    await session.delete(`/tokens/${id}`);
    giveTurn();
    expect(await waiting).toMatchObject({ status: 401, body: { code: 'invalid_token' } });
    expect(turns.isTaken(`${token}\n${key}`)).toBe(false);
  });

  it('[56] who waits too long is told to come again', async () => {
    const [{ token }, key] = [await createToken(session), newKey()];
    const giveTurn = await app.app.get(Turns, { strict: false }).take(`${token}\n${key}`);
    const call = () => keyedPost(bearer(app, token), '/tokens', { name: 'x', expiresAt: null }, key);
    expect(await call()).toMatchObject({ status: 503, body: { code: 'database_unavailable' } });
    giveTurn();
    expect((await call()).status).toBe(201);
  });

  it('calls with keys of their own, and without, do not wait for each other', async () => {
    const caller = bearer(app, (await createToken(session)).token);
    const before = await countOf('tokens');
    const wanted = { name: 'x', expiresAt: null };
    const calls = Array.from({ length: 10 }, () => [
      () => keyedPost(caller, '/tokens', wanted, newKey()),
      () => caller.post('/tokens', wanted),
    ]).flat();
    const answers = await Promise.all(calls.map((call) => call()));
    expect(answers.map(({ status }) => status)).toEqual(calls.map(() => 201));
    expect(await countOf('tokens')).toBe(before + calls.length);
  });
});

async function patiently(call: () => Promise<ApiAnswer>, tries: number): Promise<ApiAnswer> {
  const answer = await call();
  return answer.status === 503 && tries > 1 ? patiently(call, tries - 1) : answer;
}

/** Who comes waits until as many have. */
function meeting(size: number): () => Promise<void> {
  let present = 0;
  let go: () => void = () => undefined;
  const all = new Promise<void>((resolve) => {
    go = resolve;
  });
  return () => {
    if (++present === size) go();
    return all;
  };
}
