import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  anonymous,
  type ApiAnswer,
  ApiClient,
  basic,
  bearer,
  createPerson,
  createToken,
  PERSON_PASSWORD,
  signInAsAdmin,
  type TestPerson,
} from '../../support/api-client.js';
import { credentialKit, type KitEntry } from '../../support/credential-kit.js';
import { forEachDialect } from '../../support/dialects.js';
import { rowsOf } from '../../support/table-rows.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

interface Application {
  readonly id: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly accessToken: string;
}

const GRANT = { grant_type: 'client_credentials' };

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
  });
  afterAll(() => app.stop());

  /** Every call that could make a credential out of these, whoever answers it. */
  const mintings = (kit: readonly KitEntry[], application: Application, tokenId: string) => {
    const ofClient = ({ client }: KitEntry): [string, () => Promise<ApiAnswer>][] => [
      ['POST /tokens', () => client.post('/tokens', { name: 'x', expiresAt: null })],
      ['POST /tokens/current/rotate', () => client.post('/tokens/current/rotate', {})],
      ['POST /tokens/{id}/rotate', () => client.post(`/tokens/${tokenId}/rotate`, {})],
      ['POST /applications', () => client.post('/applications', { name: 'x' })],
      ['POST /applications/{id}/token', () => client.post(`/applications/${application.id}/token`)],
      ['POST /applications/{id}/secrets', () => client.post(`/applications/${application.id}/secrets`, {})],
      ['POST /users/me/secret/rotate', () => client.post('/users/me/secret/rotate')],
      ['POST /auth/token', () => client.form('/api/v1/auth/token', {})],
      ['POST /oauth/token', () => client.form('/oauth/token', GRANT)],
    ];
    return kit.flatMap((entry) => ofClient(entry).map(([what, call]) => ({ what: `${entry.kind}: ${what}`, call })));
  };
  const made = async () => {
    const rows = await rowsOf(app, (table) => ['tokens', 'token_values', 'client_secrets', 'sessions'].includes(table));
    return Object.fromEntries(Object.entries(rows).map(([table, { length }]) => [table, length]));
  };
  const register = async (person: TestPerson): Promise<Application> =>
    (await person.session.post('/applications', { name: 'Sync' })).body as Application;
  const trade = ({ clientId, clientSecret }: Application) =>
    anonymous(app).form('/oauth/token', GRANT, basic(clientId, clientSecret));

  it('[51] a suspended user’s credentials make no other, by any call', async () => {
    const ben = await createPerson(app, 'ben', ['ROLE_MANAGE_PROXIES']);
    const kit = await credentialKit(app, { username: 'ben', password: PERSON_PASSWORD }, ['projects:read']);
    const application = await register(ben);
    const { id } = await createToken(ben.session);
    await admin.post(`/admin/users/${ben.id}/suspend`);
    const before = await made();
    for (const { what, call } of mintings(kit, application, id)) {
      const { status } = await call();
      expect([what, status >= 400 && status < 500]).toEqual([what, true]);
    }
    const login = await anonymous(app).post('/auth/login', { username: 'ben', password: PERSON_PASSWORD });
    const form = { ...GRANT, client_id: 'ben', client_secret: PERSON_PASSWORD };
    const token = await anonymous(app).form('/api/v1/auth/token', form);
    expect([login.status, token.status, (await trade(application)).status]).toEqual([401, 401, 401]);
    expect(await made()).toEqual(before);
  });

  it('[51] a suspended user looks like an unknown one', async () => {
    const { id } = await createPerson(app, 'cid', []);
    await admin.post(`/admin/users/${id}/suspend`);
    const tries = async (username: string) => {
      const login = await anonymous(app).post('/auth/login', { username, password: PERSON_PASSWORD });
      const form = { ...GRANT, client_id: username, client_secret: PERSON_PASSWORD };
      const token = await anonymous(app).form('/api/v1/auth/token', form);
      return [login.status, { ...login.body, requestId: '' }, token.status, token.body];
    };
    expect(await tries('cid')).toEqual(await tries('nobody-of-this-name'));
  });

  it('[51] a deleted application’s secrets and tokens make nothing', async () => {
    const dora = await createPerson(app, 'dora', ['ROLE_MANAGE_PROXIES']);
    const application = await register(dora);
    const jwt = (await dora.session.post('/applications', { name: 'JWT', tokenFormat: 'jwt' })).body as Application;
    const traded = (await trade(application)).body.access_token as string;
    for (const { id } of [application, jwt])
      expect((await dora.session.delete(`/applications/${id}`)).status).toBe(204);
    const before = await made();
    for (const each of [application, jwt]) {
      expect((await trade(each)).body.error).toBe('invalid_client');
      const secret = new ApiClient(app, { authorization: `Secret ${each.clientSecret}` });
      expect((await secret.form('/api/v1/auth/token', {})).status).toBe(401);
      expect(
        (
          await app.fetch('/api/v1/auth/token', {
            method: 'POST',
            headers: { authorization: `Secret ${each.clientSecret}` },
          })
        ).status,
      ).toBe(401);
      expect((await dora.session.post(`/applications/${each.id}/token`)).status).toBe(404);
      expect((await dora.session.post(`/applications/${each.id}/secrets`, {})).status).toBe(404);
    }
    for (const token of [application.accessToken, jwt.accessToken, traded])
      expect((await bearer(app, token).post('/tokens', { name: 'x', expiresAt: null })).status).toBe(401);
    expect(await made()).toEqual(before);
  });

  it('[51] a deleted client secret and a rotated developer secret make nothing', async () => {
    const eve = await createPerson(app, 'eve', ['ROLE_MANAGE_PROXIES']);
    const application = await register(eve);
    const { secrets } = (await eve.session.get(`/applications/${application.id}`)).body as {
      secrets: { id: string }[];
    };
    await eve.session.delete(`/applications/${application.id}/secrets/${secrets[0]?.id ?? ''}`);
    const first = (await eve.session.post('/users/me/secret/rotate')).body.secret as string;
    await eve.session.post('/users/me/secret/rotate');
    expect((await trade(application)).status).toBe(401);
    for (const secret of [application.clientSecret, first]) {
      const headers = { authorization: `Secret ${secret}` };
      expect((await app.fetch('/api/v1/auth/token', { method: 'POST', headers })).status).toBe(401);
      expect((await app.fetch('/api/v1/auth/secret', { headers })).status).toBe(401);
    }
  });

  it('[51] a suspended account’s tokens make no other, and come back with it', async () => {
    const fay = await createPerson(app, 'fay', ['ROLE_MANAGE_PROXIES']);
    const { id: accountId } = (await admin.post('/accounts', { name: 'Held' })).body as { id: string };
    const { token } = await createToken(fay.session, { accountId });
    await admin.post(`/accounts/${accountId}/suspend`);
    const tries = [
      await bearer(app, token).post('/tokens', { name: 'x', expiresAt: null }),
      await bearer(app, token).post('/tokens/current/rotate', {}),
    ];
    expect(tries.map(({ status, body }) => [status, body.code])).toEqual(Array(2).fill([403, 'account_suspended']));
    const application = await register(fay);
    const pinned = await anonymous(app).form(
      '/oauth/token',
      { ...GRANT, scope: `account:${accountId}` },
      basic(application.clientId, application.clientSecret),
    );
    expect(pinned).toMatchObject({ status: 400, body: { error: 'invalid_scope' } });
    await admin.post(`/accounts/${accountId}/resume`);
    expect((await bearer(app, token).post('/tokens', { name: 'x', expiresAt: null })).status).toBe(201);
  });

  describe('[51] a suspension that comes between', () => {
    it('leaves no token behind that was being issued', async () => {
      const gil = await createPerson(app, 'gil', ['ROLE_MANAGE_PROXIES']);
      const application = await register(gil);
      const minting = Array.from({ length: 10 }, () => trade(application));
      const own = Array.from({ length: 10 }, () => gil.session.post('/tokens', { name: 'x', expiresAt: null }));
      const suspended = admin.post(`/admin/users/${gil.id}/suspend`);
      const answers = [...(await Promise.all(minting)), ...(await Promise.all(own))];
      expect((await suspended).status).toBe(200);
      for (const { status, body } of answers) {
        expect([200, 201, 400, 401, 403, 409]).toContain(status);
        const value = (body.access_token ?? body.token) as string | undefined;
        if (value !== undefined) expect((await bearer(app, value).get('/auth/me')).status).toBe(401);
      }
      expect((await trade(application)).status).toBe(401);
    });
  });
});
