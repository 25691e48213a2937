import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { decodeJwt } from 'jose';
import { Users } from '../../../src/directory/users/users.service.js';
import {
  anonymous,
  ApiClient,
  basic,
  bearer,
  createPerson,
  createToken,
  PERSON_PASSWORD,
  signInAsAdmin,
  type TestPerson,
} from '../../support/api-client.js';
import { Makers } from '../../../src/platform/database/makers.js';
import { forEachDialect } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

interface Registered {
  id: string;
  clientId: string;
  clientSecret: string;
  accessToken: string;
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let ann: TestPerson;
  let client: Registered;
  let accountId: string;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
    ann = await createPerson(app, 'ann', ['ROLE_MANAGE_PROXIES']);
    client = await register();
    accountId = (await admin.get('/accounts')).body.items[0].id;
  });
  afterAll(() => app.stop());

  const register = async (settings: Record<string, unknown> = {}, owner: ApiClient = ann.session) =>
    (await owner.post('/applications', { name: 'Sync', ...settings })).body as Registered;
  const asClient = ({ clientId, clientSecret }: Registered = client) => basic(clientId, clientSecret);
  const tokenCall = (fields: Record<string, string>, headers: Record<string, string> = asClient()) =>
    anonymous(app).form('/oauth/token', fields, headers);
  const raw = (path: string, body: string, headers: Record<string, string>) =>
    app.fetch(path, { method: 'POST', body, headers });
  const GRANT = { grant_type: 'client_credentials' };

  describe('POST /oauth/token', () => {
    it('[19] [24] [11] trades client credentials by Basic for a token, without a refresh token', async () => {
      const answer = await tokenCall(GRANT);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('pragma')).toBe('no-cache');
      expect(Object.keys(answer.body).sort()).toEqual([
        'access_token',
        'clientId',
        'expires_in',
        'scope',
        'token_type',
      ]);
      expect(answer.body).toMatchObject({ token_type: 'Bearer', expires_in: 1209600, clientId: client.clientId });
      expect((await bearer(app, answer.body.access_token).get('/auth/me')).body.credential.kind).toBe('application');
    });

    it('says the lifetime that is set, however long the issuing took', async () => {
      app.clock.tick(1);
      const lifetimes = [await tokenCall(GRANT), await ann.session.post(`/applications/${client.id}/token`)].map(
        ({ body }) => (body.expires_in ?? body.expiresIn) as number,
      );
      const login = { ...GRANT, client_id: 'ann', client_secret: PERSON_PASSWORD };
      lifetimes.push((await anonymous(app).form('/api/v1/auth/token', login)).body.expires_in as number);
      app.clock.tick(0);
      expect(lifetimes).toEqual([1_209_600, 1_209_600, 3600]);
    });

    it('[19] takes the credentials in the form too', async () => {
      const answer = await tokenCall({ ...GRANT, client_id: client.clientId, client_secret: client.clientSecret }, {});
      expect(answer.status).toBe(200);
    });

    it.each(['a:b', 'a%b', 'a+b', 'a%2', '%', ':', '', 'ü'])(
      '[19] [20] a secret like "%s" is wrong, not an error',
      async (secret) => {
        const encoded = encodeURIComponent(secret);
        const client = await register(); // its own: failures are counted for a client
        for (const headers of [basic(client.clientId, secret), basic(client.clientId, encoded)]) {
          const answer = await tokenCall(GRANT, headers);
          expect(answer).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
          expect(answer.headers.get('www-authenticate')).toMatch(/^Basic /);
        }
      },
    );

    it('[19] decodes what was form-encoded before it was base64-encoded', async () => {
      const encoded = client.clientSecret.replace(/^g/, '%67');
      expect((await tokenCall(GRANT, basic(client.clientId, encoded))).status).toBe(200);
    });

    it('[20] no client, a wrong client id and another client secret are all 401 invalid_client', async () => {
      const other = await register();
      const answers = [
        await tokenCall(GRANT, {}),
        await tokenCall(GRANT, basic('app_none', client.clientSecret)),
        await tokenCall(GRANT, basic(client.clientId, other.clientSecret)),
      ];
      for (const answer of answers) {
        expect(answer).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
        expect(answer.headers.get('www-authenticate')).toMatch(/^Basic realm=/);
        expect(Object.keys(answer.body).sort()).toEqual(['error', 'error_description']);
      }
    });

    it('[21] two client authentications are 400 invalid_request', async () => {
      const answer = await tokenCall({ ...GRANT, client_id: client.clientId, client_secret: client.clientSecret });
      expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
    });

    it('[21] a client_id in the form is the one of the header, or 400', async () => {
      const other = await register();
      expect((await tokenCall({ ...GRANT, client_id: client.clientId })).status).toBe(200);
      const answer = await tokenCall({ ...GRANT, client_id: other.clientId });
      expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
    });

    it.each(['password', 'authorization_code', 'refresh_token', 'urn:x'])(
      '[22] grant_type %s is unsupported',
      async (grant) => {
        const answer = await tokenCall({ grant_type: grant, username: 'ann', password: 'x' });
        expect(answer).toMatchObject({ status: 400, body: { error: 'unsupported_grant_type' } });
      },
    );

    it('[23] more scope than the client has, or none that exists, is 400 invalid_scope', async () => {
      for (const scope of [
        'users:write',
        'no:such',
        'projects:read users:write',
        'nonsense',
        'account:nowhere',
        `account:${client.id}`,
        `account:${accountId} account:${client.id}`,
        ' ',
        '   ',
      ]) {
        expect(await tokenCall({ ...GRANT, scope })).toMatchObject({ status: 400, body: { error: 'invalid_scope' } });
      }
    });

    it('grants what was asked for or nothing, also when the client loses a scope in this very moment', async () => {
      const makers = app.app.get(Makers, { strict: false });
      const again = makers.again.bind(makers);
      const spy = jest.spyOn(makers, 'again').mockImplementation(async (tx, principal) => {
        const standing = await again(tx, principal);
        return { ...standing, scopes: standing.scopes.filter((scope) => scope !== 'projects:read') };
      });
      try {
        const asked = await tokenCall({ ...GRANT, scope: 'projects:read proxies:read' });
        expect(asked).toMatchObject({ status: 400, body: { error: 'invalid_scope' } });
        const unasked = (await tokenCall(GRANT)).body.scope as string;
        expect(unasked.split(' ').sort()).toEqual(['projects:write', 'proxies:read', 'proxies:write']);
      } finally {
        spy.mockRestore();
      }
    });

    it('reads the id of the account in either case, and as one account', async () => {
      const upper = accountId.toUpperCase();
      for (const scope of [`account:${upper}`, `account:${accountId} account:${upper}`]) {
        const answer = await tokenCall({ ...GRANT, scope: `projects:read ${scope}` });
        expect([answer.status, answer.body.scope]).toEqual([200, `projects:read account:${accountId}`]);
      }
    });

    it('narrows to the scopes asked for and pins to an account', async () => {
      const answer = await tokenCall({ ...GRANT, scope: `projects:read account:${accountId}` });
      expect(answer.body.scope).toBe(`projects:read account:${accountId}`);
      const me = await bearer(app, answer.body.access_token).get('/auth/me');
      expect(me.body).toMatchObject({ scopes: ['projects:read'], account: { id: accountId } });
    });

    it('[25] a repeated parameter is 400, GET is 405, JSON is 400', async () => {
      const repeated = await raw('/oauth/token', 'grant_type=client_credentials&grant_type=client_credentials', {
        ...FORM,
        ...asClient(),
      });
      expect([repeated.status, await repeated.json()]).toMatchObject([400, { error: 'invalid_request' }]);
      const get = await app.fetch('/oauth/token', { headers: asClient() });
      expect([get.status, get.headers.get('allow')]).toEqual([405, expect.stringContaining('POST')]);
      const json = await raw('/oauth/token', JSON.stringify(GRANT), {
        'content-type': 'application/json',
        ...asClient(),
      });
      expect([json.status, await json.json()]).toMatchObject([400, { error: 'invalid_request' }]);
      const missing = await tokenCall({});
      expect(missing).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
    });

    it('[17] a secret in the wrong place is not repeated by the refusal', async () => {
      const { clientSecret } = client;
      const twice = await raw('/oauth/token', `${clientSecret}=1&${clientSecret}=2`, { ...FORM, ...asClient() });
      const refusals = [JSON.stringify(await tokenCall({ ...GRANT, scope: clientSecret })), await twice.text()];
      for (const refusal of refusals) {
        expect(refusal).toContain('[sec secret]');
        expect(refusal).not.toContain(clientSecret);
      }
    });

    it('an empty form misses its parameter, whatever is said of its kind', async () => {
      expect((await tokenCall({})).body).toEqual({
        error: 'invalid_request',
        error_description: 'The parameter grant_type is missing.',
      });
    });

    it('[51] an owner who is suspended in this very moment makes it a bad client, a bad password, a bad secret', async () => {
      const spy = jest.spyOn(app.app.get(Users), 'isActive').mockResolvedValue(false);
      try {
        expect(await tokenCall(GRANT)).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
        const bad = { status: 401, body: { error: 'unauthorized_client', error_description: 'Bad credentials' } };
        const secret = new ApiClient(app, { authorization: `Secret ${client.clientSecret}` });
        expect(await secret.post('/auth/token')).toMatchObject(bad);
        const form = { ...GRANT, client_id: 'ann', client_secret: PERSON_PASSWORD };
        expect(await anonymous(app).form('/api/v1/auth/token', form)).toMatchObject(bad);
      } finally {
        spy.mockRestore();
      }
    });

    it('a client that guesses is told to wait, while a good one from the same address works', async () => {
      const statuses = new Set<number>();
      for (let i = 0; i < 31; i++) statuses.add((await tokenCall(GRANT, basic('app_guessed', 'x'))).status);
      expect(statuses).toContain(429);
      const refused = await tokenCall(GRANT, basic('app_guessed', 'x'));
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(Object.keys(refused.body).sort()).toEqual(['error', 'error_description']);
      expect((await tokenCall(GRANT)).status).toBe(200);
    });
  });

  describe('POST {api}/auth/token', () => {
    const person = (fields: Record<string, string>) => anonymous(app).form('/api/v1/auth/token', fields);

    it('[28] gives a person an hour-long JWT for username or e-mail and password', async () => {
      for (const name of ['ann', 'ann@example.com']) {
        const answer = await person({ ...GRANT, client_id: name, client_secret: 'Correct-Horse-Battery-9' });
        expect(answer.status).toBe(200);
        expect(answer.headers.get('cache-control')).toBe('no-store');
        expect(answer.headers.get('pragma')).toBe('no-cache');
        expect(answer.body).toEqual({
          access_token: expect.stringMatching(/^eyJ/),
          token_type: 'Bearer',
          expires_in: 3600,
        });
        expect((await bearer(app, answer.body.access_token).get('/auth/me')).body.user.id).toBe(ann.id);
      }
    });

    it('answers bad credentials in the words that clients know', async () => {
      for (const [client_id, client_secret] of [
        ['ann', 'wrong'],
        ['nobody', 'wrong'],
      ] as const)
        expect(await person({ ...GRANT, client_id, client_secret })).toMatchObject({
          status: 401,
          body: { error: 'unauthorized_client', error_description: 'Bad credentials' },
        });
      const other = await person({ grant_type: 'password', username: 'ann', password: 'x' });
      expect(other).toMatchObject({ status: 400, body: { error: 'unsupported_grant_type' } });
    });

    it('takes a client secret in the Secret scheme, under the ceiling of its application', async () => {
      const narrow = await register({ scopes: ['projects:read'] });
      const answer = await anonymous(app).post('/auth/token', undefined, {
        authorization: `Secret ${narrow.clientSecret}`,
      });
      expect(answer).toMatchObject({ status: 200, body: { token_type: 'Bearer', expires_in: 3600 } });
      const me = await bearer(app, answer.body.access_token).get('/auth/me');
      expect(me.body).toMatchObject({ user: { id: ann.id }, scopes: ['projects:read'] });
      const both = await anonymous(app).form(
        '/api/v1/auth/token',
        { ...GRANT, client_id: 'ann', client_secret: 'x' },
        { authorization: `Secret ${narrow.clientSecret}` },
      );
      expect(both.status).toBe(400);
    });
  });

  describe('an empty scope', () => {
    const claimsOf = (jwt: unknown) => Object.keys(decodeJwt(jwt as string));
    let nil: TestPerson;

    beforeAll(async () => {
      nil = await createPerson(app, 'nil', []);
    });

    it('is left out of the answer with the token, of JWTs and of introspection', async () => {
      const opaque = await register({}, nil.session);
      const jwt = await register({ tokenFormat: 'jwt' }, nil.session);
      const answers = await Promise.all([opaque, jwt].map((each) => tokenCall(GRANT, asClient(each))));
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      for (const { body } of answers) {
        expect(Object.keys(body)).toEqual(['access_token', 'token_type', 'expires_in', 'clientId']);
        const inspected = await anonymous(app).form('/oauth/introspect', { token: body.access_token }, asClient());
        expect(inspected.body).toMatchObject({ active: true, username: 'nil', roles: [] });
        expect(inspected.body).not.toHaveProperty('scope');
      }
      expect(claimsOf(answers[1]?.body.access_token)).not.toContain('scope');
      expect(claimsOf(jwt.accessToken)).not.toContain('scope');
    });

    it('is left out of the JWTs that a password and a secret get', async () => {
      const { clientSecret } = await register({}, nil.session);
      const answers = [
        await anonymous(app).form('/api/v1/auth/token', { ...GRANT, client_id: 'nil', client_secret: PERSON_PASSWORD }),
        await anonymous(app).post('/auth/token', undefined, { authorization: `Secret ${clientSecret}` }),
      ];
      for (const { body } of answers) expect(claimsOf(body.access_token)).not.toContain('scope');
    });

    it('names the account alone when the token is pinned', async () => {
      const { body } = await tokenCall(
        { ...GRANT, scope: `account:${accountId}` },
        asClient(await register({}, nil.session)),
      );
      expect(body.scope).toBe(`account:${accountId}`);
    });
  });

  describe('POST /oauth/introspect', () => {
    const introspect = (token: string, headers: Record<string, string> = asClient(), hint?: string) =>
      anonymous(app).form(
        '/oauth/introspect',
        { token, ...(hint === undefined ? {} : { token_type_hint: hint }) },
        headers,
      );

    it('[29] without a caller is 401', async () => {
      const answer = await introspect('x', {});
      expect(answer).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
    });

    it('tells a client, a secret and a bearer with the scope what a token may do', async () => {
      const { token, id } = await createToken(ann.session, { scopes: ['projects:read'] });
      const asker = await createToken(admin, { scopes: ['tokens:introspect'] });
      for (const headers of [
        asClient(),
        { authorization: `Secret ${client.clientSecret}` },
        { authorization: `Bearer ${asker.token}` },
      ]) {
        const answer = await introspect(token, headers);
        expect(answer.body).toMatchObject({
          active: true,
          scope: 'projects:read',
          username: 'ann',
          token_type: 'Bearer',
          sub: ann.id,
          jti: id,
          iss: app.settings.publicUrl,
          roles: [], // one scope of a role is not the role
          iat: expect.any(Number),
          site_id: expect.any(String),
        });
        expect(answer.body).not.toHaveProperty('exp');
      }
    });

    it('a bearer without the scope is 403', async () => {
      const { token } = await createToken(ann.session);
      const answer = await introspect(token, { authorization: `Bearer ${token}` });
      expect(answer).toMatchObject({ status: 403, body: { error: 'insufficient_scope' } });
      expect(answer.headers.get('www-authenticate')).toContain('scope="tokens:introspect"');
    });

    it('[30] dead, unknown, malformed and secret are exactly {"active":false}', async () => {
      const dead = await createToken(ann.session);
      await ann.session.delete(`/tokens/${dead.id}`);
      for (const token of [dead.token, 'gth_pat_nonsense', 'x', client.clientSecret, `gth_pat_${'0'.repeat(49)}`])
        expect((await introspect(token)).body).toEqual({ active: false });
    });

    it('[32] a wrong hint still works', async () => {
      const { token } = await createToken(ann.session);
      expect((await introspect(token, asClient(), 'refresh_token')).body.active).toBe(true);
    });
  });

  describe('POST /oauth/revoke', () => {
    const revoke = (token: string, headers: Record<string, string> = asClient(), hint?: string) =>
      anonymous(app).form(
        '/oauth/revoke',
        { token, ...(hint === undefined ? {} : { token_type_hint: hint }) },
        headers,
      );
    const live = async (token: string) => (await bearer(app, token).get('/auth/me')).status === 200;

    it('[29] without a caller is 401', async () => {
      expect((await revoke('x', {})).status).toBe(401);
    });

    it('[31] [32] a client revokes its own, whatever the hint; of unknown ones nothing is said: {} in JSON', async () => {
      const own = (await tokenCall(GRANT)).body.access_token as string;
      for (const token of ['gth_app_unknown', own, own]) {
        const answer = await revoke(token, asClient(), 'refresh_token');
        expect([answer.status, answer.body]).toEqual([200, {}]);
        expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
      }
      expect(await live(own)).toBe(false);
    });

    it("another client's token of the same site is 400 unauthorized_client and stays, and so is a person's", async () => {
      const own = (await tokenCall(GRANT)).body.access_token as string;
      const other = await register();
      const personal = (await createToken(ann.session)).token;
      for (const answer of [await revoke(own, asClient(other)), await revoke(personal)])
        expect(answer).toMatchObject({ status: 400, body: { error: 'unauthorized_client' } });
      expect([await live(own), await live(personal)]).toEqual([true, true]);
    });

    it('a bearer revokes itself and nothing else', async () => {
      const mine = await createToken(ann.session);
      const sibling = await createToken(ann.session);
      const headers = { authorization: `Bearer ${mine.token}` };
      expect((await revoke(sibling.token, headers)).body.error).toBe('unauthorized_client');
      expect(await live(sibling.token)).toBe(true);
      expect((await revoke(mine.token, headers)).body).toEqual({});
      expect(await live(mine.token)).toBe(false);
    });
  });

  it('a bearer is told when its token ends, whatever the answer', async () => {
    const expiresAt = new Date(app.clock.now().getTime() + 60_000).toISOString();
    const refused = { authorization: `Bearer ${(await createToken(ann.session, { expiresAt })).token}` };
    const allowed = { authorization: `Bearer ${(await createToken(admin, { expiresAt })).token}` };
    const calls = ['/oauth/introspect', '/oauth/revoke'].flatMap((path) =>
      [refused, allowed].map((headers) => anonymous(app).form(path, { token: 'x' }, headers)),
    );
    const answers = await Promise.all(calls);
    expect(answers.map(({ status }) => status)).toEqual([403, 200, 200, 200]);
    for (const { headers } of answers) expect(headers.get('gatehouse-token-expiration')).toBe(expiresAt);
  });

  it('[27] the metadata names the issuer to the letter, and endpoints that are there', async () => {
    const { body } = await anonymous(app).get('/.well-known/oauth-authorization-server');
    expect(body.issuer).toBe(app.settings.publicUrl);
    for (const endpoint of [body.token_endpoint, body.introspection_endpoint, body.revocation_endpoint]) {
      const answer = await app.fetch(endpoint as string, { method: 'POST', headers: FORM, body: '' });
      expect([400, 401]).toContain(answer.status);
    }
    expect((await app.fetch(body.jwks_uri as string)).status).toBe(200);
  });

  it('the metadata has no empty list (RFC 8414 §3.2), and names methods of client authentication as such', async () => {
    const { body } = await anonymous(app).get('/.well-known/oauth-authorization-server');
    expect(Object.entries(body as object).filter(([, value]) => Array.isArray(value) && value.length === 0)).toEqual(
      [],
    );
    expect(body.response_types_supported).toEqual(['none']);
    for (const endpoint of ['token', 'introspection', 'revocation'])
      expect(body[`${endpoint}_endpoint_auth_methods_supported`]).toEqual([
        'client_secret_basic',
        'client_secret_post',
      ]);
  });
});
