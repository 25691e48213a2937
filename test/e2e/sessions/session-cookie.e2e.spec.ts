import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '../../../src/platform/audit/audit.types.js';
import { SiteTables } from '../../../src/platform/database/site-table.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { Key } from '../../../src/platform/keys/key.entity.js';
import { Keys } from '../../../src/platform/keys/keys.service.js';
import { anonymous, type ApiAnswer, cookieOf, createToken, signInAsAdmin } from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const PARTNER = 'https://partner.example';
const EVIL = 'https://evil.example';

forEachDialect((dialect) => {
  let app: TestApp;

  const signedIn = async (to: TestApp = app): Promise<string> => {
    const { adminUsername: username, adminPassword } = to.settings;
    return cookieOf(await anonymous(to).post('/auth/login', { username, password: adminPassword?.reveal() }));
  };
  const me = (cookie: string, to: TestApp = app): Promise<ApiAnswer> => anonymous(to).get('/auth/me', { cookie });

  beforeAll(async () => {
    app = await startTestApp(dialect, { settings: { corsOrigins: [PARTNER] } });
  });
  afterAll(() => app.stop());

  describe('[43] a cookie that was tampered with', () => {
    it('is a 401, whichever byte was changed, and in whichever way', async () => {
      const cookie = await signedIn();
      const start = cookie.indexOf('=') + 1;
      const { body: reference } = await me('__Host-gatehouse=x');
      for (let i = start; i < cookie.length; i++) {
        for (const other of new Set([flipped(cookie[i] ?? '', 1), flipped(cookie[i] ?? '', 2), 'A', '%', '"'])) {
          if (other === cookie[i]) continue;
          const answer = await me(cookie.slice(0, i) + other + cookie.slice(i + 1));
          expect([i, other, answer.status]).toEqual([i, other, 401]);
          expect({ ...answer.body, requestId: '' }).toEqual({ ...reference, requestId: '' });
        }
      }
      expect((await me(cookie)).status).toBe(200);
    });

    it.each([
      ['cut short', (value: string) => value.slice(0, -1)],
      ['made longer', (value: string) => `${value}A`],
      ['padded', (value: string) => `${value}==`],
      ['empty', () => ''],
      ['without its key', (value: string) => value.slice(9)],
      ['with a part too many', (value: string) => `${value}.AAAA`],
      ['in quotes', (value: string) => `"${value}"`],
      ['a megabyte of a joke', () => 'A'.repeat(6_000)],
    ])('is a 401 when it is %s', async (_, change) => {
      const [name = '', value = ''] = (await signedIn()).split('=');
      expect((await me(`${name}=${change(value)}`)).status).toBe(401);
    });

    it('does not harm another one beside it', async () => {
      const cookie = await signedIn();
      expect((await me(`${cookie}; __Host-gatehouse=other`)).status).toBe(200);
      expect((await me(`theme=dark; ${cookie}; lang=en`)).status).toBe(200);
    });
  });

  describe('[43] the keys', () => {
    const rotate = (to: TestApp): Promise<string> => to.app.get(Keys, { strict: false }).rotate('cookie', SYSTEM);

    it('can be rotated while people are signed in', async () => {
      const before = await signedIn();
      await rotate(app);
      const after = await signedIn();
      expect(keyOf(after)).not.toBe(keyOf(before));
      expect((await me(before)).status).toBe(200);
      expect((await me(after)).status).toBe(200);
    });

    it('can be removed, which signs out whose cookie they sealed', async () => {
      const before = await signedIn();
      await rotate(app);
      const after = await signedIn();
      await removeRetiredKeys(app);
      expect((await me(before)).status).toBe(401);
      expect((await me(after)).status).toBe(200);
    });

    it('of another instance are found as soon as one of its cookies comes', async () => {
      const second = await startTestApp(dialect, { clock: app.clock, settings: { database: app.settings.database } });
      try {
        await rotate(app);
        app.clock.advance({ seconds: 1 });
        expect((await me(await signedIn(), second)).status).toBe(200);
      } finally {
        await second.stop();
      }
    });

    it('of another deployment in the same process open nothing here', async () => {
      const other = await startTestApp(dialect);
      try {
        const [ours, theirs] = await Promise.all([signedIn(), signedIn(other)]);
        expect((await me(ours)).status).toBe(200);
        expect((await me(theirs, other)).status).toBe(200);
        expect((await me(theirs)).status).toBe(401);
        expect((await me(ours, other)).status).toBe(401);
      } finally {
        await other.stop();
      }
    });
  });

  describe('[44] credentials in the wrong place', () => {
    it('a cookie is no bearer token', async () => {
      const value = (await signedIn()).split('=')[1] ?? '';
      const answer = await anonymous(app).get('/auth/me', { authorization: `Bearer ${value}` });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toContain('error="invalid_token"');
    });

    it('a bearer token is no cookie', async () => {
      const { token } = await createToken(await signInAsAdmin(app));
      expect((await me(`__Host-gatehouse=${token}`)).status).toBe(401);
    });

    it('a session id is neither', async () => {
      const cookie = await signedIn();
      const id = String((await me(cookie)).body.credential.id);
      expect((await me(`__Host-gatehouse=${id}`)).status).toBe(401);
      expect((await anonymous(app).get('/auth/me', { authorization: `Bearer ${id}` })).status).toBe(401);
    });

    it('[6] a cookie and a token at once are refused, though both are good', async () => {
      const { token } = await createToken(await signInAsAdmin(app));
      const both = { cookie: await signedIn(), authorization: `Bearer ${token}` };
      expect((await anonymous(app).get('/auth/me', both)).status).toBe(400);
    });
  });

  describe('[40] a write that a browser was talked into', () => {
    const TOKEN = { name: 'x', expiresAt: null };
    const write = (headers: Record<string, string>, body: unknown = TOKEN): Promise<ApiAnswer> =>
      anonymous(app).post('/tokens', body, headers);

    it('is one with DELETE too, and reads are not', async () => {
      const headers = { cookie: await signedIn(), origin: EVIL };
      const nobodys = '/auth/sessions/0199c0de-0000-7000-8000-00000000dead';
      const answer = await anonymous(app).call('DELETE', nobodys, undefined, headers);
      expect([answer.status, answer.body.code]).toEqual([403, 'csrf']);
      expect((await anonymous(app).get('/auth/sessions', headers)).status).toBe(200);
    });

    it.each([
      ['a foreign page', { origin: EVIL }],
      ['a sandboxed page', { origin: 'null' }],
      ['our host on another port', { origin: 'https://localhost' }],
      ['our host without TLS', { origin: 'http://localhost' }],
      ['nobody knows where', {}],
    ])('from %s is refused', async (_, headers) => {
      const answer = await write({ cookie: await signedIn(), ...headers });
      expect(answer.status).toBe(403);
      expect(answer.body.code).toBe('csrf');
    });

    it.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x'])(
      'as %s is refused',
      async (type) => {
        const cookie = await signedIn();
        for (const origin of [{ origin: EVIL }, {}]) {
          const answer = await write({ cookie, 'content-type': type, ...origin });
          expect(answer.status).toBe(403);
          expect(answer.body.code).toBe('csrf');
        }
        expect((await write({ cookie, 'content-type': type, origin: app.url })).status).toBe(415);
      },
    );

    it('from our own page, or from one that the operator named, works', async () => {
      expect((await write({ cookie: await signedIn(), origin: app.url })).status).toBe(201);
      expect((await write({ cookie: await signedIn(), origin: PARTNER })).status).toBe(201);
    });

    it('is no danger with a bearer token, which no browser sends by itself', async () => {
      const { token } = await createToken(await signInAsAdmin(app));
      expect((await write({ authorization: `Bearer ${token}` })).status).toBe(201);
    });

    it('does not stop reading, which changes nothing', async () => {
      expect((await me(await signedIn())).status).toBe(200);
    });
  });

  describe('[41] CORS', () => {
    it('lets a named origin use the session', async () => {
      const answer = await anonymous(app).get('/auth/me', { cookie: await signedIn(), origin: PARTNER });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('access-control-allow-origin')).toBe(PARTNER);
      expect(answer.headers.get('access-control-allow-credentials')).toBe('true');
      expect(answer.headers.get('vary')).toContain('Origin');
    });

    it('says nothing to any other origin', async () => {
      const answer = await anonymous(app).get('/auth/me', { cookie: await signedIn(), origin: EVIL });
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    });
  });

  describe('[36] the attributes that the operator can set', () => {
    it.each([
      [
        { domain: 'example.com', path: '/', sameSite: 'none' },
        /^gatehouse=\S+; .*Path=\/; Domain=example\.com; Secure; HttpOnly; SameSite=None$/,
      ],
      [
        { domain: null, path: '/api', sameSite: 'strict' },
        /^gatehouse=\S+; .*Path=\/api; Secure; HttpOnly; SameSite=Strict$/,
      ],
      [
        { domain: null, path: '/', sameSite: 'lax' },
        /^__Host-gatehouse=\S+; .*Path=\/; Secure; HttpOnly; SameSite=Lax$/,
      ],
    ] as const)('%j', async (cookie, expected) => {
      const other = await startTestApp(dialect, { settings: { cookie } });
      try {
        const { adminUsername: username, adminPassword } = other.settings;
        const answer = await anonymous(other).post('/auth/login', { username, password: adminPassword?.reveal() });
        expect(answer.headers.getSetCookie()[0]).toMatch(expected);
        expect((await me(cookieOf(answer), other)).status).toBe(200);
      } finally {
        await other.stop();
      }
    });
  });
});

function flipped(character: string, bit: number): string {
  return String.fromCharCode(character.charCodeAt(0) ^ bit);
}

function keyOf(cookie: string): string {
  return /=([0-9a-f]{8})\./.exec(cookie)?.[1] ?? '';
}

async function removeRetiredKeys({ app, clock }: TestApp): Promise<void> {
  const keys = app.get(SiteTables, { strict: false }).ofDeployment(Key);
  await app.get(UnitOfWork, { strict: false }).run(async (tx) => {
    const all = await keys.rows(tx).all({ purpose: 'cookie' });
    for (const key of all.filter(({ retiredAt }) => retiredAt !== null)) await keys.rows(tx).delete({ id: key.id });
  });
  clock.advance({ seconds: 1 });
  await app.get(Keys, { strict: false }).refresh();
}
