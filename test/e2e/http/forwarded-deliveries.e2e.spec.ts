import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CredentialFormat } from '../../../src/shared/crypto/credential-format.js';
import { Randomness } from '../../../src/shared/crypto/randomness.js';
import { ApiClient, cookieOf, createToken } from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { eventually } from '../../support/eventually.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { deliver, DELIVERIES, type Delivery } from './deliveries.js';

const format = new CredentialFormat('gth');
const randomness = new Randomness();
const strangers = { tokens: Array.from({ length: 900 }, () => format.generate('pat', randomness)) };

/** What the proxy adds to each request that it passes on. */
function passedOn(pieces: Delivery, proto: string): Delivery {
  return pieces.map((piece) =>
    Buffer.from(
      piece.toString('latin1').replace(/Host: localhost(\r?\n)/g, `Host: localhost$1X-Forwarded-Proto: ${proto}$1`),
      'latin1',
    ),
  );
}

forEachDialect((dialect) => {
  describe('behind a proxy that ends TLS', () => {
    let app: TestApp;
    let admin: ApiClient;

    beforeAll(async () => {
      app = await startTestApp(dialect, { settings: { tls: { mode: 'off' }, trustProxy: ['127.0.0.0/8'] } });
      const https = { 'x-forwarded-proto': 'https', origin: app.settings.publicUrl };
      const { adminUsername: username, adminPassword } = app.settings;
      const password = adminPassword?.reveal() ?? '';
      const signedIn = await new ApiClient(app, https).post('/auth/login', { username, password });
      admin = new ApiClient(app, { ...https, cookie: cookieOf(signedIn) });
    });
    afterAll(() => app.stop());

    const reasonOf = async (id: string) => (await admin.get(`/tokens/${id}`)).body.revokedReason as string | null;

    it.each(Object.keys(DELIVERIES))(
      '[79] [2] revokes what it received in plaintext in %s, and refuses',
      async (way) => {
        const { id, token } = await createToken(admin);
        const pieces = passedOn(DELIVERIES[way]?.(token, strangers) ?? [], 'http');
        const answer = await deliver(app.settings.port, pieces, { leave: 'answered' });
        await eventually(() => reasonOf(id), 'sent_in_plaintext');
        expect(answer).toMatch(/^(HTTP\/1\.1 100 Continue\r\n\r\n)?HTTP\/1\.1 403 Forbidden\r\n/);
        // /oauth/* has the error bodies of its RFC
        expect(answer).toMatch(/"code":"https_required"|"error_description":"This service speaks HTTPS only"/);
        expect(answer).toMatch(/\r\nx-request-id: \S+\r\n/);
        expect(answer).not.toContain(token);
      },
    );

    /** Refused for what they are, like any other; 31 kB of headers behind an answer are somebody else's. */
    it.each([
      'a header block over the limit',
      'a header without a colon',
      'CONNECT',
      'an upgrade with a body',
      'two lengths',
    ])('[79] leaves alone what it received over HTTPS in %s', async (way) => {
      const { id, token } = await createToken(admin);
      const pieces = passedOn(DELIVERIES[way]?.(token, strangers) ?? [], 'https');
      const answer = await deliver(app.settings.port, pieces, { leave: 'answered' });
      expect(answer).toMatch(/^HTTP\/1\.1 4(00|31) /);
      expect(await reasonOf(id)).toBeNull();
    });

    it('[79] judges each of several requests of a connection by itself', async () => {
      const [secure, plain] = [await createToken(admin), await createToken(admin)];
      const request = (token: string, proto: string) =>
        `GET /api/v1/auth/me HTTP/1.1\r\nHost: a\r\nX-Forwarded-Proto: ${proto}\r\nAuthorization: Bearer ${token}\r\n\r\n`;
      const pieces = [request(secure.token, 'https') + request(plain.token, 'http') + request(secure.token, 'https')];
      const answer = await deliver(app.settings.port, pieces, { leave: 'answered' });
      expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 403', 'HTTP/1.1 200']);
      expect([await reasonOf(secure.id), await reasonOf(plain.id)]).toEqual([null, 'sent_in_plaintext']);
    });

    it('keeps answering 417 to an Expect that nobody knows when it came over HTTPS', async () => {
      const lines = 'Host: a\r\nX-Forwarded-Proto: https\r\nExpect: the-unexpected\r\nConnection: close';
      expect(await deliver(app.settings.port, [`GET / HTTP/1.1\r\n${lines}\r\n\r\n`])).toMatch(/^HTTP\/1\.1 417 /);
    });
  });
});

describe('behind a proxy that is not this peer', () => {
  it('[79] a stranger is on the plain port, whatever is said', async () => {
    const app = await startTestApp('sqlite', { settings: { tls: { mode: 'off' }, trustProxy: ['10.0.0.0/8'] } });
    for (const lines of ['X-Forwarded-Proto: https', 'no colon', `X: ${'x'.repeat(40_000)}`]) {
      const answer = await deliver(app.settings.port, [`GET / HTTP/1.1\r\nHost: a\r\n${lines}\r\n\r\n`]);
      expect(answer).toMatch(/^HTTP\/1\.1 403 /);
    }
    expect(await deliver(app.settings.port, ['GET /health/live HTTP/1.1\r\n\r\n'])).toMatch(/^HTTP\/1\.1 200 /);
    await app.stop();
  });
});
