import { createHmac, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { base64url, createLocalJWKSet, decodeJwt, decodeProtectedHeader, exportJWK, jwtVerify, SignJWT } from 'jose';
import { SYSTEM } from '../../../src/platform/audit/audit.types.js';
import { KeyRepository } from '../../../src/platform/keys/key.repository.js';
import { Keys } from '../../../src/platform/keys/keys.service.js';
import { JwtCodec } from '../../../src/tokens/jwt-codec.js';
import {
  anonymous,
  bearer,
  createPerson,
  PERSON_PASSWORD,
  signInAsAdmin,
  type TestPerson,
} from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

/** The order of P-256 (SEC 2, secp256r1): with (r, s) also (r, n − s) is a signature of the same bytes. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

forEachDialect((dialect) => {
  let app: TestApp;
  let ann: TestPerson;
  let keys: Keys;
  let token: string;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    ann = await createPerson(app, 'ann', ['ROLE_MANAGE_PROXIES']);
    keys = app.app.get(Keys, { strict: false });
    token = await personToken();
  });
  afterAll(() => app.stop());

  const personToken = async (): Promise<string> => {
    const answer = await anonymous(app).form('/api/v1/auth/token', {
      grant_type: 'client_credentials',
      client_id: 'ann',
      client_secret: PERSON_PASSWORD,
    });
    expect(answer.status).toBe(200);
    return answer.body.access_token as string;
  };
  const status = async (value: string) => (await bearer(app, value).get('/auth/me')).status;
  const verdict = (value: string) => app.app.get(JwtCodec, { strict: false }).verify(value);
  const jwks = async () => (await anonymous(app).get('/.well-known/jwks.json')).body as { keys: { kid: string }[] };
  const published = async (value: string) => {
    const { publicUrl } = app.settings;
    return jwtVerify(value, createLocalJWKSet(await jwks()), {
      issuer: publicUrl,
      audience: publicUrl,
      typ: 'at+jwt',
      algorithms: ['ES256'],
      currentDate: app.clock.now(),
    });
  };
  /** The token again, signed with this key over these changes. */
  const resigned = (changes: {
    key?: KeyObject;
    header?: Record<string, unknown>;
    claims?: Record<string, unknown>;
  }): Promise<string> => {
    const header = { ...decodeProtectedHeader(token), ...changes.header } as { alg: string };
    const claims = { ...decodeJwt(token), ...changes.claims };
    return new SignJWT(claims).setProtectedHeader(header).sign(changes.key ?? keys.signing.privateKey);
  };
  const refused = async (forgery: string) => {
    const answer = await bearer(app, forgery).get('/auth/me');
    expect(answer).toMatchObject({ status: 401, body: { code: 'invalid_token' } });
    expect(await verdict(forgery)).toBe('forged');
  };

  describe('a token in JWT form', () => {
    it('[28] has the header and the claims of RFC 9068, and is verified by the published keys', async () => {
      const { payload, protectedHeader } = await published(token);
      expect(protectedHeader).toEqual({
        alg: 'ES256',
        typ: 'at+jwt',
        kid: (await jwks()).keys[0]?.kid,
      });
      const now = app.clock.now().getTime() / 1000;
      expect(payload).toEqual({
        iss: app.settings.publicUrl,
        aud: app.settings.publicUrl,
        sub: ann.id,
        client_id: 'gatehouse',
        scope: expect.any(String),
        jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
        iat: now,
        exp: now + 3600,
      });
      expect(String(payload['scope']).split(' ').sort()).toEqual([
        'projects:read',
        'projects:write',
        'proxies:read',
        'proxies:write',
      ]);
    });

    it('[28] of an application names its client, its owner and its account', async () => {
      const admin = await signInAsAdmin(app);
      const accountId = (await admin.get('/accounts')).body.items[0].id as string;
      const { clientId, clientSecret } = (await ann.session.post('/applications', { name: 'x', tokenFormat: 'jwt' }))
        .body;
      const answer = await anonymous(app).form('/oauth/token', {
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
        scope: `projects:read account:${accountId}`,
      });
      const { payload } = await published(answer.body.access_token);
      expect(payload).toMatchObject({ sub: ann.id, client_id: clientId, account_id: accountId });
      expect(String(payload['scope']).split(' ')).toContain('projects:read');
    });

    it('[28] ends at its second', async () => {
      const value = await personToken();
      app.clock.advance({ milliseconds: 3_599_999 });
      expect(await status(value)).toBe(200);
      app.clock.advance({ milliseconds: 1 });
      expect(await status(value)).toBe(401);
      expect(await verdict(value)).toBe('expired');
      await expect(published(value)).rejects.toThrow('"exp"');
      token = await personToken();
    });

    it('[28] is refused once it is revoked, whatever its signature says', async () => {
      const value = await personToken();
      expect((await bearer(app, value).form('/oauth/revoke', { token: value })).status).toBe(200);
      expect(await verdict(value)).toBe('valid');
      expect(await status(value)).toBe(401);
    });

    it('keeps its value: neither it nor its owner rotates it', async () => {
      const [own, application] = [
        await personToken(),
        await ann.session.post('/applications', { name: 'x', tokenFormat: 'jwt' }),
      ];
      const { id } = (await bearer(app, own).get('/auth/me')).body.credential;
      const rotations = [
        await ann.session.post(`/tokens/${id}/rotate`, {}),
        await ann.session.post(`/tokens/${application.body.accessTokenId}/rotate`, {}),
      ];
      expect(rotations.map(({ status: code, body }) => [code, body.code])).toEqual(
        Array(2).fill([409, 'jwt_not_rotatable']),
      );
      for (const value of [own, application.body.accessToken]) expect(await status(value)).toBe(200);
    });

    it('[28] signed by us for somebody else, or with other claims, is no token', async () => {
      const changes = [
        { claims: { iss: 'https://issuer.example' } },
        { claims: { aud: 'https://api.example' } },
        { claims: { aud: ['https://api.example'] } },
        { header: { typ: 'JWT' } },
        { header: { typ: 'application/at+jwt' } },
        { header: { typ: undefined } },
      ];
      for (const change of changes) await refused(await resigned(change));
      // Good signatures over what we never issued: the row decides.
      for (const claims of [{ sub: '0199c0de-0000-7000-8000-00000000dead' }, { exp: 4_000_000_000 }, { scope: 'x:y' }])
        expect(await status(await resigned({ claims }))).toBe(401);
    });
  });

  describe('a forged JWT', () => {
    const encoded = (header: object, payload: unknown) =>
      `${base64url.encode(JSON.stringify(header))}.${base64url.encode(JSON.stringify(payload))}`;
    const foreign = generateKeyPairSync('ec', { namedCurve: 'P-256' });

    it('[28] with `none`, in any spelling and with any signature, is refused', async () => {
      for (const alg of ['none', 'None', 'NONE', '']) {
        const unsigned = encoded({ ...decodeProtectedHeader(token), alg }, decodeJwt(token));
        for (const signature of ['', 'AA', token.split('.')[2] ?? '']) await refused(`${unsigned}.${signature}`);
      }
    });

    it('[28] signed with HMAC over the public key is refused', async () => {
      const jwk = (await jwks()).keys[0] ?? {};
      const { signing } = keys;
      const publicKey = await keys.verificationKey(signing.kid);
      const secrets = [
        JSON.stringify(jwk),
        publicKey?.export({ type: 'spki', format: 'pem' }) ?? '',
        publicKey?.export({ type: 'spki', format: 'der' }) ?? '',
      ];
      for (const secret of secrets) {
        const unsigned = encoded({ ...decodeProtectedHeader(token), alg: 'HS256' }, decodeJwt(token));
        await refused(`${unsigned}.${createHmac('sha256', secret).update(unsigned).digest('base64url')}`);
      }
    });

    it('[28] signed with another key is refused, wherever it says that the key is', async () => {
      const jwk = await exportJWK(foreign.publicKey);
      const headers = [
        {},
        { jwk },
        { jku: 'https://issuer.example/jwks.json' },
        { x5u: 'https://issuer.example/key.pem' },
        { x5c: ['MIIB'] },
        { jwk, kid: undefined },
      ];
      for (const header of headers) await refused(await resigned({ key: foreign.privateKey, header }));
    });

    it('[28] with a key id that is a path, a statement or a novel is refused', async () => {
      const kids = [
        '../../../dev/null',
        '/etc/passwd',
        "' OR 1=1 --",
        'x'.repeat(6000),
        '',
        '__proto__',
        'constructor',
      ];
      for (const kid of kids) await refused(await resigned({ key: foreign.privateKey, header: { kid } }));
      for (const kid of [1, null, {}, ['a']])
        await refused(`${encoded({ alg: 'ES256', typ: 'at+jwt', kid }, decodeJwt(token))}.AAAA`);
    });

    it('[28] with a key id that never was costs no read of the database each, wherever it is presented', async () => {
      const reads = jest.spyOn(app.app.get(KeyRepository, { strict: false }), 'newestFirst');
      const forgeries = await Promise.all(
        Array.from({ length: 100 }, () => resigned({ key: foreign.privateKey, header: { kid: randomUUID() } })),
      );
      app.clock.advance({ seconds: 1 });
      for (const answer of await Promise.all(forgeries.map((forgery) => bearer(app, forgery).get('/auth/me'))))
        expect(answer.status).toBe(401);
      expect((await anonymous(app).post('/leaks', { credentials: forgeries })).status).toBe(202);
      // One for all, beside those of the timer that looks for new keys now and then.
      expect(reads.mock.calls.length).toBeLessThan(10);
      reads.mockRestore();
    });

    it('[28] with a changed payload, a cut end or something after it is refused', async () => {
      const [header = '', , signature = ''] = token.split('.');
      const changed = base64url.encode(JSON.stringify({ ...decodeJwt(token), sub: 'x' }));
      await refused(`${header}.${changed}.${signature}`);
      await refused(`${header}..${signature}`);
      for (const value of [
        token.slice(0, -1),
        `${token}A`,
        `${token}.`,
        `${token}.${signature}`,
        `${token}=`,
        ` .${token}`,
        token.slice(0, token.lastIndexOf('.')),
      ])
        expect(await status(value)).toBe(401);
    });

    it('[28] with the other spelling of the same signature is not the token', async () => {
      const [header = '', payload = '', signature = ''] = token.split('.');
      const bytes = Buffer.from(signature, 'base64url');
      const s = BigInt(`0x${bytes.subarray(32).toString('hex')}`);
      const mirrored = Buffer.from((ORDER - s).toString(16).padStart(64, '0'), 'hex');
      const twin = Buffer.concat([bytes.subarray(0, 32), mirrored]).toString('base64url');
      expect(await status(`${header}.${payload}.${twin}`)).toBe(401);
      // The last digit of 64 bytes in base64url has four bits to spare.
      const last = signature.at(-1) ?? '';
      const others = ['A', 'B', 'Q', 'g', 'w', 'R'].filter((digit) => digit !== last);
      for (const digit of others) expect(await status(token.slice(0, -1) + digit)).toBe(401);
    });

    it('[28] that is no JSON, or JSON of another kind, is refused', async () => {
      for (const header of ['null', '[]', '1', '"x"', '{', '{"alg":"ES256"}'])
        await refused(`${base64url.encode(header)}.${base64url.encode('{}')}.AAAA`);
    });
  });

  describe('rotating the signing key', () => {
    it('[28] keeps old tokens good, publishes both keys and signs with the new one', async () => {
      const before = keys.signing.kid;
      const kid = await keys.rotate('signing', SYSTEM);
      expect((await jwks()).keys.map((key) => key.kid)).toEqual([kid, before]);
      expect(await status(token)).toBe(200);
      await published(token);
      const fresh = await personToken();
      expect(decodeProtectedHeader(fresh).kid).toBe(kid);
      expect(await status(fresh)).toBe(200);
      await published(fresh);
      expect(JSON.stringify(await jwks())).not.toContain('"d"');
    });
  });
});
