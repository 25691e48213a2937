import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ServerResponse } from 'node:http';
import { createServer as createTls } from 'node:https';
import { setTimeout as delay } from 'node:timers/promises';
import type { TLSSocket } from 'node:tls';
import { makeCertificate } from '../../support/certificates.js';
import { createConnection } from '../../support/connections.js';
import { forEachDialect } from '../../support/dialects.js';
import { GatewayStage } from '../../support/gateway-stage.js';
import { UpstreamServer } from '../../support/upstream-server.js';
import { rawTls } from '../http/raw-request.js';

const SECRET = 'upstream-secret-0123456789';
const LOOPBACK = [{ type: 7, ip: '127.0.0.1' }] as const;

forEachDialect((dialect) => {
  let stage: GatewayStage;
  let token: string;

  beforeAll(async () => {
    stage = await GatewayStage.start(dialect);
    token = await stage.token();
  });
  afterAll(() => stage.stop());
  afterEach(() => {
    stage.upstream.reset();
  });

  const made = async (path: string, body: object): Promise<string> => {
    const answer = await stage.admin.post(path, body);
    expect([answer.status, answer.body]).toEqual([201, answer.body]);
    return answer.body.id;
  };
  let count = 0;
  const credential = (settings: object) => made('/credentials', { name: `c${++count}`, secret: SECRET, ...settings });
  const behind = async (settings: Record<string, unknown>, url = stage.upstream.url) => {
    const connectionId = await createConnection(stage.admin, url, settings);
    return { connectionId, ...(await stage.deployed({ connectionId })) };
  };

  describe('the credential of a connection', () => {
    it.each([
      [
        'basic',
        { type: 'basic', username: 'gate:house'.replace(':', '') },
        'authorization',
        `Basic ${Buffer.from(`gatehouse:${SECRET}`).toString('base64')}`,
      ],
      ['bearer', { type: 'bearer' }, 'authorization', `Bearer ${SECRET}`],
      ['header', { type: 'header', header: 'X-Api-Key' }, 'x-api-key', SECRET],
    ])('%s is added in the place of the caller’s', async (_, settings, header, value) => {
      const { path } = await behind({ credentialId: await credential(settings) });
      await stage.call(token, 'GET', path, { 'x-api-key': 'of the caller' });
      expect(stage.upstream.last.headers[header]).toBe(value);
      expect(JSON.stringify(stage.upstream.last.headers)).not.toContain(token);
    });

    it('query is added to the query, and takes the place of a parameter of its name', async () => {
      const { path } = await behind({ credentialId: await credential({ type: 'query', parameter: 'api_key' }) });
      await stage.call(token, 'GET', `${path}/x?a=1&api_key=mine&api%5Fkey=mine&b=2`);
      expect(stage.upstream.last.url).toBe(`/x?a=1&b=2&api_key=${SECRET}`);
      await stage.call(token, 'GET', `${path}/x`);
      expect(stage.upstream.last.url).toBe(`/x?api_key=${SECRET}`);
    });

    it('that is changed is used from a moment later on', async () => {
      const credentialId = await credential({ type: 'bearer' });
      const { path } = await behind({ credentialId });
      await stage.call(token, 'GET', path);
      const body = { name: `c${++count}`, type: 'bearer', secret: 'another-secret-0123456789' };
      expect((await stage.admin.put(`/credentials/${credentialId}`, body)).status).toBe(200);
      await eventually(async () => {
        await stage.call(token, 'GET', path);
        return stage.upstream.last.headers.authorization === 'Bearer another-secret-0123456789';
      });
    });
  });

  describe('client credentials', () => {
    const asked: { body: string; authorization: string | undefined }[] = [];
    let server: UpstreamServer;
    let path: string;
    let certificate: Awaited<ReturnType<typeof makeCertificate>>;
    let ca: string;

    beforeAll(async () => {
      certificate = await makeCertificate({ altNames: LOOPBACK });
      server = await UpstreamServer.start((listener) => createTls(certificate, listener));
      ca = await made('/certificates', { name: 'ca', certificate: certificate.cert });
    });
    // none has a token yet
    beforeEach(async () => {
      const credentialId = await credential({
        type: 'client_credentials',
        tokenUrl: `${server.url}/token`,
        clientId: 'gate house',
        scope: 'orders.all',
      });
      ({ path } = await behind({ credentialId, caCertificateId: ca }, server.url));
    });
    afterAll(() => server.stop());

    const serve = (token: () => [number, object]) => {
      asked.length = 0;
      server.answer = (request, response, body) => {
        if (request.url !== '/token') {
          UpstreamServer.echo(request, response, body);
          return;
        }
        asked.push({ body, authorization: request.headers.authorization });
        const [status, answer] = token();
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      };
    };
    const shown = async () => (await stage.call(token, 'GET', path)).body.headers?.authorization;

    it('are exchanged once for all requests, and again before the token ends', async () => {
      let number = 0;
      serve(() => [200, { access_token: `token-${++number}`, token_type: 'Bearer', expires_in: 600 }]);
      expect(await Promise.all([shown(), shown(), shown()])).toEqual(Array(3).fill('Bearer token-1'));
      expect(asked).toHaveLength(1);
      expect(new URLSearchParams(asked[0]?.body).get('grant_type')).toBe('client_credentials');
      expect(new URLSearchParams(asked[0]?.body).get('scope')).toBe('orders.all');
      expect(asked[0]?.authorization).toBe(`Basic ${Buffer.from(`gate+house:${SECRET}`).toString('base64')}`);
      stage.app.clock.advance(539_000);
      expect(await shown()).toBe('Bearer token-1');
      stage.app.clock.advance(2_000);
      expect(await shown()).toBe('Bearer token-2');
    });

    describe('after a 401 of the upstream', () => {
      let number = 0;
      let refused: (shown: string) => boolean;
      const status = async () => (await stage.call(token, 'GET', path)).status;

      beforeEach(() => {
        number = 0;
        serve(() => [200, { access_token: `fresh-${++number}`, token_type: 'Bearer', expires_in: 86_400 }]);
        const answered = server.answer;
        server.answer = (request, response, body) => {
          if (request.url === '/token' || !refused(String(request.headers.authorization)))
            answered(request, response, body);
          else response.writeHead(401).end();
        };
      });

      it('are exchanged anew at once, however young the token is', async () => {
        refused = (shown) => shown === 'Bearer fresh-1';
        expect(await status()).toBe(401);
        expect([await shown(), asked.length]).toEqual(['Bearer fresh-2', 2]);
        stage.app.clock.advance(3_600_000);
        expect([await shown(), asked.length]).toEqual(['Bearer fresh-2', 2]);
        refused = (shown) => shown === 'Bearer fresh-2';
        expect(await status()).toBe(401);
        expect([await shown(), asked.length]).toEqual(['Bearer fresh-3', 3]);
      });

      it('are not exchanged for each request, if the upstream refuses each token', async () => {
        refused = () => true;
        for (let i = 0; i < 10; i++) expect(await status()).toBe(401);
        expect(asked).toHaveLength(2);
        stage.app.clock.advance(1_000);
        for (let i = 0; i < 10; i++) expect(await status()).toBe(401);
        expect(asked).toHaveLength(3);
        // the token that is refused is an hour old: it may have been good
        stage.app.clock.advance(3_600_000);
        for (let i = 0; i < 10; i++) expect(await status()).toBe(401);
        expect(asked).toHaveLength(4);
      });

      it('are exchanged anew for a WebSocket that the upstream refuses too', async () => {
        refused = (shown) => shown === 'Bearer fresh-1';
        const handshake = [
          `GET ${path} HTTP/1.1`,
          'Host: localhost',
          `Authorization: Bearer ${token}`,
          'Connection: Upgrade',
          'Upgrade: websocket',
          'Sec-WebSocket-Version: 13',
          'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        ];
        const { certificate: ca, settings } = stage.app;
        const answer = await rawTls({ port: settings.port, ca }, `${handshake.join('\r\n')}\r\n\r\n`);
        expect(answer).toMatch(/^HTTP\/1\.1 502 [^]*upstream_upgrade_refused/);
        expect([await shown(), asked.length]).toEqual(['Bearer fresh-2', 2]);
      });

      it('are exchanged once, however many requests are refused together', async () => {
        refused = (shown) => shown === 'Bearer fresh-1';
        expect(await Promise.all([status(), status(), status(), status()])).toEqual([401, 401, 401, 401]);
        expect([await shown(), asked.length]).toEqual(['Bearer fresh-2', 2]);
      });
    });

    it.each([
      ['10', 8_900, 200],
      [' 10 ', 8_900, 200],
      ['10.5', 9_400, 100],
      [10.5, 9_400, 100],
      [0, 800, 200],
      [-1, 800, 200],
      ['-5', 800, 200],
      [null, 53_900, 200],
      [undefined, 53_900, 200],
      ['soon', 53_900, 200],
      ['1e9', 53_900, 200],
      [true, 53_900, 200],
      [[10], 53_900, 200],
    ])('are exchanged again before the token ends, where expires_in is %j', async (seconds, before, more) => {
      let number = 0;
      serve(() => [200, { access_token: `timed-${++number}`, token_type: 'Bearer', expires_in: seconds }]);
      expect(await shown()).toBe('Bearer timed-1');
      stage.app.clock.advance(before);
      expect(await shown()).toBe('Bearer timed-1');
      stage.app.clock.advance(more);
      expect(await shown()).toBe('Bearer timed-2');
    });

    it('that are being fetched while the connection is changed still serve the request that waits for them', async () => {
      const credentialId = await credential({
        type: 'client_credentials',
        tokenUrl: `${server.url}/token`,
        clientId: 'a',
      });
      const settings = { credentialId, caCertificateId: ca };
      const { connectionId, path: changing } = await behind(settings, server.url);
      let give = () => undefined as unknown;
      const waiting = new Promise<void>((resolve) => {
        server.answer = (_, response) => {
          give = () => response.end(JSON.stringify({ access_token: 'late', token_type: 'Bearer', expires_in: 600 }));
          resolve();
        };
      });
      const answer = stage.call(token, 'GET', changing);
      await waiting;
      const change = { name: 'changed', baseUrl: `${server.url}/new`, ...settings };
      expect((await stage.admin.put(`/connections/${connectionId}`, change)).status).toBe(200);
      await delay(1_200); // until every instance has seen it
      server.answer = UpstreamServer.echo;
      give();
      expect((await answer).body).toMatchObject({ url: '/', headers: { authorization: 'Bearer late' } });
    });

    it.each([
      ['answers without end', (response: ServerResponse) => response.end(`{"access_token":"${'x'.repeat(70_000)}"}`)],
      ['does not answer', () => undefined],
    ])('[55] of a token endpoint that %s are 502', async (_, answer) => {
      server.answer = (__, response) => answer(response);
      const { status, body } = await stage.call(token, 'GET', path);
      expect([status, body.code]).toEqual([502, 'upstream_credential_refused']);
    });

    it('that are refused are 502, and the token endpoint is not asked for every request', async () => {
      serve(() => [401, { error: 'invalid_client' }]);
      const answers = [];
      for (let i = 0; i < 5; i++) answers.push(await stage.call(token, 'GET', path));
      for (const { status, body } of answers) expect([status, body.code]).toEqual([502, 'upstream_credential_refused']);
      expect(asked.length).toBeLessThanOrEqual(2);
      expect(JSON.stringify(answers.map(({ body }) => body))).not.toContain(SECRET);
    });
  });

  describe('TLS', () => {
    it('is checked against the certificate of the connection, and shows its own', async () => {
      const authority = await makeCertificate({ name: 'The CA', isCa: true });
      const own = await makeCertificate({ altNames: LOOPBACK, issuer: authority });
      const client = await makeCertificate({ name: 'gatehouse', issuer: authority });
      const seen: (string | undefined)[] = [];
      const options = { ...own, ca: authority.cert, requestCert: true, rejectUnauthorized: true };
      const server = await UpstreamServer.start((listener) => createTls(options, listener));
      server.answer = (request, response) => {
        seen.push([(request.socket as TLSSocket).getPeerCertificate().subject.CN].flat()[0]);
        response.end('ok');
      };
      const caCertificateId = await made('/certificates', { name: 'authority', certificate: authority.cert });
      const stranger = await makeCertificate({ name: 'Another CA', isCa: true });
      const strangerId = await made('/certificates', { name: 'stranger', certificate: stranger.cert });
      const clientCertificateId = await made('/certificates', {
        name: 'client',
        certificate: client.cert,
        privateKey: client.key,
      });
      const status = async (settings: Record<string, unknown>) => {
        const { path } = await behind(settings, server.url);
        const { status, body } = await stage.call(token, 'GET', path);
        return status === 200 ? 200 : body.code;
      };
      expect(await status({})).toBe('upstream_unreachable');
      expect(await status({ caCertificateId: strangerId, clientCertificateId })).toBe('upstream_unreachable');
      expect(await status({ caCertificateId })).toBe('upstream_unreachable');
      expect(await status({ caCertificateId, clientCertificateId })).toBe(200);
      expect(seen).toEqual(['gatehouse']);
      await server.stop();
    });
  });
});

forEachDialect((dialect) => {
  describe('[52] without a word of the operator', () => {
    let stage: GatewayStage;

    beforeAll(async () => {
      stage = await GatewayStage.start(dialect, { upstreamNetworks: [] });
    });
    afterAll(() => stage.stop());

    it.each(['127.0.0.1', 'localhost', '[::1]', '0.0.0.0', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1'])(
      'an upstream on this machine is refused by the name of %s',
      async (host) => {
        const { port } = new URL(stage.upstream.url);
        const connectionId = await createConnection(stage.admin, `http://${host}:${port}`);
        const { path } = await stage.deployed({ connectionId });
        const { status, body } = await stage.call(await stage.token(), 'GET', path);
        expect([status, body.code]).toEqual([502, 'upstream_not_allowed']);
        expect(stage.upstream.connections).toBe(0);
      },
    );

    it('metadata services and private networks are refused', async () => {
      for (const host of ['169.254.169.254', '10.0.0.1', '192.168.0.1', '[fd00:ec2::254]']) {
        const connectionId = await createConnection(stage.admin, `http://${host}`);
        const { path } = await stage.deployed({ connectionId });
        const { status, body } = await stage.call(await stage.token(), 'GET', path);
        expect([host, status, body.code]).toEqual([host, 502, 'upstream_not_allowed']);
      }
    });
  });
});

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + 5_000;
  while (!(await holds())) if (Date.now() > until) throw new Error('it never came to hold');
}
