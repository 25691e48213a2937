import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { VerificationCounter } from '../../../src/statistics/verification-counter.service.js';
import {
  anonymous,
  type ApiClient,
  bearer,
  createPerson,
  createToken,
  signInAsAdmin,
} from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { GatewayStage } from '../../support/gateway-stage.js';
import { openSite } from '../../support/second-site.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

interface Hour {
  readonly hour: string;
  readonly verified: number;
  readonly refused: number;
}

const NONE = { active: 0, stopped: 0, expiring: 0, unused: 0, inherited: 0 };

forEachDialect((dialect) => {
  let stage: GatewayStage;
  let app: TestApp;
  let admin: ApiClient;

  beforeAll(async () => {
    stage = await GatewayStage.start(dialect);
    ({ app, admin } = stage);
  });
  afterAll(() => stage.stop());

  const hours = async (query = '', client = admin): Promise<Hour[]> =>
    (await client.get(`/admin/statistics/verifications${query}`)).body.hours as Hour[];
  const lastHour = async (client = admin): Promise<[number, number]> => {
    const { verified, refused } = (await hours('', client)).at(-1) ?? { verified: -1, refused: -1 };
    return [verified, refused];
  };
  /** An hour in which nothing was counted yet. */
  const nextHour = () => {
    app.clock.advance({ hours: 1 });
  };

  describe('verifications of tokens', () => {
    it('are counted wherever a token is presented, and where one is asked about', async () => {
      nextHour();
      const { token } = await createToken(admin);
      const gateway = await stage.deployed();
      const authorization = `Bearer ${token}`;
      expect(await lastHour()).toEqual([0, 0]);
      expect((await bearer(app, token).get('/auth/me')).status).toBe(200);
      expect(await lastHour()).toEqual([1, 0]);
      expect((await anonymous(app).get('/verify', { authorization })).status).toBe(200);
      expect(await lastHour()).toEqual([2, 0]);
      expect((await anonymous(app).get(gateway.path, { authorization })).status).toBe(200);
      expect(await lastHour()).toEqual([3, 0]);
      const { token: subject } = await createToken(admin);
      const answer = await anonymous(app).form('/oauth/introspect', { token: subject }, { authorization });
      expect(answer.body.active).toBe(true);
      expect(await lastHour()).toEqual([5, 0]); // who asked, and what it asked about
    });

    it('are refusals when the token expired, was revoked, or comes from elsewhere', async () => {
      const revoked = await createToken(admin);
      const narrow = await createToken(admin, { allowedNetworks: ['192.0.2.0/24'] });
      const caller = await createToken(admin);
      const expiring = await createToken(admin, {
        expiresAt: new Date(app.clock.now().getTime() + 60_000).toISOString(),
      });
      await admin.delete(`/tokens/${revoked.id}`);
      nextHour();
      for (const { token } of [revoked, narrow, expiring])
        expect((await bearer(app, token).get('/auth/me')).status).toBeGreaterThan(400);
      expect(await lastHour()).toEqual([0, 3]);
      const introspection = { token: revoked.token };
      await anonymous(app).form('/oauth/introspect', introspection, { authorization: `Bearer ${caller.token}` });
      expect(await lastHour()).toEqual([1, 4]);
    });

    it('are not what people do in the console, nor what never was a token', async () => {
      nextHour();
      await admin.get('/auth/me');
      const { token } = await createToken(admin);
      const other = token.startsWith('gth_pat_A') ? 'B' : 'A';
      for (const junk of ['junk', `gth_pat_${other}${token.slice(9)}`, `${token}x`])
        expect((await bearer(app, junk).get('/auth/me')).status).toBe(401);
      expect(await lastHour()).toEqual([0, 0]);
    });

    it('[46] are those of the own site', async () => {
      const other = await openSite(app, `counts-${dialect}`);
      nextHour();
      const [ours, theirs] = [await createToken(admin), await createToken(other.admin)];
      await bearer(app, theirs.token).get('/auth/me');
      // Asked about by another site, a token is none, and counts for nobody.
      await anonymous(app).form(
        '/oauth/introspect',
        { token: theirs.token },
        { authorization: `Bearer ${ours.token}` },
      );
      await other.admin.delete(`/tokens/${theirs.id}`);
      await anonymous(app).form(
        '/oauth/introspect',
        { token: theirs.token },
        { authorization: `Bearer ${ours.token}` },
      );
      expect([await lastHour(), await lastHour(other.admin)]).toEqual([
        [2, 0],
        [1, 0],
      ]);
    });

    it('of two instances add up', async () => {
      nextHour();
      const { token } = await createToken(admin);
      const second = await startTestApp(dialect, { clock: app.clock, settings: { database: app.settings.database } });
      try {
        for (const each of [app, second]) expect((await bearer(each, token).get('/auth/me')).status).toBe(200);
        await second.app.get(VerificationCounter, { strict: false }).flush();
        expect(await lastHour()).toEqual([2, 0]);
        expect((await bearer(second, token).get('/auth/me')).status).toBe(200);
      } finally {
        await second.stop(); // writes what it has counted
      }
      expect(await lastHour()).toEqual([3, 0]);
    });

    it('are told hour by hour, those without any too, for 30 days', async () => {
      nextHour();
      const { token } = await createToken(admin);
      await bearer(app, token).get('/auth/me');
      const at = app.clock.now();
      app.clock.advance({ hours: 3 });
      const day = (await (await signInAsAdmin(app)).get('/admin/statistics/verifications')).body as Record<
        string,
        unknown
      >;
      const end = app.clock.now().getTime() + 3_600_000; // it is the full hour
      const bounds = [end - 86_400_000, end].map((time) => new Date(time).toISOString());
      expect([day['from'], day['to']]).toEqual(bounds);
      expect(day['hours']).toHaveLength(24);
      expect((day['hours'] as Hour[]).slice(-5).map(({ verified }) => verified)).toEqual([3, 1, 0, 0, 0]);
      const from = at.toISOString();
      expect(await hours(`?from=${from}&to=${new Date(at.getTime() + 1).toISOString()}`)).toEqual([
        { hour: `${from.slice(0, 13)}:00:00.000Z`, verified: 1, refused: 0 },
      ]);
      app.clock.advance({ days: 30 });
      const later = await signInAsAdmin(app);
      expect(await hours(`?from=${from}`, later)).toHaveLength(720);
      expect(await hours(`?from=${from}&to=${new Date(at.getTime() + 1).toISOString()}`, later)).toEqual([]);
    });

    it('are refused in words to a range that is none, and to who may not look after the tokens of the site', async () => {
      const fresh = await signInAsAdmin(app);
      for (const query of [
        '?from=yesterday',
        '?to=2026',
        '?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z',
        '?day=1',
      ])
        expect([query, (await fresh.get(`/admin/statistics/verifications${query}`)).status]).toEqual([query, 400]);
      const person = await createPerson(app, `manager-${dialect}`, ['ROLE_MANAGE_PROXIES']);
      for (const path of ['/admin/statistics/verifications', '/admin/statistics/tokens'])
        expect([path, (await person.session.get(path)).body.scope]).toEqual([path, 'tokens:admin']);
    });
  });

  describe('figures of tokens', () => {
    it('are as many as the filters of the lists find, for oneself and for the site', async () => {
      const site = await openSite(app, `figures-${dialect}`);
      const days = (count: number) => new Date(app.clock.now().getTime() + count * 86_400_000).toISOString();
      expect((await site.admin.get('/statistics/tokens')).body).toEqual(NONE);
      await createToken(site.admin);
      await createToken(site.admin, { expiresAt: days(29) });
      await createToken(site.admin, { expiresAt: days(31) });
      const gone = await createToken(site.admin);
      await site.admin.delete(`/tokens/${gone.id}`);
      await site.admin.post('/applications', { name: 'x' }); // with a token, which isn't a personal one
      const robot = await site.admin.post('/admin/users', { username: `robot-${dialect}`, kind: 'service', roles: [] });
      await site.admin.post(`/admin/users/${String(robot.body.id)}/tokens`, { name: 'x', expiresAt: days(2) });
      expect((await site.admin.get('/statistics/tokens')).body).toEqual({ ...NONE, active: 3, expiring: 1 });
      expect((await site.admin.get('/admin/statistics/tokens')).body).toEqual({ ...NONE, active: 4, expiring: 2 });
      const found = async (path: string) => ((await site.admin.get(path)).body.items as unknown[]).length;
      expect(await found(`/tokens?expiringBefore=${days(30)}`)).toBe(1);
      expect(await found(`/admin/tokens?kind=personal&format=opaque&expiringBefore=${days(30)}`)).toBe(2);
      expect(await found('/admin/tokens?kind=personal&format=jwt')).toBe(0);
    });

    it('say what nobody has used for 90 days, and what came from another', async () => {
      const site = await openSite(app, `idle-${dialect}`);
      const again = () => new Date(app.clock.now().getTime() - 90 * 86_400_000).toISOString();
      const { token } = await createToken(site.admin);
      await createToken(site.admin);
      app.clock.advance({ days: 91 });
      await bearer(app, token).get('/auth/me');
      const mine = bearer(app, token);
      expect((await mine.get('/statistics/tokens')).body).toEqual({ ...NONE, active: 2, unused: 1 });
      expect((await mine.get(`/tokens?unusedSince=${again()}`)).body.items).toHaveLength(1);
      expect((await mine.get('/tokens?transferred=true')).body.items).toHaveLength(0);
      expect((await mine.get('/tokens?transferred=false')).body.items).toHaveLength(2);
    });
  });
});
