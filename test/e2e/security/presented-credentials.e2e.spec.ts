import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CredentialFormat } from '../../../src/shared/crypto/credential-format.js';
import { Randomness } from '../../../src/shared/crypto/randomness.js';
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
import { rawTls } from '../http/raw-request.js';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

forEachDialect((dialect) => {
  let app: TestApp;
  let ann: TestPerson;
  let token: string;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    ann = await createPerson(app, 'ann', ['ROLE_MANAGE_PROXIES']);
    token = (await createToken(ann.session)).token;
  });
  afterAll(() => app.stop());

  const withHeader = (authorization: string): ApiClient => new ApiClient(app, { authorization });
  const me = (client: ApiClient, path = '/auth/me') => client.get(path);
  /** Sends header lines as they are: fetch would join or drop repeated ones. */
  const raw = async (lines: readonly string[], path = '/api/v1/auth/me') => {
    const port = Number(new URL(app.url).port);
    const head = [`GET ${path} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...lines, '', ''].join('\r\n');
    const answer = await rawTls({ port, ca: app.certificate }, head);
    const [, status = ''] = answer.split(' ');
    return { status: Number(status), text: answer };
  };

  describe('a bearer token', () => {
    it.each(['Bearer', 'bearer', 'BEARER', 'bEaReR'])('is taken after "%s"', async (scheme) => {
      for (const blanks of [' ', '   ']) expect((await me(withHeader(scheme + blanks + token))).status).toBe(200);
    });

    it.each([
      'Bearer',
      'Bearer ',
      'Bearer\t{token}',
      'Bearer{token}',
      'Bearer {token},{token}',
      'Bearer {token} {token}',
      'Bearer token={token}',
      'Bearer "{token}"',
      'Bearer <{token}>',
      'Token {token}',
      'Digest {token}',
      'JWT {token}',
      '{token}',
      ': {token}',
      'Basic {token}',
      'Secret {token}',
    ])('[9] is not taken as "%s"', async (header) => {
      const answer = await me(withHeader(header.replaceAll('{token}', token)));
      expect(answer).toMatchObject({ status: 401, body: { code: 'invalid_token' } });
      expect(answer.headers.get('www-authenticate')).toContain('error="invalid_token"');
    });

    it('[5] in the query is 400, known or not, with a good header too', async () => {
      for (const value of [token, 'x', ''])
        for (const client of [anonymous(app), bearer(app, token), ann.session]) {
          const answer = await me(client, `/auth/me?access_token=${value}`);
          expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
          expect(JSON.stringify(answer.body)).not.toContain(token);
        }
    });

    it('[5] in the query is 400 however it is spelled', async () => {
      for (const query of [
        'access_token[]=x',
        'access%5Ftoken=x',
        'access_token=x&access_token=y',
        '%61ccess_token=x',
      ]) {
        const { status } = await me(anonymous(app), `/auth/me?${query}`);
        expect([query, status]).toEqual([query, query.startsWith('access_token[]') ? 401 : 400]);
      }
    });

    it('[5] in the query is 400 under whatever name, known or not', async () => {
      for (const value of [token, `gth_pat_${'0'.repeat(49)}`])
        expect((await me(ann.session, `/auth/me?token=${value}`)).status).toBe(400);
    });

    it('[5] in the query is 400 wherever it stands there, opaque or a JWT, at every call that takes one and at open ones', async () => {
      const fields = { grant_type: 'client_credentials', client_id: 'ann', client_secret: PERSON_PASSWORD };
      const jwt = (await anonymous(app).form('/api/v1/auth/token', fields)).body.access_token as string;
      const foreign = `${Buffer.from('{ "typ": "JWT", "alg": "none" }').toString('base64url')}.e30.`;
      const client = bearer(app, token);
      for (const value of [token, jwt, foreign])
        for (const query of [
          `t=1&t=${value}`,
          `t=Bearer%20${value}`,
          `t=Bearer+${value}`,
          `${value}=1`,
          value,
          `t=${encodeURIComponent(value).replace(/[_.]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
          `t=${encodeURIComponent(encodeURIComponent(`x?y=${value}`))}`,
          `t=("${value}")`,
          `t=x-${value}`,
        ])
          for (const path of ['/auth/me', '/tokens', '/test', '/verify', '/gw/x/y', '/oauth/introspect']) {
            const { status, body } = path.startsWith('/oauth')
              ? await client.form(`${path}?${query}`, { token: 'x' })
              : await client.get(`${path}?${query}`);
            expect([path, query, status]).toEqual([path, query, 400]);
            expect(JSON.stringify(body)).not.toContain(value.slice(0, 30));
          }
    });

    it('is not seen in a query that only looks like one', async () => {
      for (const query of [
        `limit=10&search=${token.slice(0, -1)}`,
        'search=a.b.c',
        'search=eyJ.e30.x',
        'search=e30.e30.x',
      ])
        expect([query, (await bearer(app, token).get(`/tokens?${query}`)).status]).toEqual([query, 200]);
      expect((await bearer(app, token).get('/verify', { 'x-original-uri': `/x?access_token=${token}` })).status).toBe(
        200,
      );
    });

    it('[5] in a form or in JSON is 400', async () => {
      const json = await anonymous(app).post('/tokens', { name: 'x', expiresAt: null, access_token: token });
      expect(json).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
      for (const path of ['/oauth/introspect', '/oauth/revoke', '/oauth/token', '/api/v1/auth/token']) {
        const form = await anonymous(app).form(path, { token, access_token: token, grant_type: 'client_credentials' });
        expect([path, form.status, form.body.error]).toEqual([path, 400, 'invalid_request']);
      }
      const body = new URLSearchParams({ access_token: token }).toString();
      const foreign = await app.fetch('/api/v1/tokens', { method: 'POST', headers: FORM, body });
      expect(foreign.status).toBe(415);
      expect((await me(bearer(app, token))).status).toBe(200);
    });

    it('[6] in two places is 400', async () => {
      const other = (await createToken(ann.session)).token;
      const json = await bearer(app, token).post('/tokens', { name: 'x', expiresAt: null, access_token: other });
      expect(json.status).toBe(400);
      expect((await raw([`Authorization: Bearer ${token}`, `Authorization: Bearer ${token}`])).status).toBe(400);
      expect((await raw([`Authorization: Bearer ${token}`, `authorization: Bearer ${other}`])).status).toBe(400);
      expect((await raw([`Authorization: Bearer ${token}`, 'Authorization: Basic eDp5'])).status).toBe(400);
      expect((await raw([`Authorization: Bearer ${token}`])).status).toBe(200);
    });

    it('[6] beside a session is 400, and a bad one does not fall through to a good session', async () => {
      const login = await anonymous(app).post('/auth/login', { username: 'ann', password: PERSON_PASSWORD });
      const cookie = cookieOf(login);
      for (const authorization of [`Bearer ${token}`, 'Bearer nonsense', 'Nonsense'])
        expect((await new ApiClient(app, { cookie, authorization }).get('/auth/me')).status).toBe(400);
      expect((await new ApiClient(app, { cookie }).get('/auth/me')).status).toBe(200);
    });

    it('[44] is no cookie, and a cookie is no bearer token', async () => {
      const login = await anonymous(app).post('/auth/login', { username: 'ann', password: PERSON_PASSWORD });
      const [name = '', sealed = ''] = cookieOf(login).split(/=(.*)/s);
      const asCookie = await new ApiClient(app, { cookie: `${name}=${token}` }).get('/auth/me');
      const asBearer = await bearer(app, sealed).get('/auth/me');
      for (const answer of [asCookie, asBearer])
        expect(answer).toMatchObject({ status: 401, body: { code: 'invalid_token' } });
      expect((await new ApiClient(app, { cookie: `access_token=${token}` }).get('/auth/me')).body.code).toBe(
        'authentication_required',
      );
    });
  });

  describe('a refused credential', () => {
    it('[8] that is none at all gets the scheme and no error', async () => {
      const answer = await me(anonymous(app));
      expect(answer).toMatchObject({ status: 401, body: { code: 'authentication_required' } });
      expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="gatehouse"');
    });

    it('[9] looks the same whether unknown, expired, revoked, replaced, malformed or of a suspended owner', async () => {
      const expiring = await createToken(ann.session, {
        expiresAt: new Date(app.clock.now().getTime() + 1000).toISOString(),
      });
      const revoked = await createToken(ann.session);
      await ann.session.delete(`/tokens/${revoked.id}`);
      const replaced = await createToken(ann.session);
      await ann.session.post(`/tokens/${replaced.id}/rotate`, {});
      const ben = await createPerson(app, 'ben', []);
      const suspended = await createToken(ben.session);
      expect((await (await signInAsAdmin(app)).post(`/admin/users/${ben.id}/suspend`)).status).toBeLessThan(300);
      app.clock.advance({ seconds: 1 });
      const unknown = `${token.slice(0, 8)}${'A'.repeat(43)}`;
      const never = app.app.get(CredentialFormat, { strict: false }).generate('pat', new Randomness());
      const values = {
        expired: expiring.token,
        revoked: revoked.token,
        replaced: replaced.token,
        suspended: suspended.token,
        never,
        'a bad checksum': `${unknown}000000`,
        'a JWT of nobody': 'eyJhbGciOiJFUzI1NiJ9.e30.AAAA',
        nonsense: 'nonsense',
        'a client secret': never.replace('pat', 'sec'),
      };
      const seen = await Promise.all(Object.values(values).map(async (value) => shapeOf(await me(bearer(app, value)))));
      const [first] = seen;
      expect(first).toMatchObject({ status: 401, body: { code: 'invalid_token' } });
      Object.keys(values).forEach((name, index) => {
        expect([name, seen[index]]).toEqual([name, first]);
      });
    });

    it('[10] that lacks a scope is told which, and who grants it', async () => {
      const answer = await bearer(app, token).get('/admin/users');
      expect(answer).toMatchObject({
        status: 403,
        body: { code: 'insufficient_scope', scope: 'users:read', roles: ['ROLE_ADMIN'] },
      });
      expect(answer.headers.get('www-authenticate')).toMatch(/error="insufficient_scope", scope="users:read"$/);
    });
  });
});

/** An answer without what differs between any two. */
function shapeOf({ status, headers, body }: ApiAnswer) {
  const kept = [...headers].filter(([name]) => !['x-request-id', 'date'].includes(name));
  return { status, headers: kept, body: { ...body, requestId: '' } };
}
