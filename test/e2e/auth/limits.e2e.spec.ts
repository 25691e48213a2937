import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anonymous, type ApiAnswer, basic, createPerson, signInAsAdmin } from '../../support/api-client.js';
import { auditOf } from '../../support/audit-log.js';
import { forEachDialect } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const PASSWORD = 'Correct-Horse-Battery-9';
const WRONG = 'Wrong-Horse-Battery-9';

forEachDialect((dialect) => {
  let app: TestApp;
  let networks = 0;

  /** A network that nobody has guessed from yet; `host` tells its addresses apart. */
  const newNetwork = (): ((host: number) => string) => {
    const third = networks++;
    return (host) => `203.0.${third}.${host}`;
  };
  const from = (address: string): Record<string, string> => ({ 'x-forwarded-for': address });
  const login = (username: string, password: string, address: string): Promise<ApiAnswer> =>
    anonymous(app).post('/auth/login', { username, password }, from(address));
  const personToken = (username: string, password: string, address: string): Promise<ApiAnswer> =>
    anonymous(app).form(
      '/api/v1/auth/token',
      { grant_type: 'client_credentials', client_id: username, client_secret: password },
      from(address),
    );
  const times = async (count: number, call: (i: number) => Promise<ApiAnswer>): Promise<number[]> => {
    const statuses: number[] = [];
    for (let i = 0; i < count; i++) statuses.push((await call(i)).status);
    return statuses;
  };

  beforeAll(async () => {
    app = await startTestApp(dialect, { settings: { trustProxy: ['127.0.0.1/32'] } });
    await createPerson(app, 'ann', []);
  });
  afterAll(() => app.stop());

  describe('[54] guessing a password', () => {
    it('is over after ten tries, also for the right one, and the answer says when to come back', async () => {
      const address = newNetwork();
      expect(await times(10, () => login('ann', WRONG, address(1)))).toEqual(Array(10).fill(401));
      const limited = await login('ann', PASSWORD, address(1));
      expect(limited.status).toBe(429);
      expect(limited.body.code).toBe('rate_limited');
      expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(890);
      expect(Number(limited.headers.get('retry-after'))).toBeLessThanOrEqual(900);
      expect(limited.headers.getSetCookie()).toEqual([]);
      expect(await auditOf(app, limited)).toEqual([
        expect.objectContaining({ action: 'session.refused', outcome: 'denied', reason: 'rate_limited' }),
      ]);
    });

    it('does not lock the victim out, elsewhere nor next door', async () => {
      const address = newNetwork();
      await times(12, () => login('ann', WRONG, address(1)));
      expect((await login('ann', PASSWORD, newNetwork()(1))).status).toBe(200);
      expect((await login('ann', PASSWORD, address(2))).status).toBe(200);
      expect((await login('ann', PASSWORD, address(1))).status).toBe(429);
    });

    it('is over after ten tries for a whole network, but for one try of each further address', async () => {
      const address = newNetwork();
      await times(10, (i) => login('ann', WRONG, address(i + 1)));
      expect(await times(2, () => login('ann', WRONG, address(99)))).toEqual([401, 429]);
    });

    it('gets no further by guessing all at once', async () => {
      const address = newNetwork();
      const answers = await Promise.all(Array.from({ length: 30 }, () => login('ann', WRONG, address(1))));
      expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(20);
    });

    it('of many people from one address is over after fifty tries', async () => {
      const address = newNetwork();
      const statuses = await times(51, (i) => login(`person-${i}`, WRONG, address(1)));
      expect(statuses).toEqual([...Array<number>(50).fill(401), 429]);
    });

    it('counts together wherever a password is asked for', async () => {
      const address = newNetwork();
      await times(5, () => login('ann', WRONG, address(1)));
      expect(await times(5, () => personToken('ann', WRONG, address(1)))).toEqual(Array(5).fill(401));
      expect((await login('ann', PASSWORD, address(1))).status).toBe(429);
      const limited = await personToken('ann', PASSWORD, address(1));
      expect(limited.status).toBe(429);
      expect(limited.body.error).toBe('temporarily_unavailable');
      expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
    });

    it('counts for the user, whichever of their names is tried, and however it is spelled', async () => {
      const address = newNetwork();
      const names = ['ann', 'ANN', 'ann@example.com', 'Ann@Example.COM', 'ann@ｅｘａｍｐｌｅ.com'];
      expect(await times(10, (i) => login(names[i % names.length] ?? '', WRONG, address(1)))).toEqual(
        Array(10).fill(401),
      );
      for (const name of names) expect((await login(name, PASSWORD, address(1))).status).toBe(429);
      expect((await personToken('ann@example.com', PASSWORD, address(1))).status).toBe(429);
      expect((await login('ann@example.com', PASSWORD, address(2))).status).toBe(200);
      const unknown = await times(11, () => login('nobody', WRONG, address(1)));
      expect(unknown).toEqual([...Array<number>(10).fill(401), 429]);
    });

    it('under a name with a control character is never let in, nor counted for another', async () => {
      const address = newNetwork();
      for (const name of ['ann\u0000', 'ann\u0000x', '\u0000', 'ann\u0007', 'ann\u0085@example.com']) {
        expect([name, (await login(name, PASSWORD, address(1))).status]).toEqual([name, 401]);
        expect([name, (await personToken(name, PASSWORD, address(1))).status]).toEqual([name, 401]);
      }
      await times(12, () => login('ann\u0000', WRONG, address(1)));
      expect((await login('ann', PASSWORD, address(1))).status).toBe(200);
    });

    it('with a stolen session is over, too', async () => {
      const person = await createPerson(app, `victim-${dialect}`, []);
      const address = newNetwork();
      const guess = (path: string, body: unknown): Promise<ApiAnswer> =>
        person.session.call(path === '/auth/password' ? 'PUT' : 'POST', path, body, from(address(1)));
      await times(4, () => guess('/auth/confirm', { password: WRONG }));
      await times(3, () => guess('/auth/password', { currentPassword: WRONG, newPassword: 'A-New-Horse-Battery-12' }));
      expect(await times(3, () => guess('/users/me/secret/reveal', { password: WRONG }))).toEqual([403, 403, 403]);
      expect((await guess('/auth/confirm', { password: PASSWORD })).status).toBe(429);
      expect((await guess('/users/me/secret/reveal', { password: PASSWORD })).status).toBe(429);
    });
  });

  describe('good sign-ins', () => {
    it('are never too many', async () => {
      const address = newNetwork();
      const statuses: number[] = [];
      for (let wave = 0; wave < 5; wave++) {
        const answers = await Promise.all(Array.from({ length: 12 }, () => login('ann', PASSWORD, address(1))));
        statuses.push(...answers.map(({ status }) => status));
      }
      expect(statuses).toEqual(Array(60).fill(200));
    });
  });

  describe('guessing a client secret', () => {
    const token = (clientId: string, secret: string, address: string): Promise<ApiAnswer> =>
      anonymous(app).form(
        '/oauth/token',
        { grant_type: 'client_credentials' },
        { ...basic(clientId, secret), ...from(address) },
      );

    it('is over after thirty tries, with the body of RFC 6749; the client itself never waits', async () => {
      const admin = await signInAsAdmin(app);
      const created = await admin.post('/applications', { name: 'Shop', description: 'x' });
      const { clientId, clientSecret } = created.body as { clientId: string; clientSecret: string };
      const address = newNetwork();
      expect(await times(30, () => token(clientId, 'guess', address(1)))).toEqual(Array(30).fill(401));
      const limited = await token(clientId, 'guess', address(1));
      expect(limited.status).toBe(429);
      expect(limited.body.error).toBe('temporarily_unavailable');
      expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await token(clientId, clientSecret, address(1))).status).toBe(200);
    });
  });
});
