import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer as createTls } from 'node:https';
import type { Duplex } from 'node:stream';
import { createPerson, type ApiClient } from '../../support/api-client.js';
import { auditOf } from '../../support/audit-log.js';
import { makeCertificate } from '../../support/certificates.js';
import { createConnection } from '../../support/connections.js';
import { eventually } from '../../support/eventually.js';
import { forEachDialect } from '../../support/dialects.js';
import { GatewayStage } from '../../support/gateway-stage.js';
import { UpstreamServer } from '../../support/upstream-server.js';
import { rawTls } from '../http/raw-request.js';

const PLAIN = 'sk-live_4711/abc+def==x';

forEachDialect((dialect) => {
  let stage: GatewayStage;
  let token: string;
  let elsewhere: UpstreamServer;
  let keeper: ApiClient;
  let count = 0;

  beforeAll(async () => {
    stage = await GatewayStage.start(dialect);
    token = await stage.token();
    elsewhere = await UpstreamServer.start();
    keeper = (await createPerson(stage.app, 'keeper', ['ROLE_API_SECURITY'])).session;
  });
  afterAll(async () => {
    await elsewhere.stop();
    await stage.stop();
  });
  beforeEach(() => {
    count++;
  });
  afterEach(() => {
    stage.upstream.reset();
    elsewhere.reset();
  });

  const credential = async (settings: object = {}, by = stage.admin) => {
    const body = { name: `s${++count}`, type: 'query', parameter: 'api_key', secret: PLAIN, ...settings };
    const answer = await by.post('/credentials', body);
    expect([answer.status, answer.body]).toEqual([201, answer.body]);
    return answer.body as { id: string; name: string; origins: string[] };
  };
  const behind = async (settings: Record<string, unknown>, url = stage.upstream.url) => {
    const connectionId = await createConnection(stage.admin, url, settings);
    return { connectionId, ...(await stage.deployed({ connectionId })) };
  };
  const connectionBody = async (id: string, changes: object) => {
    const { name, baseUrl, credentialId } = (await stage.admin.get(`/connections/${id}`)).body as Record<
      string,
      string
    >;
    return { name, baseUrl, credentialId, ...changes };
  };
  const tokenServer = async () => {
    const pair = await makeCertificate({ altNames: [{ type: 7, ip: '127.0.0.1' }] });
    const login = await UpstreamServer.start((listener) => createTls({ ...pair }, listener));
    const certificate = { name: `ca${++count}`, certificate: pair.cert };
    return Object.assign(login, { ca: (await stage.admin.post('/certificates', certificate)).body.id as string });
  };
  /** A proxy that leads to this server, with a token of its own. */
  const throughTokens = async (login: UpstreamServer & { ca: string }) => {
    const oauth = { type: 'client_credentials', tokenUrl: `${login.url}/token`, clientId: 'x', parameter: null };
    const { id: credentialId } = await credential({ ...oauth, origins: [login.url] });
    return behind({ credentialId, caCertificateId: login.ca }, login.url);
  };
  const needsSecret = { status: 400, body: { code: 'validation_failed', errors: [{ path: 'credentialSecret' }] } };

  describe('[78] a credential is sent to its origins and nowhere else', () => {
    it('security:write alone does not move its connection to another host, port or scheme', async () => {
      const { id: credentialId } = await credential({ origins: [stage.upstream.url] });
      const { connectionId, path } = await behind({ credentialId });
      const port = new URL(stage.upstream.url).port;
      for (const baseUrl of [elsewhere.url, `https://127.0.0.1:${port}`, `http://localhost:${port}`])
        for (const by of [stage.admin, keeper])
          expect(
            await by.put(`/connections/${connectionId}`, await connectionBody(connectionId, { baseUrl })),
          ).toMatchObject(needsSecret);
      expect(
        await keeper.post('/connections', { name: `x${count}`, baseUrl: elsewhere.url, credentialId }),
      ).toMatchObject(needsSecret);
      // another path of the same origin is where it was given for
      const moved = await connectionBody(connectionId, { baseUrl: `${stage.upstream.url}/v3` });
      expect((await keeper.put(`/connections/${connectionId}`, moved)).status).toBe(200);
      await stage.call(token, 'GET', path);
      expect(stage.upstream.last.url).toContain('api_key=');
      expect(elsewhere.received).toEqual([]);
    });

    it('who knows the secret moves it, in one request, and the credential says where it may go now', async () => {
      const { id: credentialId } = await credential({ origins: [stage.upstream.url] });
      const { connectionId, path } = await behind({ credentialId });
      const body = await connectionBody(connectionId, { baseUrl: elsewhere.url });
      const wrong = await keeper.put(`/connections/${connectionId}`, { ...body, credentialSecret: `${PLAIN}x` });
      expect(wrong).toMatchObject(needsSecret);
      expect(JSON.stringify(wrong.body)).not.toContain(PLAIN);
      expect(await auditOf(stage.app, wrong)).toMatchObject([
        { action: 'credential.updated', outcome: 'denied', reason: 'wrong_secret', subjectId: credentialId },
      ]);
      const moved = await keeper.put(`/connections/${connectionId}`, { ...body, credentialSecret: PLAIN });
      expect([moved.status, JSON.stringify(moved.body).includes(PLAIN)]).toEqual([200, false]);
      const origins = [stage.upstream.url, elsewhere.url];
      expect((await keeper.get(`/credentials/${credentialId}`)).body.origins).toEqual(origins);
      const events = await auditOf(stage.app, moved);
      expect(events).toContainEqual(expect.objectContaining({ action: 'credential.updated', subjectId: credentialId }));
      expect(JSON.stringify(events)).not.toContain(PLAIN);
      await eventually(async () => {
        await stage.call(token, 'GET', path);
        return elsewhere.received.some(({ url }) => url.includes('api_key='));
      }, true);
    });

    it('a secret is not guessed so: after ten wrong ones it is 429', async () => {
      const { id: credentialId } = await credential({ origins: [stage.upstream.url] });
      const guess = (credentialSecret: string) =>
        keeper.post('/connections', { name: `g${count}`, baseUrl: elsewhere.url, credentialId, credentialSecret });
      const statuses = [];
      for (let i = 0; i < 11; i++) statuses.push((await guess(`wrong-guess-${i}`)).status);
      expect(statuses).toEqual([...Array<number>(10).fill(400), 429]);
      expect((await guess(PLAIN)).status).toBe(429);
      stage.app.clock.advance({ minutes: 16 });
    });

    it('one that names no origin is bound by the first connection that who gave the secret makes, and by nobody else', async () => {
      const { id: credentialId, origins } = await credential();
      expect(origins).toEqual([]);
      const at = (baseUrl: string) => ({ name: `f${++count}`, baseUrl, credentialId });
      expect(await keeper.post('/connections', at(elsewhere.url))).toMatchObject(needsSecret);
      expect((await stage.admin.post('/connections', at(`${stage.upstream.url}/a`))).status).toBe(201);
      expect((await stage.admin.get(`/credentials/${credentialId}`)).body.origins).toEqual([stage.upstream.url]);
      expect(await stage.admin.post('/connections', at(elsewhere.url))).toMatchObject(needsSecret);
      expect((await keeper.post('/connections', at(`${stage.upstream.url}/b`))).status).toBe(201);
    });

    it('nor later than an hour after the secret was given', async () => {
      const { id: credentialId, name } = await credential();
      stage.app.clock.advance({ minutes: 60 });
      const at = () => ({ name: `l${++count}`, baseUrl: stage.upstream.url, credentialId });
      expect(await stage.admin.post('/connections', at())).toMatchObject(needsSecret);
      const again = { name, type: 'query', parameter: 'api_key', secret: PLAIN };
      expect((await stage.admin.put(`/credentials/${credentialId}`, again)).status).toBe(200);
      expect((await stage.admin.post('/connections', at())).status).toBe(201);
    });

    it('nor does the gateway send it where it is not bound any more', async () => {
      const { id, name } = await credential({ origins: [stage.upstream.url] });
      const { path } = await behind({ credentialId: id });
      expect((await stage.call(token, 'GET', path)).status).toBe(200);
      const body = { name, type: 'query', parameter: 'api_key', origins: [elsewhere.url] };
      expect(await stage.admin.put(`/credentials/${id}`, body)).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'secret' }] },
      });
      expect((await stage.admin.put(`/credentials/${id}`, { ...body, secret: PLAIN })).status).toBe(200);
      stage.upstream.reset();
      const end = performance.now() + 5_000;
      let answer = await stage.call(token, 'GET', path);
      while (answer.status === 200 && performance.now() < end) answer = await stage.call(token, 'GET', path);
      expect([answer.status, answer.body.code]).toEqual([502, 'upstream_credential_not_bound']);
      expect(elsewhere.received).toEqual([]);
    });

    it('a token that was fetched with it neither', async () => {
      const login = await tokenServer();
      const oauth = { type: 'client_credentials', tokenUrl: `${login.url}/token`, clientId: 'x', parameter: null };
      const { id: credentialId, origins } = await credential({ ...oauth, origins: [stage.upstream.url] });
      expect(origins).toEqual([stage.upstream.url, login.url]);
      const body = { name: `t${++count}`, baseUrl: elsewhere.url, credentialId };
      expect(await stage.admin.post('/connections', body)).toMatchObject(needsSecret);
      await login.stop();
    });

    it('a redirect of its token endpoint is not followed', async () => {
      const login = await tokenServer();
      login.answer = (_, response) => response.writeHead(307, { location: `${elsewhere.url}/token` }).end();
      const answer = await stage.call(token, 'GET', (await throughTokens(login)).path);
      expect([answer.status, answer.body.code]).toEqual([502, 'upstream_credential_refused']);
      expect([login.received.length, elsewhere.received]).toEqual([1, []]);
      await login.stop();
    });

    it('an answer of its token endpoint that is no JSON is in no log', async () => {
      const login = await tokenServer();
      login.answer = (_, response) => response.end('tok-4711-0815');
      expect((await stage.call(token, 'GET', (await throughTokens(login)).path)).status).toBe(502);
      expect(stage.app.logLines.join('')).not.toContain('tok-4711');
      await login.stop();
    });
  });

  describe('[78] an answer never carries it back', () => {
    const encodings: [string, (secret: string) => string][] = [
      ['as it is', (secret) => secret],
      ['percent-encoded', (secret) => encodeURIComponent(secret)],
      ['in base64', (secret) => Buffer.from(`x:${secret}`).toString('base64')],
    ];
    const echoing = (value: string) => {
      stage.upstream.answer = (_, response) => {
        response.writeHead(302, {
          location: `https://login.example/?next=${value}`,
          link: [`<https://x.example/?k=${value}>; rel="next"`, '<https://x.example/?page=2>; rel="last"'],
          'x-debug': value,
          'x-stays': 'yes',
          'content-type': 'text/plain',
          trailer: 'X-Sum, X-Stays-Too',
        });
        response.write('body');
        response.addTrailers({ 'X-Sum': value, 'X-Stays-Too': 'yes' });
        response.end();
      };
    };
    const answered = (path: string) =>
      rawTls(
        { port: stage.app.settings.port, ca: stage.app.certificate },
        [
          `GET ${path} HTTP/1.1`,
          `Authorization: Bearer ${token}`,
          'Host: localhost',
          'TE: trailers',
          'Connection: close',
        ]
          .concat('', '')
          .join('\r\n'),
      );

    it.each([
      ['query', { type: 'query', parameter: 'api_key' }],
      ['basic', { type: 'basic', username: 'gate', parameter: null }],
      ['bearer', { type: 'bearer', parameter: null }],
      ['header', { type: 'header', header: 'X-Api-Key', parameter: null }],
    ])('whose type is %s', async (_, settings) => {
      const { path } = await behind({ credentialId: (await credential(settings)).id });
      for (const [, encoded] of encodings) {
        echoing(encoded(PLAIN));
        const answer = await answered(path);
        expect(answer).toMatch(/^HTTP\/1\.1 302 /);
        expect(answer).not.toContain(encoded(PLAIN));
        expect(answer).toContain('x-stays: yes');
        expect(answer).toContain('?page=2');
        expect(answer.toLowerCase()).toContain('x-stays-too: yes');
        expect(answer).not.toMatch(/location:|x-debug/i);
      }
    });

    it('whose token was fetched', async () => {
      const login = await tokenServer();
      login.answer = (request, response, body) => {
        if (request.url !== '/token') stage.upstream.answer(request, response, body);
        else response.end(JSON.stringify({ access_token: 'tok-4711-0815', token_type: 'Bearer' }));
      };
      const { path } = await throughTokens(login);
      for (const secret of ['tok-4711-0815', PLAIN])
        for (const [, encoded] of encodings) {
          echoing(encoded(secret));
          const answer = await answered(path);
          expect([answer.slice(0, 12), answer.includes(encoded(secret))]).toEqual(['HTTP/1.1 302', false]);
        }
      await login.stop();
    });

    it('nor does the handshake of a WebSocket', async () => {
      const { path } = await behind({ credentialId: (await credential()).id });
      stage.upstream.server.once('upgrade', (_, socket: Duplex) => {
        socket.end(
          'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
            `Sec-WebSocket-Protocol: ${PLAIN}\r\nSec-WebSocket-Accept: x\r\n\r\n`,
        );
      });
      const lines = [
        'Upgrade: websocket',
        'Connection: Upgrade',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Key: eA==',
      ];
      const answer = await rawTls(
        { port: stage.app.settings.port, ca: stage.app.certificate },
        [`GET ${path} HTTP/1.1`, `Authorization: Bearer ${token}`, 'Host: localhost', ...lines, '', ''].join('\r\n'),
      );
      expect(answer).toMatch(/^HTTP\/1\.1 101 /);
      expect(answer).toContain('sec-websocket-accept: x');
      expect(answer).not.toContain(PLAIN);
    });
  });
});
