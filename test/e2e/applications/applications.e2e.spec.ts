import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TokenUsage } from '../../../src/tokens/token-usage.service.js';
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
import { startTestApp, type TestApp } from '../../support/test-app.js';

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let ann: TestPerson;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
    ann = await createPerson(app, 'ann', ['ROLE_MANAGE_PROXIES']);
  });
  afterAll(() => app.stop());

  const register = async (settings: Record<string, unknown> = {}, client: ApiClient = ann.session) => {
    const registered = await client.post('/applications', { name: 'Order sync', ...settings });
    expect(registered.status).toBe(201);
    return registered.body as { id: string; clientId: string; clientSecret: string; accessToken: string };
  };
  const trade = (clientId: string, clientSecret: string, fields: Record<string, string> = {}) =>
    anonymous(app).form('/oauth/token', { grant_type: 'client_credentials', ...fields }, basic(clientId, clientSecret));
  const status = async (token: string) => (await bearer(app, token).get('/auth/me')).status;

  describe('registering', () => {
    it('[16] [26] shows secret and token once; the client id is no UUID', async () => {
      const registered = await ann.session.post('/applications', { name: 'Order sync', description: 'Hourly' });
      expect(registered.status).toBe(201);
      expect(registered.headers.get('cache-control')).toBe('no-store');
      expect(registered.body).toMatchObject({
        name: 'Order sync',
        description: 'Hourly',
        tokenFormat: 'opaque',
        tokenTtlSeconds: 1209600,
        ownerId: ann.id,
      });
      expect(registered.body.clientSecret).toMatch(/^gth_sec_/);
      expect(registered.body.accessToken).toMatch(/^gth_app_/);
      expect(registered.body.clientId).toMatch(/^app_[0-9a-f]{32}$/);
      const read = await ann.session.get(`/applications/${registered.body.id}`);
      expect(JSON.stringify(read.body)).not.toMatch(/gth_(sec|app)_/);
      expect(read.body.secrets).toHaveLength(1);
      expect(await status(registered.body.accessToken)).toBe(200);
    });

    it('declines the token when asked, which can be made later; making it again ends the one before', async () => {
      const { id, accessToken } = await register({ issueToken: false });
      expect(accessToken).toBeUndefined();
      const first = await ann.session.post(`/applications/${id}/token`);
      expect(first.status).toBe(201);
      expect(first.headers.get('cache-control')).toBe('no-store');
      const second = await ann.session.post(`/applications/${id}/token`);
      expect([await status(first.body.accessToken), await status(second.body.accessToken)]).toEqual([401, 200]);
    });

    it('[49] stays within what its maker holds', async () => {
      const refused = await ann.session.post('/applications', { name: 'x', scopes: ['users:write'] });
      expect(refused).toMatchObject({ status: 403, body: { code: 'scope_not_held' } });
      const narrow = bearer(app, (await createToken(ann.session, { scopes: ['projects:read'] })).token);
      expect((await narrow.post('/applications', { name: 'x' })).body.code).toBe('scope_not_held');
      const registered = await register({ scopes: ['projects:read'] }, narrow);
      expect((await bearer(app, registered.accessToken).get('/auth/me')).body.scopes).toEqual(['projects:read']);
    });

    it.each([
      ['a lifetime under a minute', { tokenTtlSeconds: 59 }, 'tokenTtlSeconds'],
      ['a lifetime over a year', { tokenTtlSeconds: 31_536_001 }, 'tokenTtlSeconds'],
      ['an unknown format', { tokenFormat: 'saml' }, 'tokenFormat'],
      ['[47] an owner', { ownerId: 'me' }, 'ownerId'],
      ['[47] a client id', { clientId: 'mine' }, 'clientId'],
    ])('refuses %s', async (_what, settings, path) => {
      const refused = await ann.session.post('/applications', { name: 'x', ...settings });
      expect(refused).toMatchObject({ status: 400, body: { errors: [{ path }] } });
    });
  });

  describe('secrets', () => {
    it('overlap without a gap, and a third live one is refused', async () => {
      const { id, clientId, clientSecret } = await register();
      const second = await ann.session.post(`/applications/${id}/secrets`, {});
      expect(second.status).toBe(201);
      expect((await trade(clientId, clientSecret)).status).toBe(200);
      expect((await trade(clientId, second.body.clientSecret)).status).toBe(200);
      expect(await ann.session.post(`/applications/${id}/secrets`, {})).toMatchObject({
        status: 409,
        body: { code: 'too_many_secrets' },
      });
      expect((await ann.session.delete(`/applications/${id}/secrets/${second.body.id}`)).status).toBe(204);
      expect((await trade(clientId, second.body.clientSecret)).status).toBe(401);
      expect((await trade(clientId, clientSecret)).status).toBe(200);
    });

    it('are not ended by a grace of null', async () => {
      const { id, clientId, clientSecret } = await register();
      const refused = await ann.session.post(`/applications/${id}/secrets`, { graceSeconds: null });
      expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: 'graceSeconds' }] } });
      expect((await trade(clientId, clientSecret)).status).toBe(200);
    });

    it('end after the grace that was asked for', async () => {
      const { id, clientId, clientSecret } = await register();
      const second = await ann.session.post(`/applications/${id}/secrets`, { graceSeconds: 30 });
      app.clock.advance({ milliseconds: 29_999 });
      expect((await trade(clientId, clientSecret)).status).toBe(200);
      app.clock.advance({ milliseconds: 1 });
      expect((await trade(clientId, clientSecret)).status).toBe(401);
      expect((await trade(clientId, second.body.clientSecret)).status).toBe(200);
    });
  });

  it.each(['name', 'description', 'tokenFormat', 'tokenTtlSeconds'])(
    'a change refuses null for its %s',
    async (path) => {
      const { id } = await register();
      const refused = await ann.session.patch(`/applications/${id}`, { [path]: null });
      expect(refused).toMatchObject({ status: 400, body: { errors: [{ path }] } });
    },
  );

  it('its tokens narrow at once with its scope ceiling', async () => {
    const { id, accessToken } = await register();
    await ann.session.patch(`/applications/${id}`, { scopes: ['projects:read'] });
    expect((await bearer(app, accessToken).get('/auth/me')).body.scopes).toEqual(['projects:read']);
  });

  it('deleting it kills its secrets and tokens', async () => {
    const { id, clientId, clientSecret, accessToken } = await register();
    const traded = await trade(clientId, clientSecret);
    expect((await ann.session.delete(`/applications/${id}`)).status).toBe(204);
    expect([await status(accessToken), await status(traded.body.access_token)]).toEqual([401, 401]);
    expect((await trade(clientId, clientSecret)).status).toBe(401);
    expect((await ann.session.get(`/applications/${id}`)).status).toBe(404);
  });

  it('are beyond a credential of one account or some networks: what they get knows neither bound', async () => {
    const { id } = await register();
    const { body: account } = await admin.post('/accounts', { name: 'Bound' });
    for (const [bound, code] of [
      [{ accountId: account.id }, 'account_pinned'],
      [{ allowedNetworks: ['127.0.0.0/8', '::1/128'] }, 'credential_too_narrow'],
    ] as const) {
      const caller = bearer(app, (await createToken(ann.session, bound)).token);
      const tries = [
        await caller.post('/applications', { name: 'x' }),
        await caller.post(`/applications/${id}/token`),
        await caller.post(`/applications/${id}/secrets`, {}),
      ];
      expect(tries.map(({ body }) => body.code)).toEqual(Array(3).fill(code));
    }
  });

  it("a narrowed token of it can't renew its wider token, a full one can, for the configured lifetime", async () => {
    const { id, clientId, clientSecret, accessToken } = await register();
    const narrow = await trade(clientId, clientSecret, { scope: 'projects:read' });
    const refused = await bearer(app, narrow.body.access_token).post(`/applications/${id}/token`);
    expect(refused).toMatchObject({ status: 403, body: { code: 'credential_too_narrow' } });
    app.clock.advance({ hours: 1 });
    const renewed = await bearer(app, accessToken).post(`/applications/${id}/token`);
    expect(renewed).toMatchObject({ status: 201, body: { expiresIn: 1209600 } });
  });

  it('[49] its own token makes its lifetime no longer and registers no other application', async () => {
    const { id, accessToken } = await register();
    const own = bearer(app, accessToken);
    const exceeded = { status: 403, body: { code: 'lifetime_exceeded' } };
    expect(await own.patch(`/applications/${id}`, { tokenTtlSeconds: 1209601 })).toMatchObject(exceeded);
    expect((await own.patch(`/applications/${id}`, { tokenTtlSeconds: 3600 })).status).toBe(200);
    expect((await ann.session.patch(`/applications/${id}`, { tokenTtlSeconds: 7200 })).status).toBe(200);
    expect(await own.post('/applications', { name: 'offspring' })).toMatchObject(exceeded);
  });

  it('says when it last called, with its access token or one that it got with a secret, each for itself', async () => {
    const bob = await createPerson(app, 'bob', ['ROLE_MANAGE_PROXIES']);
    const [quiet, busy, other] = [await register({}, bob.session), await register({}, bob.session), await register()];
    const flush = () => app.app.get(TokenUsage, { strict: false }).flush();
    const shown = async (): Promise<unknown[]> => {
      const { items } = (await bob.session.get('/applications')).body as {
        items: { id: string; lastUsedAt: unknown }[];
      };
      const detail = (await bob.session.get(`/applications/${busy.id}`)).body as { lastUsedAt: unknown };
      const inList = (id: string) => items.find((item) => item.id === id)?.lastUsedAt;
      return [inList(quiet.id), inList(busy.id), detail.lastUsedAt];
    };
    expect(await shown()).toEqual([null, null, null]);
    const traded = (await trade(busy.clientId, busy.clientSecret)).body as { access_token: string };
    for (const token of [busy.accessToken, traded.access_token]) {
      app.clock.advance({ minutes: 1 });
      expect(await status(token)).toBe(200);
      const at = app.clock.now().toISOString();
      await flush();
      expect(await shown()).toEqual([null, at, at]);
    }
    const latest = app.clock.now().toISOString();
    app.clock.advance({ minutes: 1 });
    expect(await status(other.accessToken)).toBe(200);
    await flush();
    await bob.session.post(`/applications/${busy.id}/token`); // ends the token, not what is known of its use
    expect(await shown()).toEqual([null, latest, latest]);
  });

  it("[46] another user's application is 404", async () => {
    const { id } = await register({}, admin);
    expect((await ann.session.get(`/applications/${id}`)).status).toBe(404);
    expect((await ann.session.post(`/applications/${id}/token`)).status).toBe(404);
    expect((await ann.session.post(`/applications/${id}/secrets`, {})).status).toBe(404);
  });

  it('[51] a suspended owner stops its secrets and tokens, and minting with them', async () => {
    const ben = await createPerson(app, `ben-${dialect}`, []);
    const { clientId, clientSecret, accessToken } = await register({}, ben.session);
    await admin.post(`/admin/users/${ben.id}/suspend`);
    expect(await status(accessToken)).toBe(401);
    expect(await trade(clientId, clientSecret)).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
    await admin.post(`/admin/users/${ben.id}/resume`);
    expect(await status(accessToken)).toBe(200);
  });
});
