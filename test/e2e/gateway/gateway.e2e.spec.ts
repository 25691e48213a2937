import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { setTimeout as delay } from 'node:timers/promises';
import { ApiClient, bearer, createPerson, createToken, signIn } from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { GatewayStage } from '../../support/gateway-stage.js';
import { openSite } from '../../support/second-site.js';

forEachDialect((dialect) => {
  let stage: GatewayStage;
  let reader: string;
  let orders: { id: string; path: string };

  beforeAll(async () => {
    stage = await GatewayStage.start(dialect);
    reader = await stage.token(['orders:read']);
    orders = await stage.deployed({
      routes: [
        { methods: ['GET'], path: '/orders', scopes: ['orders:read'] },
        { methods: ['GET'], path: '/orders/{id}', scopes: ['orders:read'] },
        { methods: ['POST', 'DELETE'], path: '/orders/*', scopes: ['orders:write'] },
      ],
    });
  });
  afterAll(() => stage.stop());
  afterEach(() => {
    stage.upstream.reset();
  });

  describe('a team with a token that holds orders:read', () => {
    it('reads through the gateway', async () => {
      const answer = await stage.call(reader, 'GET', `${orders.path}/orders/17?expand=lines&expand=notes`);
      expect([answer.status, answer.body.url]).toEqual([200, '/base/orders/17?expand=lines&expand=notes']);
    });

    it('[10] can’t write: 403 says which scope is missing, and the upstream hears nothing', async () => {
      const refused = await stage.call(reader, 'POST', `${orders.path}/orders`);
      expect(refused).toMatchObject({
        status: 403,
        body: { code: 'insufficient_scope', scope: 'orders:write', roles: ['ROLE_ADMIN', 'ROLE_CLERK'] },
      });
      expect(refused.headers.get('www-authenticate')).toContain('scope="orders:write"');
      expect(stage.upstream.received).toEqual([]);
    });

    it.each([
      ['PUT', '/orders/17'],
      ['GET', '/orders/17/lines'],
      ['GET', '/'],
      ['GET', ''],
      ['GET', '/Orders'],
      ['OPTIONS', '/orders'],
    ])('is refused what no rule is about: %s %s', async (method, path) => {
      const refused = await stage.call(await stage.token(), method, orders.path + path);
      expect([refused.status, refused.body?.code]).toEqual([403, 'route_not_allowed']);
      expect(stage.upstream.received).toEqual([]);
    });

    it('[48] is refused from the next request on when the token is deleted, or its owner loses the role', async () => {
      const person = await createPerson(stage.app, 'clerk', ['ROLE_CLERK']);
      const token = await createToken(person.session);
      const read = () => stage.call(token.token, 'GET', `${orders.path}/orders`);
      expect((await read()).status).toBe(200);
      await stage.admin.patch(`/admin/users/${person.id}`, { roles: ['ROLE_API_SECURITY'] });
      expect((await read()).status).toBe(403);
      await stage.admin.patch(`/admin/users/${person.id}`, { roles: ['ROLE_CLERK'] });
      expect((await read()).status).toBe(200);
      await stage.admin.delete(`/admin/tokens/${token.id}`);
      expect((await read()).status).toBe(401);
    });
  });

  it.each([
    ['/Orders(7)', 200],
    ['/Orders%287%29', 200],
    ['/Orders(7)/', 200],
    ['/Ord%65rs(7)', 200],
    ['/orders(7)', 403],
    ['/Orders()', 403],
    ['/Orders(7)/Lines', 403],
    ['/Salaries(7)', 403],
    ['/Salaries%287%29', 403],
    ['/%53alaries(7)', 403],
    ['/things/7', 200],
    ['/things/7:cancel', 403],
    ['/things/7%3Acancel', 403],
    ['/things/7%3acancel/', 403],
    ['/things/7%253Acancel', 400],
  ])('text beside a parameter guards what it names, however it is encoded: %s is %i', async (path, status) => {
    const guarded = await stage.deployed({
      routes: [
        { methods: ['GET'], path: '/Salaries({id})', scopes: ['orders:write'] },
        { methods: ['GET'], path: '/Orders({id})', scopes: ['orders:read'] },
        { methods: ['GET'], path: '/things/{id}:cancel', scopes: ['orders:write'] },
        { methods: ['GET'], path: '/things/{id}', scopes: ['orders:read'] },
      ],
    });
    expect((await stage.call(reader, 'GET', guarded.path + path)).status).toBe(status);
    expect(stage.upstream.received).toHaveLength(status === 200 ? 1 : 0);
  });

  it('an encoded delimiter that another server may not decode needs the scopes of both readings', async () => {
    const guarded = await stage.deployed({
      routes: [
        { methods: ['GET'], path: '/things/{id}:peek', scopes: ['orders:read'] },
        { methods: ['GET'], path: '/things/{id}', scopes: ['orders:write'] },
      ],
    });
    const status = async (path: string) => (await stage.call(reader, 'GET', guarded.path + path)).status;
    expect([await status('/things/7:peek'), await status('/things/7%3Apeek')]).toEqual([200, 403]);
  });

  describe('[53] undeploying', () => {
    it('refuses from the next request on; deploying again lets through again', async () => {
      const proxy = await stage.deployed();
      const read = async () => (await stage.call(reader, 'GET', proxy.path)).status;
      expect(await read()).toBe(200);
      await stage.admin.post(`/proxies/${proxy.id}/undeploy`);
      expect(await read()).toBe(404);
      await stage.admin.post(`/proxies/${proxy.id}/deploy`, { revision: 1 });
      expect(await read()).toBe(200);
      await stage.admin.delete(`/proxies/${proxy.id}`);
      expect(await read()).toBe(404);
    });

    it('cuts requests that are under way (contract §7); deploying anew lets them finish', async () => {
      const proxy = await stage.deployed();
      let finish = () => {};
      stage.upstream.answer = (_, response) => {
        response.write('first ');
        finish = () => response.end('last');
      };
      const begun = () => stage.app.fetch(proxy.path, { headers: { authorization: `Bearer ${reader}` } });
      const finished = await begun();
      await stage.admin.post(`/proxies/${proxy.id}/deploy`, { revision: 1 });
      finish();
      expect(await finished.text()).toBe('first last');
      const cut = await begun();
      await stage.admin.post(`/proxies/${proxy.id}/undeploy`);
      finish();
      await expect(cut.text()).rejects.toThrow();
    });
  });

  describe('who is calling', () => {
    it('[8] [9] nobody, and a bad token, get the challenge, whether the proxy exists or not', async () => {
      for (const path of [orders.path, '/gw/default/nowhere', '/gw/nowhere/x', '/gw/default'])
        for (const [authorization, challenge] of [
          [undefined, 'Bearer realm="gatehouse"'],
          ['Bearer gth_pat_x', expect.stringContaining('error="invalid_token"')],
          ['Basic YTpi', expect.stringContaining('error="invalid_token"')],
        ] as const) {
          const client = new ApiClient(stage.app, authorization === undefined ? {} : { authorization });
          const refused = await client.get(path);
          expect([path, refused.status, refused.headers.get('www-authenticate')]).toEqual([path, 401, challenge]);
        }
    });

    it('a session is nobody, and its cookie beside a token is neither looked at nor passed on', async () => {
      const session = await signIn(stage.app, 'admin', stage.app.settings.adminPassword?.reveal() ?? '');
      expect((await session.get(`${orders.path}/orders`)).status).toBe(401);
      const cookie = 'a=b; __Host-gatehouse=x';
      expect((await stage.call(reader, 'GET', `${orders.path}/orders`, { cookie })).status).toBe(200);
      expect(stage.upstream.last.headers.cookie).toBeUndefined();
    });

    it('[5] a token in the query is 400', async () => {
      const refused = await stage.call(reader, 'GET', `${orders.path}/orders?access_token=x`);
      expect([refused.status, refused.body.code]).toEqual([400, 'invalid_request']);
    });

    it('[46] a token of another site gets the same 404 as for what never was', async () => {
      const other = await openSite(stage.app, 'other');
      const foreign = (await createToken(other.admin)).token;
      const there = await stage.call(foreign, 'GET', `${orders.path}/orders`);
      const nowhere = await stage.call(foreign, 'GET', '/gw/other/nothing');
      expect([there.status, there.body.code]).toEqual([404, 'proxy_not_deployed']);
      expect({ ...there.body, requestId: '' }).toEqual({ ...nowhere.body, requestId: '' });
    });

    it('says when the token ends, in a refusal too', async () => {
      const { token } = await createToken(stage.admin, { scopes: ['orders:read'], expiresAt: '2026-02-01T00:00:00Z' });
      for (const path of ['/orders', '/nowhere'])
        expect((await stage.call(token, 'GET', orders.path + path)).headers.get('gatehouse-token-expiration')).toBe(
          '2026-02-01T00:00:00.000Z',
        );
    });

    it('[53] the upstream learns it from us alone, and never the credential', async () => {
      const me = (await bearer(stage.app, reader).get('/auth/me')).body;
      await stage.call(reader, 'GET', `${orders.path}/orders`, {
        'x-auth-user-id': 'forged',
        'X-Auth-Admin': 'yes',
        x_auth_user_id: 'forged',
        'x-auth-assertion': 'forged',
      });
      const { headers } = stage.upstream.last;
      expect(headers).toMatchObject({
        'x-auth-user-id': me.user.id,
        'x-auth-username': 'admin',
        'x-auth-site': me.site.id,
        'x-auth-account': expect.stringMatching(/^[0-9a-f-]{36}$/),
        'x-auth-roles': '', // it holds one scope of it
        'x-auth-scopes': 'orders:read',
        'x-auth-scopes-omitted': '0',
        'x-auth-token-id': me.credential.id,
      });
      expect(Object.keys(headers).filter((name) => /x[-_]auth/.test(name))).toHaveLength(10);
      expect(JSON.stringify(headers)).not.toMatch(/forged|gth_pat/);
      expect(headers.authorization).toBeUndefined();
    });

    it('the assertion is signed for this upstream, for a minute, and is no access token', async () => {
      await stage.call(reader, 'GET', `${orders.path}/orders`);
      const assertion = String(stage.upstream.last.headers['x-auth-assertion']);
      const jwks = (await new ApiClient(stage.app).get('/.well-known/jwks.json')).body;
      const { payload, protectedHeader } = await jwtVerify(assertion, createLocalJWKSet(jwks), {
        issuer: stage.app.settings.publicUrl,
        audience: `${stage.upstream.url}/base`,
        currentDate: stage.app.clock.now(),
      });
      expect(protectedHeader).toMatchObject({ alg: 'ES256', typ: 'JWT' });
      expect(payload).toMatchObject({ username: 'admin', scope: 'orders:read', sub: expect.any(String) });
      expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(60);
      expect((await bearer(stage.app, assertion).get('/auth/me')).status).toBe(401);
      expect((await stage.call(assertion, 'GET', `${orders.path}/orders`)).status).toBe(401);
      stage.app.clock.advance(31_000);
      await stage.call(reader, 'GET', `${orders.path}/orders`);
      const later = await jwtVerify(String(stage.upstream.last.headers['x-auth-assertion']), createLocalJWKSet(jwks), {
        currentDate: stage.app.clock.now(),
      });
      expect(later.payload.exp).toBeGreaterThan(payload.exp ?? 0);
    });
  });

  describe('the account', () => {
    it('is that of the proxy; a token or a header that says another is refused, and a suspended one too', async () => {
      const [first] = (await stage.admin.get('/accounts')).body.items;
      const other = (await stage.admin.post('/accounts', { name: 'Other' })).body.id;
      const pinned = async (accountId: string) => (await createToken(stage.admin, { accountId })).token;
      const [here, there] = [await pinned(first.id), await pinned(other)];
      const read = (token: string, headers = {}) => stage.call(token, 'GET', `${orders.path}/orders`, headers);
      for (const answer of [await read(here), await read(reader), await read(reader, { 'x-account-id': first.id })]) {
        expect(answer.status).toBe(200);
        expect(answer.body.headers['x-auth-account']).toBe(first.id);
      }
      for (const answer of [await read(there), await read(reader, { 'x-account-id': other })])
        expect([answer.status, answer.body.code]).toEqual([403, 'account_mismatch']);
      // [80] an upstream may take it for X-Account-Id
      expect((await read(reader, { X_Account_Id: other })).body.code).toBe('account_mismatch');
      expect((await read(reader, { 'x-account-id': first.id, 'x_account-id': other })).body.code).toBe(
        'invalid_request',
      );
      expect((await read(reader, { 'X-Account_Id': first.id })).status).toBe(200);
      expect((await read(reader, { 'x-account-id': 'x' })).status).toBe(400);
      await stage.admin.post(`/accounts/${first.id}/suspend`);
      for (const token of [reader, here])
        expect([(await read(token)).status, (await read(token)).body.code]).toEqual([403, 'account_suspended']);
      await stage.admin.post(`/accounts/${first.id}/resume`);
      expect((await read(reader)).status).toBe(200);
      await stage.admin.post(`/accounts/${other}/suspend`);
    });
  });

  describe('limits', () => {
    it('[54] hold for each token of its own', async () => {
      const proxy = await stage.deployed({ rateLimit: { perMinute: 2 } });
      const status = async (token: string) => (await stage.call(token, 'GET', proxy.path)).status;
      expect([await status(reader), await status(reader), await status(reader)]).toEqual([200, 200, 429]);
      const refused = await stage.call(reader, 'GET', proxy.path);
      expect(refused.body.code).toBe('rate_limited');
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await status(await stage.token())).toBe(200);
    });

    it('[55] a body over the limit of the proxy is 413, whether its length is told or not', async () => {
      const proxy = await stage.deployed({ bodyLimitBytes: 10 });
      const headers = { authorization: `Bearer ${reader}`, 'content-type': 'text/plain' };
      const post = (body: string | AsyncIterable<Uint8Array>) =>
        stage.app.fetch(proxy.path, { method: 'POST', headers, body: body as never, duplex: 'half' });
      const chunks = async function* (count: number) {
        for (let i = 0; i < count; i++) {
          await delay(5);
          yield Buffer.from('12345');
        }
      };
      expect((await post('1234567890')).status).toBe(200);
      expect(stage.upstream.last.body).toBe('1234567890');
      expect((await post(chunks(2))).status).toBe(200);
      const refused = await post('12345678901');
      expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([413, 'body_too_large']);
      expect(await post(chunks(100)).then((answer) => answer.status)).toBe(413);
      expect(stage.upstream.received).toHaveLength(2);
    });
  });
});
