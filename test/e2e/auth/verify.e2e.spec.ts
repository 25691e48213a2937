import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  anonymous,
  type ApiAnswer,
  ApiClient,
  bearer,
  cookieOf,
  createPerson,
  createToken,
  PERSON_PASSWORD,
  signInAsAdmin,
  type TestPerson,
} from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const NAMES = [
  'x-auth-account',
  'x-auth-roles',
  'x-auth-scopes',
  'x-auth-scopes-omitted',
  'x-auth-site',
  'x-auth-token-id',
  'x-auth-transferred-from',
  'x-auth-user-id',
  'x-auth-username',
];
/** What a client would send to be taken for somebody. */
const FORGED = {
  ...Object.fromEntries(NAMES.map((name) => [name, 'forged'])),
  'x-auth-admin': 'forged',
  'x-auth-assertion': 'forged',
};

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let ann: TestPerson;
  let token: { id: string; token: string };
  let accountId: string;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
    ann = await createPerson(app, 'ann', ['ROLE_MANAGE_PROXIES']);
    token = await createToken(ann.session);
    accountId = (await admin.get('/accounts')).body.items[0].id;
  });
  afterAll(() => app.stop());

  const verify = (value: string, query = '', headers: Record<string, string> = {}) =>
    bearer(app, value).get(`/verify${query}`, headers);
  const account = async (name: string): Promise<string> =>
    (await admin.post('/accounts', { name: `${name}-${dialect}` })).body.id as string;

  it('[12] answers the same set of headers on 200, 401 and 403, and never one of the client', async () => {
    const answers = [
      await verify(token.token, '', FORGED),
      await verify(token.token, '?scope=projects:read', FORGED),
      await anonymous(app).get('/verify', FORGED),
      await verify('nonsense', '', FORGED),
      await verify(token.token, '?scope=users:write', FORGED),
      await verify(token.token, `?account=0199c0de-0000-7000-8000-00000000dead`, FORGED),
      await verify(token.token, '?colour=red', FORGED),
      await verify(token.token, '?scope=', FORGED),
      await new ApiClient(app, { authorization: 'Basic eDp5' }).get('/verify', FORGED),
      await ann.session.post('/verify', undefined, { ...FORGED, origin: 'https://evil.example' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 401, 401, 403, 403, 400, 400, 401, 403]);
    for (const answer of answers) {
      expect(authHeaders(answer)).toEqual(NAMES);
      expect(JSON.stringify([...answer.headers])).not.toContain('forged');
      expect([answer.status, answer.headers.has('www-authenticate')]).toEqual([answer.status, answer.status !== 200]);
      if (answer.status !== 200) expect(NAMES.map((name) => answer.headers.get(name))).toEqual(NAMES.map(() => ''));
    }
  });

  it('[12] answers the set also when the router or the parser refuses', async () => {
    const send = (path: string, init: Parameters<TestApp['fetch']>[1]) =>
      app.fetch(path, { ...init, headers: { authorization: `Bearer ${token.token}`, ...FORGED } });
    const answers = [
      await send('/verify?access_token=x', { method: 'GET' }),
      await send('/verify/', { method: 'GET' }),
      await send('/verify', { method: 'POST', body: 'x'.repeat(200_000) }),
    ];
    for (const answer of answers) {
      expect([...answer.headers.keys()].filter((name) => name.startsWith('x-auth-')).sort()).toEqual(NAMES);
    }
  });

  it('[12] takes a scope that is there and says nothing for a mistake: a template may have been empty', async () => {
    for (const query of ['?scope=', '?scope', '?scope=%20', '?scope=++', '?scope=%20%20&account='])
      expect([query, (await verify(token.token, query)).status]).toEqual([query, 400]);
  });

  it('says who it is', async () => {
    const answer = await verify(token.token);
    expect(Object.fromEntries(NAMES.map((name) => [name, answer.headers.get(name)]))).toEqual({
      'x-auth-user-id': ann.id,
      'x-auth-username': 'ann',
      'x-auth-site': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'x-auth-account': '',
      'x-auth-roles': 'ROLE_MANAGE_PROXIES',
      'x-auth-scopes': expect.any(String),
      'x-auth-scopes-omitted': '0',
      'x-auth-token-id': token.id,
      'x-auth-transferred-from': '',
    });
    expect(answer.headers.get('x-auth-scopes')?.split(' ').sort()).toEqual([
      'projects:read',
      'projects:write',
      'proxies:read',
      'proxies:write',
    ]);
    expect(answer.body).toBeNull();
    expect(answer.headers.get('gatehouse-token-expiration')).toBeNull();
    const expiresAt = new Date(app.clock.now().getTime() + 60_000).toISOString();
    const expiring = await createToken(ann.session, { expiresAt });
    expect((await verify(expiring.token)).headers.get('gatehouse-token-expiration')).toBe(expiresAt);
    const refused = await bearer(app, expiring.token).get('/verify?scope=users:read');
    expect([refused.status, refused.headers.get('gatehouse-token-expiration')]).toEqual([403, expiresAt]);
  });

  it.each(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('takes %s', async (method) => {
    const headers = { authorization: `Bearer ${token.token}` };
    const good = await app.fetch('/verify', { method, headers });
    expect([good.status, good.headers.get('x-auth-user-id')]).toEqual([200, ann.id]);
    expect((await app.fetch('/verify', { method })).status).toBe(401);
  });

  it('does not read the body, whatever it is', async () => {
    for (const type of ['application/json', 'application/x-www-form-urlencoded', 'text/plain', 'image/png']) {
      const headers = { authorization: `Bearer ${token.token}`, 'content-type': type };
      const answer = await app.fetch('/verify', { method: 'POST', headers, body: '{"access_token":' });
      expect([type, answer.status]).toEqual([type, 200]);
    }
  });

  it("[5] sees no token in the original request's query, and takes none in its own", async () => {
    const forwarded = { 'x-original-uri': `/x?access_token=${token.token}`, 'x-forwarded-uri': '/x?access_token=y' };
    expect((await anonymous(app).get('/verify', forwarded)).status).toBe(401);
    expect((await verify(token.token, '', forwarded)).status).toBe(200);
    expect((await anonymous(app).get(`/verify?access_token=${token.token}`)).status).toBe(400);
  });

  describe('with a scope', () => {
    it.each([
      ['projects:read', 200],
      ['projects:read proxies:write', 200],
      ['projects:read  projects:read ', 200],
      ['users:read', 403],
      ['projects:read users:read', 403],
      ['orders:read', 403],
      ['nonsense', 400],
      ['Projects:Read', 400],
      ['account:x', 400],
      ['*', 400],
    ])('"%s" is %i', async (scope, status) => {
      const answer = await verify(token.token, `?scope=${encodeURIComponent(scope)}`);
      expect(answer.status).toBe(status);
      if (status === 403) {
        expect(answer.headers.get('www-authenticate')).toBe(
          `Bearer realm="gatehouse", error="insufficient_scope", scope="${scope}"`,
        );
        expect(answer.body.code).toBe('insufficient_scope');
      }
    });

    it('that is missing is named with the roles that grant it, or with the word that none does', async () => {
      const detail = async (scope: string) => (await verify(token.token, `?scope=${scope}`)).body.detail as string;
      expect(await detail('users:write')).toBe('This needs the scope users:write, which these roles grant: ROLE_ADMIN');
      expect(await detail('orders:read')).toBe('This needs the scope orders:read, which no role of your site grants');
    });

    it('given twice is 400: the proxy must not check one and mean another', async () => {
      expect((await verify(token.token, '?scope=projects:read&scope=users:write')).status).toBe(400);
      expect((await verify(token.token, `?account=${accountId}&account=${accountId}`)).status).toBe(400);
    });
  });

  describe('with an account', () => {
    it('answers the account that the query, the header or the token names', async () => {
      const pinned = await createToken(ann.session, { accountId });
      const said = async (value: string, query = '', headers = {}) =>
        (await verify(value, query, headers)).headers.get('x-auth-account');
      expect(await said(pinned.token)).toBe(accountId);
      expect(await said(token.token, `?account=${accountId}`)).toBe(accountId);
      expect(await said(token.token, '', { 'x-account-id': accountId })).toBe(accountId);
      expect(await said(pinned.token, `?account=${accountId}`, { 'x-account-id': accountId })).toBe(accountId);
    });

    it('refuses a mismatch, a stranger, and what is no id', async () => {
      const other = await account('other');
      const pinned = await createToken(ann.session, { accountId });
      const code = async (value: string, query: string, headers = {}) => {
        const { status, body } = await verify(value, query, headers);
        return `${status} ${body?.code}`;
      };
      expect(await code(pinned.token, `?account=${other}`)).toBe('403 account_mismatch');
      expect(await code(pinned.token, '', { 'x-account-id': other })).toBe('403 account_mismatch');
      expect(await code(token.token, `?account=${accountId}`, { 'x-account-id': other })).toBe('403 account_mismatch');
      const unknown = '0199c0de-0000-7000-8000-00000000dead';
      expect(await code(token.token, `?account=${unknown}`)).toBe('403 account_mismatch');
      expect(await code(token.token, '', { 'x-account-id': unknown })).toBe('403 account_mismatch');
      // the API behind the proxy may take it for X-Account-Id
      expect(await code(pinned.token, '', { X_Account_Id: other })).toBe('403 account_mismatch');
      expect(await code(token.token, `?account=${accountId}`, { 'x-account_id': other })).toBe('403 account_mismatch');
      expect(await code(token.token, '', { 'x-account-id': accountId, x_account_id: other })).toBe(
        '400 invalid_request',
      );
      expect(await code(token.token, `?account=${accountId.toUpperCase()}`, { x_account_id: accountId })).toBe(
        '200 undefined',
      );
      expect(await code(token.token, '?account=acme')).toBe('400 validation_failed');
      expect(await code(token.token, '?account=')).toBe('400 validation_failed');
      expect(await code(token.token, '', { 'x-account-id': 'acme' })).toBe('400 validation_failed');
    });

    it('refuses a suspended one, and a token that is pinned to it, until it is resumed', async () => {
      const paused = await account('paused');
      const pinned = await createToken(ann.session, { accountId: paused });
      await admin.post(`/accounts/${paused}/suspend`);
      expect(await verify(token.token, `?account=${paused}`)).toMatchObject({
        status: 403,
        body: { code: 'account_suspended' },
      });
      expect(await verify(pinned.token)).toMatchObject({ status: 403, body: { code: 'account_suspended' } });
      await admin.post(`/accounts/${paused}/resume`);
      expect((await verify(pinned.token)).status).toBe(200);
    });
  });

  describe('with a session', () => {
    /** A browser: it sends the cookie by itself, and the Origin of whichever page. */
    let browser: ApiClient;
    beforeAll(async () => {
      const login = await anonymous(app).post('/auth/login', { username: 'ann', password: PERSON_PASSWORD });
      browser = new ApiClient(app, { cookie: cookieOf(login) });
    });

    const csrf = { status: 403, body: { code: 'csrf' } };

    it('[40] reads freely, and writes from our own pages alone', async () => {
      const from = (origin?: string) => (origin === undefined ? {} : { origin });
      expect((await browser.get('/verify', from('https://evil.example'))).status).toBe(200);
      for (const origin of [undefined, 'https://evil.example', 'null', `${app.settings.publicUrl}.evil.example`])
        expect(await browser.post('/verify', undefined, from(origin))).toMatchObject(csrf);
      expect((await browser.post('/verify', undefined, from(app.settings.publicUrl))).status).toBe(200);
    });

    it('[40] judges the method of the original request where the proxy says it', async () => {
      const overrides = ['x-http-method-override', 'x-http-method', 'x-method-override', 'X_HTTP_Method_Override'];
      for (const name of ['x-forwarded-method', 'x-original-method', 'X_Forwarded_Method', ...overrides]) {
        for (const method of ['POST', 'delete', 'PURGE', ''])
          expect([name, method, (await browser.get('/verify', { [name]: method })).status]).toEqual([
            name,
            method,
            403,
          ]);
        expect((await browser.get('/verify', { [name]: 'GET' })).status).toBe(200);
      }
    });

    it('[40] a header that says GET does not excuse a write', async () => {
      const get = (headers: Record<string, string>) => browser.get('/verify', headers);
      expect(await get({ 'x-forwarded-method': 'GET', 'x-original-method': 'DELETE' })).toMatchObject(csrf);
      expect(await get({ 'x-forwarded-method': 'DELETE', 'x-original-method': 'GET' })).toMatchObject(csrf);
      expect(await browser.post('/verify', undefined, { 'x-forwarded-method': 'GET' })).toMatchObject(csrf);
    });
  });
});

function authHeaders({ headers }: ApiAnswer): string[] {
  return [...headers.keys()].filter((name) => name.startsWith('x-auth-')).sort();
}
