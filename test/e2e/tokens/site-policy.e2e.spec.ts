import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  anonymous,
  type ApiClient,
  basic,
  bearer,
  createPerson,
  createToken,
  PERSON_PASSWORD,
  signIn,
  signInAsAdmin,
  type TestPerson,
} from '../../support/api-client.js';
import { auditOf } from '../../support/audit-log.js';
import { forEachDialect } from '../../support/dialects.js';
import { fetchToken, registerApplication } from '../../support/registered-application.js';
import { openSite } from '../../support/second-site.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { TokenUsage } from '../../../src/tokens/token-usage.service.js';

const NO_POLICY = {
  maxLifetimeSeconds: null,
  allowNeverExpire: true,
  allowedNetworks: null,
  revokeUnusedAfterDays: null,
  rotateInheritedWithinDays: null,
  maxLiveTokens: null,
};
const DAY = 24 * 3600;

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let count = 0;

  beforeAll(async () => {
    app = await startTestApp(dialect);
  });
  afterAll(() => app.stop());
  beforeEach(() => policy(NO_POLICY));

  /** Signs in anew: the clock may have been moved past the end of a session. */
  const policy = async (rules: object) => {
    admin = await signInAsAdmin(app);
    expect(await admin.patch('/admin/site', { policy: rules })).toMatchObject({ status: 200 });
  };
  const person = (roles: string[] = ['ROLE_MANAGE_PROXIES']) => createPerson(app, `p-${dialect}-${++count}`, roles);
  const again = (who: TestPerson) => signIn(app, who.username, PERSON_PASSWORD);
  const inSeconds = (seconds: number) => new Date(app.clock.now().getTime() + seconds * 1000).toISOString();
  const me = (token: string) => bearer(app, token).get('/auth/me');
  const flush = () => app.app.get(TokenUsage, { strict: false }).flush();
  const hour = (who: TestPerson) =>
    anonymous(app).form('/api/v1/auth/token', {
      grant_type: 'client_credentials',
      client_id: who.username,
      client_secret: PERSON_PASSWORD,
    });
  const introspect = async (token: string) =>
    (await anonymous(app).form('/oauth/introspect', { token }, { authorization: `Bearer ${(await asker()).token}` }))
      .body;
  const asker = async () => createToken(admin, { expiresAt: inSeconds(60) });

  const REFUSED = { status: 403, body: { code: 'policy_lifetime' } };
  /** Refused like any dead token; the audit log alone says why. */
  const expectDead = async (token: string, reason: string) => {
    const answer = await me(token);
    expect(answer).toMatchObject({ status: 401, body: { code: 'invalid_token' } });
    expect(JSON.stringify(answer.body)).not.toContain('policy');
    expect(await auditOf(app, answer)).toMatchObject([{ action: 'credential.used', outcome: 'denied', reason }]);
  };

  describe('making a token', () => {
    it('with a longer life than the site allows is refused, and says the latest expiry', async () => {
      await policy({ maxLifetimeSeconds: DAY });
      const ann = await person();
      const make = (expiresAt: string | null) => ann.session.post('/tokens', { name: 'x', expiresAt });
      expect((await make(inSeconds(DAY))).status).toBe(201);
      const late = await make(inSeconds(DAY + 1));
      expect(late).toMatchObject({ ...REFUSED, body: { latestExpiresAt: inSeconds(DAY) } });
      expect(late.body.detail).toBe(
        `The site lets tokens live at most 1 day: send an expiresAt no later than ${inSeconds(DAY)}.`,
      );
      expect(late.body.errors).toEqual([{ path: 'expiresAt', message: 'The site lets tokens live at most 1 day.' }]);
      expect(await make(null)).toMatchObject(REFUSED);
    });

    it('is told beforehand what it may ask for, whatever it may do itself', async () => {
      const { session } = await person([]);
      const told = async () => (await session.get('/auth/me')).body.site.policy;
      expect(await told()).toEqual({ maxLifetimeSeconds: null, allowNeverExpire: true });
      await policy({ maxLifetimeSeconds: DAY, allowNeverExpire: false });
      expect(await told()).toEqual({ maxLifetimeSeconds: DAY, allowNeverExpire: false });
    });

    it('without an expiry is refused where tokens need one, and any expiry is taken', async () => {
      await policy({ allowNeverExpire: false });
      const ann = await person();
      const make = (expiresAt: string | null) => ann.session.post('/tokens', { name: 'x', expiresAt });
      const errors = [{ path: 'expiresAt', message: 'The site requires that tokens expire.' }];
      expect(await make(null)).toMatchObject({ status: 403, body: { code: 'policy_lifetime', errors } });
      expect((await make(inSeconds(3000 * DAY))).status).toBe(201);
    });

    it('may name any networks: those of the site hold besides', async () => {
      await policy({ allowedNetworks: ['10.0.0.0/8'] });
      const ann = await person();
      const token = await createToken(ann.session, { allowedNetworks: ['127.0.0.0/8'] });
      expect(await me(token.token)).toMatchObject({ status: 403, body: { code: 'network_not_allowed' } });
    });

    it('in one site is not bound by the policy of another', async () => {
      await policy({ maxLifetimeSeconds: 60, allowNeverExpire: false, allowedNetworks: ['10.0.0.0/8'] });
      const other = await openSite(app, `other-${dialect}`);
      expect((await me((await createToken(other.admin)).token)).status).toBe(200);
    });
  });

  describe('rotating a token', () => {
    it('that keeps an expiry which the site does not allow any more is refused, and says the way out', async () => {
      const ann = await person();
      const [never, far] = [
        await createToken(ann.session),
        await createToken(ann.session, { expiresAt: inSeconds(9 * DAY) }),
      ];
      await policy({ maxLifetimeSeconds: DAY });
      for (const { id } of [never, far]) {
        const rotate = (body: object) => ann.session.post(`/tokens/${id}/rotate`, body);
        const kept = await rotate({});
        expect(kept).toMatchObject(REFUSED);
        expect(kept.body.detail).toContain('expiresAt');
        for (const expiresAt of [null, inSeconds(DAY + 1)]) expect(await rotate({ expiresAt })).toMatchObject(REFUSED);
        const rotated = await rotate({ expiresAt: inSeconds(DAY) });
        expect(rotated).toMatchObject({ status: 200, body: { expiresAt: inSeconds(DAY) } });
        expect((await me(rotated.body.token)).status).toBe(200);
      }
    });

    it('by itself does not outlive what the policy gave it', async () => {
      const ann = await person();
      const { token } = await createToken(ann.session);
      await policy({ maxLifetimeSeconds: DAY });
      const end = inSeconds(DAY);
      app.clock.advance({ hours: 1 });
      const rotate = (expiresAt: string) => bearer(app, token).post('/tokens/current/rotate', { expiresAt });
      expect(await rotate(inSeconds(DAY))).toMatchObject({ status: 403, body: { code: 'lifetime_exceeded' } });
      expect(await rotate(end)).toMatchObject({ status: 200, body: { expiresAt: end } });
    });

    it('by a sibling that the policy ends sooner is refused', async () => {
      const ann = await person();
      const { token } = await createToken(ann.session);
      await policy({ maxLifetimeSeconds: DAY });
      app.clock.advance({ hours: 1 });
      const later = await createToken(ann.session, { expiresAt: inSeconds(DAY) });
      expect(await bearer(app, token).post(`/tokens/${later.id}/rotate`, {})).toMatchObject({
        status: 403,
        body: { code: 'credential_too_narrow' },
      });
      expect((await bearer(app, token).delete(`/tokens/${later.id}`)).status).toBe(403);
      expect((await bearer(app, later.token).post('/tokens/current/rotate', {})).status).toBe(200);
    });
  });

  describe('applications', () => {
    it('are not set to a longer life than the site allows, and to what it allows when they ask for none', async () => {
      await policy({ maxLifetimeSeconds: 3 * DAY });
      const ann = await person();
      const register = (settings: object) => ann.session.post('/applications', { name: 'x', ...settings });
      expect(await register({ tokenTtlSeconds: 3 * DAY + 1 })).toMatchObject({
        ...REFUSED,
        body: {
          longestSeconds: 3 * DAY,
          errors: [{ path: 'tokenTtlSeconds', message: 'The site lets tokens live at most 3 days.' }],
        },
      });
      expect(await register({ tokenTtlSeconds: 60 })).toMatchObject({ status: 201, body: { tokenTtlSeconds: 60 } });
      const usual = await register({});
      expect(usual).toMatchObject({ status: 201, body: { tokenTtlSeconds: 3 * DAY } });
      const change = (body: object) => ann.session.patch(`/applications/${usual.body.id}`, body);
      expect(await change({ tokenTtlSeconds: 3 * DAY + 1 })).toMatchObject(REFUSED);
      expect((await change({ tokenTtlSeconds: 3 * DAY })).status).toBe(200);
      expect((await change({ name: 'y' })).status).toBe(200);
    });

    it.each(['opaque', 'jwt'])(
      'that were set before get %s tokens of the length the site allows',
      async (tokenFormat) => {
        const ann = await person();
        const application = await registerApplication(ann.session, { tokenFormat });
        await policy({ maxLifetimeSeconds: 600 });
        const { clientId, clientSecret, id } = application;
        const fields = { grant_type: 'client_credentials' };
        const { body } = await anonymous(app).form('/oauth/token', fields, basic(clientId, clientSecret));
        expect(body.expires_in).toBe(600);
        expect((await me(body.access_token)).body.credential.expiresAt).toBe(inSeconds(600));
        expect((await introspect(body.access_token)).exp * 1000).toBe(app.clock.now().getTime() + 600_000);
        const current = await ann.session.post(`/applications/${id}/token`);
        expect(current.body).toMatchObject({ expiresAt: inSeconds(600) });
        app.clock.advance({ seconds: 600 });
        expect((await me(body.access_token)).status).toBe(401);
      },
    );

    it('and the JWT of an hour is cut as well', async () => {
      await policy({ maxLifetimeSeconds: 120 });
      const ann = await person();
      const { body } = await hour(ann);
      expect(body.expires_in).toBe(120);
      const claims = JSON.parse(Buffer.from(String(body.access_token).split('.')[1] ?? '', 'base64url').toString());
      expect(claims.exp - claims.iat).toBe(120);
      await policy({ maxLifetimeSeconds: DAY });
      expect((await hour(ann)).body.expires_in).toBe(3600);
    });
  });

  describe('using a token', () => {
    it('that never expires stops where tokens need an expiry, and goes on when they need none', async () => {
      const ann = await person();
      const [never, ends] = [
        await createToken(ann.session),
        await createToken(ann.session, { expiresAt: inSeconds(DAY) }),
      ];
      await policy({ allowNeverExpire: false });
      await expectDead(never.token, 'policy_never_expires');
      expect((await me(ends.token)).status).toBe(200);
      expect(await introspect(never.token)).toEqual({ active: false });
      await policy({ allowNeverExpire: true });
      expect((await me(never.token)).status).toBe(200);
    });

    it('stops at the end of its longest life, counted from its last rotation, and says so before', async () => {
      const ann = await person();
      const [never, far, near] = [
        await createToken(ann.session),
        await createToken(ann.session, { expiresAt: inSeconds(9 * DAY) }),
        await createToken(ann.session, { expiresAt: inSeconds(60) }),
      ];
      const application = await registerApplication(ann.session);
      const fetched = await fetchToken(app, application);
      const jwt = await fetchToken(app, await registerApplication(ann.session, { tokenFormat: 'jwt' }));
      const start = app.clock.now();
      await policy({ maxLifetimeSeconds: 600 });
      const end = inSeconds(600);
      for (const token of [never.token, far.token, fetched, jwt]) {
        const answer = await me(token);
        expect([answer.status, answer.headers.get('gatehouse-token-expiration')]).toEqual([200, end]);
        expect(answer.body.credential.expiresAt).toBe(end);
        expect((await introspect(token)).exp * 1000).toBe(start.getTime() + 600_000);
      }
      expect((await me(near.token)).headers.get('gatehouse-token-expiration')).toBe(inSeconds(60));
      app.clock.advance({ milliseconds: 599_999 });
      expect((await me(far.token)).status).toBe(200);
      const rotated = await ann.session.post(`/tokens/${never.id}/rotate`, {
        graceSeconds: 60,
        expiresAt: inSeconds(600),
      });
      app.clock.advance({ milliseconds: 1 });
      for (const token of [far.token, fetched, jwt]) await expectDead(token, 'policy_lifetime');
      expect((await app.fetch('/verify', { headers: { authorization: `Bearer ${far.token}` } })).status).toBe(401);
      expect((await me(rotated.body.token)).status).toBe(200);
      expect((await me(never.token)).status).toBe(200); // the grace of the old value goes on
      expect((await ann.session.get('/auth/me')).status).toBe(200);
      const { clientSecret } = application;
      expect((await anonymous(app).get('/auth/secret', { authorization: `Secret ${clientSecret}` })).status).toBe(200);
    });

    it('a moment ago does not put off the end of its longest life', async () => {
      const ann = await person();
      const { token } = await createToken(ann.session);
      await policy({ maxLifetimeSeconds: 600 });
      app.clock.advance({ seconds: 599 });
      expect((await me(token)).status).toBe(200);
      await flush();
      app.clock.advance({ seconds: 1 });
      await expectDead(token, 'policy_lifetime');
    });

    it('that was not used for too long stops; using and rotating put it off', async () => {
      const ann = await person();
      const make = () => createToken(ann.session);
      const [idle, used, rotated] = [await make(), await make(), await make()];
      await policy({ revokeUnusedAfterDays: 2 });
      app.clock.advance({ days: 1 });
      expect((await me(used.token)).headers.get('gatehouse-token-expiration')).toBeNull();
      await flush();
      const fresh = (await (await again(ann)).post(`/tokens/${rotated.id}/rotate`, {})).body.token as string;
      app.clock.advance({ milliseconds: DAY * 1000 - 1 });
      await policy({});
      expect(await introspect(idle.token)).toMatchObject({ active: true }); // and noted: so another one is looked at
      app.clock.advance({ milliseconds: 1 });
      for (const token of [used.token, fresh]) expect((await me(token)).status).toBe(200);
    });

    it('that nobody has ever used counts from its making', async () => {
      const ann = await person();
      const idle = await createToken(ann.session);
      await policy({ revokeUnusedAfterDays: 2 });
      app.clock.advance({ days: 2 });
      await policy({});
      await expectDead(idle.token, 'policy_unused');
      const revived = await (await again(ann)).post(`/tokens/${idle.id}/rotate`, {});
      expect((await me(revived.body.token)).status).toBe(200);
    });

    it('that was inherited stops unless it is rotated in time', async () => {
      const [ann, ben] = [await person(), await person()];
      const [kept, rotated] = [await createToken(ben.session), await createToken(ben.session)];
      const own = await createToken(ann.session);
      await policy({ rotateInheritedWithinDays: 3 });
      expect((await admin.delete(`/admin/users/${ben.id}?reassignTo=${ann.id}`)).status).toBe(200);
      expect((await me(kept.token)).headers.get('gatehouse-token-expiration')).toBe(inSeconds(3 * DAY));
      const fresh = (await ann.session.post(`/tokens/${rotated.id}/rotate`, {})).body.token as string;
      app.clock.advance({ days: 3 });
      await policy({});
      await expectDead(kept.token, 'policy_inherited');
      for (const token of [fresh, own.token]) expect((await me(token)).status).toBe(200);
    });

    it('from outside the networks of the site is refused; introspecting it is not, and sessions and secrets are not', async () => {
      const ann = await person();
      const { token } = await createToken(ann.session);
      const application = await registerApplication(ann.session);
      const jwt = (await hour(ann)).body.access_token as string;
      await policy({ allowedNetworks: ['10.0.0.0/8'] });
      for (const each of [token, application.accessToken, jwt]) {
        expect(await me(each)).toMatchObject({ status: 403, body: { code: 'network_not_allowed' } });
        const verified = await app.fetch('/verify', { headers: { authorization: `Bearer ${each}` } });
        expect(verified.status).toBe(403);
      }
      const { clientId, clientSecret } = application;
      const asked = await anonymous(app).form('/oauth/introspect', { token }, basic(clientId, clientSecret));
      expect(asked.body.active).toBe(true);
      expect((await ann.session.get('/auth/me')).status).toBe(200);
      await policy({ allowedNetworks: ['10.0.0.0/8', '127.0.0.1'] });
      expect((await me(token)).status).toBe(200);
      const minted = await bearer(app, token).post('/tokens', { name: 'x', expiresAt: null });
      expect(minted).toMatchObject({ status: 201, body: { allowedNetworks: null } });
    });

    it('that the policy has stopped and that leaks is revoked all the same: a later policy does not bring it back', async () => {
      const ann = await person();
      const { token } = await createToken(ann.session);
      await policy({ allowNeverExpire: false });
      expect((await anonymous(app).post('/leaks', { credentials: [token] })).status).toBe(202);
      await policy({ allowNeverExpire: true });
      const answer = await me(token);
      expect(answer.status).toBe(401);
      expect(await auditOf(app, answer)).toMatchObject([{ reason: 'revoked' }]);
    });
  });
});
