import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  anonymous,
  type ApiClient,
  basic,
  bearer,
  createPerson,
  createToken,
  signInAsAdmin,
  type TestPerson,
} from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { fetchToken, registerApplication } from '../../support/registered-application.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const GRANT = { grant_type: 'client_credentials' };

/** contract §1, "One rule of authority": nothing that a credential makes lives longer than it. */
forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let ann: TestPerson;

  const inSeconds = (seconds: number) => new Date(app.clock.now().getTime() + seconds * 1000).toISOString();
  const secret = (value: string) =>
    anonymous(app).call('POST', '/auth/token', undefined, { authorization: `Secret ${value}` });

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
    ann = await createPerson(app, 'ann', ['ROLE_MANAGE_PROXIES']);
  });
  afterAll(() => app.stop());

  describe('[71] a token with a minute to live', () => {
    it('registers an application that ends with it, and the answer says so', async () => {
      const end = inSeconds(60);
      const caller = bearer(app, (await createToken(ann.session, { expiresAt: end })).token);
      const { status, body } = await caller.post('/applications', { name: 'short', tokenTtlSeconds: 31_536_000 });
      expect(status).toBe(201);
      expect(body).toMatchObject({ endsAt: end, clientSecretExpiresAt: end, tokenTtlSeconds: 31_536_000 });
      const me = await bearer(app, body.accessToken).get('/auth/me');
      expect(me.body.credential.expiresAt).toBe(end);
      const traded = await anonymous(app).form('/oauth/token', GRANT, basic(body.clientId, body.clientSecret));
      expect(traded.body.expires_in).toBeLessThanOrEqual(60);
      expect((await secret(body.clientSecret)).body.expires_in).toBeLessThanOrEqual(60);
      app.clock.advance({ seconds: 60 });
      expect((await anonymous(app).form('/oauth/token', GRANT, basic(body.clientId, body.clientSecret))).status).toBe(
        401,
      );
      expect((await bearer(app, body.accessToken).get('/auth/me')).status).toBe(401);
      expect((await secret(body.clientSecret)).status).toBe(401);
    });

    it('adds to an application that lasts a secret and a token that end with it', async () => {
      const application = await registerApplication(ann.session, { issueToken: false });
      const end = inSeconds(60);
      const caller = bearer(app, (await createToken(ann.session, { expiresAt: end })).token);
      const added = await caller.post(`/applications/${application.id}/secrets`, {});
      expect([added.status, added.body.clientSecretExpiresAt, added.body.expiresAt]).toEqual([201, end, end]);
      const renewed = await caller.post(`/applications/${application.id}/token`);
      expect([renewed.status, renewed.body.expiresAt, renewed.body.expiresIn]).toEqual([201, end, 60]);
      expect((await fetchToken(app, application)).length).toBeGreaterThan(0); // the owner's own secret is as it was
    });

    it('raises no lifetime of an application and moves no end of one', async () => {
      const end = inSeconds(600);
      const maker = bearer(app, (await createToken(ann.session, { expiresAt: end })).token);
      const { body: short } = await maker.post('/applications', { name: 'short', tokenTtlSeconds: 60 });
      const caller = bearer(app, (await createToken(ann.session, { expiresAt: inSeconds(60) })).token);
      const path = `/applications/${short.id}`;
      const exceeded = { status: 403, body: { code: 'lifetime_exceeded' } };
      expect(await caller.patch(path, { tokenTtlSeconds: 61 })).toMatchObject(exceeded);
      for (const endsAt of [null, inSeconds(601)]) expect(await maker.patch(path, { endsAt })).toMatchObject(exceeded);
      expect((await ann.session.patch(path, { tokenTtlSeconds: 120, endsAt: null })).body).toMatchObject({
        tokenTtlSeconds: 120,
        endsAt: null,
        secrets: [{ expiresAt: end }],
      });
    });

    it('widens no application that outlives it', async () => {
      const application = await registerApplication(ann.session, { scopes: ['projects:read'] });
      const caller = bearer(app, (await createToken(ann.session, { expiresAt: inSeconds(60) })).token);
      const widened = await caller.patch(`/applications/${application.id}`, {
        scopes: ['projects:read', 'projects:write'],
      });
      expect(widened).toMatchObject({ status: 403, body: { code: 'lifetime_exceeded' } });
      expect((await caller.patch(`/applications/${application.id}`, { name: 'renamed' })).status).toBe(200);
    });

    it('makes a token of a service account that ends with it at the latest', async () => {
      const robot = (await admin.post('/admin/users', { username: 'robot-1', kind: 'service', roles: [] })).body.id;
      const caller = bearer(app, (await createToken(admin, { expiresAt: inSeconds(60) })).token);
      const exceeded = { status: 403, body: { code: 'lifetime_exceeded' } };
      expect(await caller.post(`/admin/users/${robot}/tokens`, { name: 'x', expiresAt: null })).toMatchObject(exceeded);
      const registered = await caller.post(`/admin/users/${robot}/applications`, { name: 'x' });
      expect([registered.status, registered.body.ownerId, registered.body.endsAt]).toEqual([201, robot, inSeconds(60)]);
    });
  });

  describe('[71] an application', () => {
    it('whose tokens live a minute gets no hour for its secret', async () => {
      const { clientSecret } = await registerApplication(ann.session, { tokenTtlSeconds: 60 });
      expect((await secret(clientSecret)).body.expires_in).toBe(60);
    });

    it('renews its current access token for its own lifetime, and nothing else with it', async () => {
      const { id, accessToken } = await registerApplication(ann.session, { tokenTtlSeconds: 3600 });
      app.clock.advance({ minutes: 50 });
      const own = bearer(app, accessToken);
      const added = await own.post(`/applications/${id}/secrets`, {});
      expect(added.body.clientSecretExpiresAt).toBe(inSeconds(600));
      expect((await own.post(`/applications/${id}/token`)).body.expiresIn).toBe(3600);
    });
  });

  describe('[71] a client secret in its grace', () => {
    it('fetches tokens that end with it', async () => {
      const application = await registerApplication(ann.session, { tokenTtlSeconds: 31_536_000 });
      await ann.session.post(`/applications/${application.id}/secrets`, { graceSeconds: 2 });
      const traded = await anonymous(app).form(
        '/oauth/token',
        GRANT,
        basic(application.clientId, application.clientSecret),
      );
      expect(traded.body.expires_in).toBe(2);
      const short = await secret(application.clientSecret);
      expect(short.body.expires_in).toBe(2);
      app.clock.advance({ seconds: 2 });
      for (const token of [traded.body.access_token, short.body.access_token])
        expect((await bearer(app, token).get('/auth/me')).status).toBe(401);
    });
  });

  describe('[71] a value that was rotated away', () => {
    it('calls for its grace, and makes or changes nothing', async () => {
      const { id, token } = await createToken(ann.session);
      const { id: sibling } = await createToken(ann.session, { scopes: ['projects:read'] });
      const application = await registerApplication(ann.session);
      expect((await ann.session.post(`/tokens/${id}/rotate`, { graceSeconds: 60 })).status).toBe(200);
      const old = bearer(app, token);
      expect((await old.get('/auth/me')).status).toBe(200);
      const tries = [
        await old.post('/tokens', { name: 'x', expiresAt: inSeconds(30) }),
        await old.post('/tokens/current/rotate', {}),
        await old.post(`/tokens/${sibling}/rotate`, {}),
        await old.patch(`/tokens/${sibling}`, { scopes: ['projects:read'] }),
        await old.post('/applications', { name: 'x' }),
        await old.patch(`/applications/${application.id}`, { name: 'y' }),
        await old.post(`/applications/${application.id}/secrets`, {}),
        await old.post(`/applications/${application.id}/token`),
      ];
      expect(tries.map(({ status, body }) => [status, body.code])).toEqual(
        tries.map(() => [403, 'superseded_credential']),
      );
    });
  });

  describe('[75] a session that was not confirmed for 15 minutes', () => {
    it('makes, rotates and widens no credential, and narrows and ends as before', async () => {
      const ben = await createPerson(app, 'ben', ['ROLE_MANAGE_PROXIES']);
      const { id } = await createToken(ben.session, {
        scopes: ['projects:read'],
        allowedNetworks: ['127.0.0.0/8', '::1'],
      });
      const application = await registerApplication(ben.session, { scopes: ['projects:read'] });
      app.clock.advance({ minutes: 15 });
      const stale = ben.session.unconfirming();
      const tries = [
        await stale.post('/tokens', { name: 'x', expiresAt: null }),
        await stale.post(`/tokens/${id}/rotate`, {}),
        await stale.patch(`/tokens/${id}`, { scopes: ['projects:read', 'projects:write'] }),
        await stale.patch(`/tokens/${id}`, { allowedNetworks: null }),
        await stale.post('/applications', { name: 'x' }),
        await stale.patch(`/applications/${application.id}`, { scopes: null }),
        await stale.patch(`/applications/${application.id}`, { tokenTtlSeconds: 31_536_000 }),
        await stale.post(`/applications/${application.id}/secrets`, {}),
        await stale.post(`/applications/${application.id}/token`),
        await stale.post('/users/me/secret/rotate'),
      ];
      expect(tries.map(({ status, body }) => [status, body.code])).toEqual(
        tries.map(() => [403, 'reauthentication_required']),
      );
      expect((await stale.patch(`/tokens/${id}`, { name: 'renamed', scopes: ['projects:read'] })).status).toBe(200);
      expect((await stale.patch(`/applications/${application.id}`, { tokenTtlSeconds: 60 })).status).toBe(200);
      expect((await stale.delete(`/tokens/${id}`)).status).toBe(204);
      expect((await stale.delete(`/applications/${application.id}`)).status).toBe(204);
    });
  });
});
