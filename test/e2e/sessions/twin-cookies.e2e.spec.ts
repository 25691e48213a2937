import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anonymous, type ApiAnswer, cookieOf, createPerson, PERSON_PASSWORD } from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const NAME = '__Host-gatehouse';
/** The form of a cookie that a key sealed which is gone. */
const FORGOTTEN = `${NAME}=0123abcd.${'A'.repeat(86)}`;

/** A browser sends every cookie of the name: of an earlier setting of the path or the domain, of a sibling host. */
forEachDialect((dialect) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    await createPerson(app, 'ann', []);
    await createPerson(app, 'ben', []);
  });
  afterAll(() => app.stop());

  const signIn = (username: string, cookie = '', to = app): Promise<ApiAnswer> =>
    anonymous(to).post(
      '/auth/login',
      { username, password: PERSON_PASSWORD },
      { origin: to.settings.publicUrl, ...(cookie === '' ? {} : { cookie }) },
    );
  const signedIn = async (username = 'ann'): Promise<string> => cookieOf(await signIn(username));
  const signOut = (cookie: string, to = app): Promise<ApiAnswer> =>
    anonymous(to).post('/auth/logout', undefined, { cookie, origin: to.settings.publicUrl });
  const me = async (cookie: string): Promise<number> => (await anonymous(app).get('/auth/me', { cookie })).status;
  const ended = async (): Promise<string> => {
    const cookie = await signedIn();
    expect((await signOut(cookie)).status).toBe(204);
    return cookie;
  };

  describe('the one that is good is taken', () => {
    it.each([
      ['one that has ended', ended],
      ['one whose key is gone', () => Promise.resolve(FORGOTTEN)],
      ['an empty one', () => Promise.resolve(`${NAME}=`)],
      ['what is no cookie of ours', () => Promise.resolve(`${NAME}=other`)],
      [
        'one whose person was suspended',
        async () => {
          const username = `leaver-${Math.random().toString(36).slice(2)}`;
          await createPerson(app, username, []);
          const cookie = await signedIn(username);
          const { adminUsername, adminPassword } = app.settings;
          const admin = cookieOf(
            await anonymous(app).post('/auth/login', { username: adminUsername, password: adminPassword?.reveal() }),
          );
          const headers = { cookie: admin, origin: app.settings.publicUrl };
          const { id } = (await anonymous(app).get(`/admin/users?search=${username}`, headers)).body.items[0];
          expect((await anonymous(app).post(`/admin/users/${id}/suspend`, undefined, headers)).status).toBe(200);
          return cookie;
        },
      ],
    ])('beside %s', async (_, stale) => {
      const [twin, good] = [await stale(), await signedIn()];
      for (const cookie of [`${twin}; ${good}`, `${good}; ${twin}`, `${twin}; ${twin}; ${good}; lang=en`]) {
        expect([cookie, await me(cookie)]).toEqual([cookie, 200]);
        const verified = await anonymous(app).get('/verify', { cookie });
        expect([verified.status, verified.headers.get('x-auth-username')]).toEqual([200, 'ann']);
      }
    });

    it('and repeats a call with an Idempotency-Key, with the twin or without', async () => {
      const [twin, good] = [await ended(), await signedIn()];
      const make = (cookie: string) =>
        anonymous(app).post(
          '/tokens',
          { name: 'once', expiresAt: null },
          { cookie, origin: app.settings.publicUrl, 'idempotency-key': 'twins-0123456789' },
        );
      const [first, again] = [await make(`${twin}; ${good}`), await make(good)];
      expect([first.status, again.body.id]).toEqual([201, first.body.id]);
    });

    it('the same session twice is one', async () => {
      const good = await signedIn();
      expect(await me(`${good}; ${good}`)).toBe(200);
    });

    it('two different live sessions are nobody', async () => {
      const both = `${await signedIn('ann')}; ${await signedIn('ben')}`;
      expect(await me(both)).toBe(401);
      expect((await anonymous(app).get('/verify', { cookie: both })).status).toBe(401);
    });

    it('and still needs an Origin to write', async () => {
      const cookie = `${await ended()}; ${await signedIn()}`;
      const answer = await anonymous(app).post('/tokens', { name: 'x', expiresAt: null }, { cookie });
      expect([answer.status, answer.body.code]).toEqual([403, 'csrf']);
      expect((await anonymous(app).post('/auth/logout', undefined, { cookie })).status).toBe(403);
    });

    it('of as many as a request can carry', async () => {
      const good = await signedIn();
      const junk = Array.from({ length: 90 }, (_, i) => FORGOTTEN.replace('AAA', String(i).padStart(3, 'B')));
      expect(await me([...junk, good].join('; '))).toBe(200);
    });
  });

  describe('sign-out ends every session that the request names', () => {
    it('wherever the live one stands', async () => {
      for (const swap of [false, true]) {
        const [one, two] = [await signedIn('ann'), await signedIn('ben')];
        const cookie = (swap ? [two, FORGOTTEN, one] : [one, FORGOTTEN, two]).join('; ');
        expect((await signOut(cookie)).status).toBe(204);
        expect([await me(one), await me(two)]).toEqual([401, 401]);
      }
    });

    it('a sign-in too, and what it starts works', async () => {
      const [one, two] = [await signedIn('ann'), await signedIn('ben')];
      const answer = await signIn('ann', `${one}; ${FORGOTTEN}; ${two}`);
      expect(answer.status).toBe(200);
      expect([await me(one), await me(two), await me(cookieOf(answer))]).toEqual([401, 401, 200]);
    });
  });

  describe('the twins expire', () => {
    const EXPIRED =
      /^gatehouse=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=([^;]+)(?:; Domain=([^;]+))?; Secure; HttpOnly/;
    const expiredBy = (answer: ApiAnswer) =>
      answer.headers.getSetCookie().flatMap((line) => {
        const [, path, domain = ''] = EXPIRED.exec(line) ?? [];
        return path === undefined ? [] : [`${domain}${path}`];
      });

    it('whatever path and domain they were set with, and the new one stays', async () => {
      const settings = {
        publicUrl: 'https://gate.eu.example.com',
        cookie: { domain: 'example.com', path: '/api', sameSite: 'lax' },
      } as const;
      const other = await startTestApp(dialect, { settings });
      try {
        await createPerson(other, 'ann', []);
        const answer = await signIn('ann', 'gatehouse=stale', other);
        const rest = answer.headers.getSetCookie();
        const own = rest.pop(); // the last, because a jar may take a twin for the cookie itself
        expect(own).toMatch(/^gatehouse=[0-9a-f]{8}\..*Path=\/api; Domain=example\.com;/);
        expect(rest.every((line) => EXPIRED.test(line))).toBe(true);
        const expired = expiredBy(answer);
        expect(expired).toEqual(
          expect.arrayContaining([
            '/',
            '/api',
            'example.com/',
            'eu.example.com/api',
            'gate.eu.example.com/',
            '/api/v1',
          ]),
        );
        expect(expired).not.toContain('example.com/api');
        expect(answer.headers.getSetCookie().join('').length).toBeLessThan(4096);
        const out = await signOut(`${cookieOf(answer)}; gatehouse=stale`, other);
        expect(expiredBy(out)).toEqual(expect.arrayContaining(['example.com/api', '/', 'example.com/']));
        expect(expiredBy(await signIn('ann', '', other))).toEqual([]);
      } finally {
        await other.stop();
      }
    });

    it('not where a browser can have none: the name begins with __Host-', async () => {
      const answer = await signIn('ann', FORGOTTEN);
      expect(answer.headers.getSetCookie()).toHaveLength(1);
      expect((await signOut(`${FORGOTTEN}; ${cookieOf(answer)}`)).headers.getSetCookie()).toEqual([
        expect.stringMatching(/^__Host-gatehouse=; Max-Age=0/),
      ]);
    });
  });
});
