import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { connect } from 'node:tls';
import { setTimeout as delay } from 'node:timers/promises';
import { CLAIMING_HEADERS } from '../../../src/shared/protocol/claiming-headers.js';
import { createToken } from '../../support/api-client.js';
import { createConnection } from '../../support/connections.js';
import { forEachDialect } from '../../support/dialects.js';
import { GatewayStage } from '../../support/gateway-stage.js';
import { rawTls } from '../http/raw-request.js';

forEachDialect((dialect) => {
  let stage: GatewayStage;
  let token: string;
  let path: string;

  beforeAll(async () => {
    stage = await GatewayStage.start(dialect);
    token = await stage.token();
    ({ path } = await stage.deployed({ timeoutMs: 1_500 }));
  });
  afterAll(() => stage.stop());
  afterEach(() => {
    stage.upstream.reset();
  });

  const fetch = (method: string, init: Record<string, unknown> = {}, at = path) =>
    stage.app.fetch(at, {
      ...init,
      method,
      headers: { authorization: `Bearer ${token}`, ...(init['headers'] as object | undefined) },
    });
  const raw = (lines: string[], body = '') =>
    rawTls(
      { port: stage.app.settings.port, ca: stage.app.certificate },
      [...lines, `Authorization: Bearer ${token}`, 'Host: localhost', 'Connection: close', '', body].join('\r\n'),
    );
  const codeOf = async (answer: { json(): Promise<unknown> }) => ((await answer.json()) as { code: string }).code;

  const hex = (port: number) => port.toString(16).toUpperCase().padStart(4, '0');

  const until = async (happened: () => boolean) => {
    const end = performance.now() + 20_000;
    while (!happened()) {
      if (performance.now() > end) throw new Error('it did not happen');
      await delay(50);
    }
  };

  describe('what the upstream receives', () => {
    it('is the method, the path below the base, the query and the body, byte for byte', async () => {
      const body = '{"a": 1,  "b":[]}';
      const headers = { 'content-type': 'application/json; charset=utf-8' };
      await fetch('PUT', { body, headers }, `${path}/a%20b/%7Ec?x=%2F&x=1+2&y=`);
      expect(stage.upstream.last).toMatchObject({ method: 'PUT', url: '/base/a%20b/~c?x=%2F&x=1+2&y=', body });
      expect(stage.upstream.last.headers).toMatchObject({
        'content-type': 'application/json; charset=utf-8',
        'content-length': String(body.length),
        host: stage.upstream.url.slice(7),
      });
    });

    it.each([
      ['', '/base/'],
      ['/', '/base/'],
      ['/x', '/base/x'],
      ['/x/', '/base/x/'],
    ])('keeps a slash at the end: %s is %s', async (given, received) => {
      await fetch('GET', {}, path + given);
      expect(stage.upstream.last.url).toBe(received);
    });

    it('holds the path of the proxy where that is not stripped', async () => {
      const { path: kept } = await stage.deployed({ stripPrefix: false });
      await fetch('GET', {}, `${kept}/x`);
      expect(stage.upstream.last.url).toBe(`/base${kept.replace('/gw/default', '')}/x`);
    });

    it('holds no header of the connection, and none that pretends another request', async () => {
      await raw([
        `GET ${path} HTTP/1.1`,
        'Connection: x-hop, X-Auth-User-Id',
        'X-Hop: 1',
        'Keep-Alive: timeout=5',
        'Proxy-Authorization: Basic x',
        'TE: trailers',
        'X-HTTP-Method-Override: DELETE',
        'X_Original_URL: /admin',
        'X-Forwarded-For: 6.6.6.6',
        'X-Forwarded-Host: evil.example',
        'Forwarded: for=6.6.6.6',
        'X-Real-IP: 6.6.6.6',
        'Via: 1.0 evil',
        'X-Stays: yes',
      ]);
      const { headers } = stage.upstream.last;
      expect(
        Object.keys(headers)
          .filter((name) => !name.startsWith('x-auth-'))
          .sort(),
      ).toEqual([
        'connection',
        'forwarded',
        'host',
        'via',
        'x-forwarded-for',
        'x-forwarded-host',
        'x-forwarded-proto',
        'x-request-id',
        'x-stays',
      ]);
      expect(headers).toMatchObject({
        'x-forwarded-for': '127.0.0.1',
        'x-forwarded-host': `localhost:${stage.app.settings.port}`,
        'x-forwarded-proto': 'https',
        forwarded: `for=127.0.0.1;host="localhost:${stage.app.settings.port}";proto=https`,
        via: expect.stringMatching(/^1\.0 evil, 1\.1 gatehouse-[0-9a-f-]{36}$/),
        'x-auth-username': 'admin',
      });
    });

    it('[80] names the host that clients know us by, never the one that a caller says', async () => {
      const ours = new URL(stage.app.settings.publicUrl).host;
      for (const host of ['evil.example', 'localhost', 'a"b'])
        await rawTls(
          { port: stage.app.settings.port, ca: stage.app.certificate },
          [`GET ${path} HTTP/1.1`, `Authorization: Bearer ${token}`, `Host: ${host}`, 'Connection: close', '', ''].join(
            '\r\n',
          ),
        );
      expect(stage.upstream.received).toHaveLength(3);
      for (const { headers } of stage.upstream.received)
        expect([headers['x-forwarded-host'], headers['forwarded']]).toEqual([
          ours,
          `for=127.0.0.1;host="${ours}";proto=https`,
        ]);
    });

    it('[80] holds none of the headers by which a caller could say who or where it is, in no spelling', async () => {
      const names = CLAIMING_HEADERS.flatMap((group) => group.names).map((name) => name.replace('*', 'made-up'));
      const framing = new Set(['connection', 'content-length', 'expect', 'host', 'transfer-encoding', 'upgrade']);
      const sent = names.filter((name) => !framing.has(name) && name !== 'authorization');
      for (const spelled of [
        (name: string) => name,
        (name: string) => name.replaceAll('-', '_'),
        (name: string) => name.replace('-', '_').toUpperCase(),
      ]) {
        for (let at = 0; at < sent.length; at += 40)
          await raw([`GET ${path} HTTP/1.1`, ...sent.slice(at, at + 40).map((name) => `${spelled(name)}: theirs`)]);
      }
      expect(stage.upstream.received).toHaveLength(3 * Math.ceil(sent.length / 40));
      const received = stage.upstream.received.flatMap(({ headers }) => Object.entries(headers));
      expect(received.filter(([, value]) => value === 'theirs')).toEqual([]);
    });

    it('holds the headers that the proxy sets, and not those that it removes', async () => {
      const { path: changed } = await stage.deployed({
        headers: { add: { 'X-Api-Version': '2' }, remove: ['X-Debug', 'Accept'] },
      });
      await fetch('GET', { headers: { 'x-api-version': '1', 'x-debug': 'on', accept: 'a/b' } }, changed);
      const { headers } = stage.upstream.last;
      expect([headers['x-api-version'], headers['x-debug'], headers.accept]).toEqual(['2', undefined, undefined]);
    });

    it('holds no header of the caller under a name that some servers take for one that it may not say', async () => {
      const credential = { name: 'Key', type: 'header', header: 'X-Api-Key', secret: 'ours-4711' };
      const { id: credentialId } = (await stage.admin.post('/credentials', credential)).body as { id: string };
      const connectionId = await createConnection(stage.admin, stage.upstream.url, { credentialId });
      const { path: guarded } = await stage.deployed({
        connectionId,
        headers: {
          add: { 'X-Api-Version': '2', X_Tenant: 'a', X_Api_Key: 'of the proxy' },
          remove: ['X-Debug', 'X_Trace'],
        },
      });
      const theirs = [
        'X_Api_Version',
        'X-Tenant',
        'X_Debug',
        'X-Trace',
        'X_Request_Id',
        'X_Api_Key',
        'X-Hop',
        'X_Auth_User_Id',
      ];
      await raw([`GET ${guarded} HTTP/1.1`, 'Connection: x_hop', ...theirs.map((name) => `${name}: theirs`)]);
      expect(Object.entries(stage.upstream.last.headers).filter(([, value]) => value === 'theirs')).toEqual([]);
      expect(stage.upstream.last.headers).toMatchObject({
        'x-api-version': '2',
        x_tenant: 'a',
        'x-api-key': 'ours-4711',
      });
      expect(stage.upstream.last.headers).not.toHaveProperty('x_api_key');
    });

    it('comes as it is sent: nothing waits for the end of the body', async () => {
      const seen: string[] = [];
      stage.upstream.raw = (request, response) => {
        request.on('data', (chunk: Buffer) => seen.push(chunk.toString()));
        request.on('end', () => response.end('done'));
      };
      const body = async function* () {
        yield Buffer.from('first');
        while (seen.length === 0) await delay(5);
        yield Buffer.from('second');
      };
      const answer = await fetch('POST', { body: body(), duplex: 'half' });
      expect([answer.status, await answer.text(), seen.join(' ')]).toEqual([200, 'done', 'first second']);
    });
  });

  describe.each(['GET', 'HEAD'])('a %s in chunks that hold nothing', (method) => {
    const empty = (lines: string[] = [], end = '0\r\n\r\n') =>
      raw([`${method} ${path} HTTP/1.1`, 'Transfer-Encoding: chunked', ...lines], end);

    it('reaches the upstream as a request without a body', async () => {
      expect(await empty()).toMatch(/^HTTP\/1\.1 200 /);
      expect(stage.upstream.last).toMatchObject({ method, body: '' });
      for (const name of ['transfer-encoding', 'content-length'])
        expect(stage.upstream.last.headers).not.toHaveProperty(name);
    });

    it.each([
      ['an extension of the last chunk', [], '0;a=b\r\n\r\n'],
      ['several zeros', [], '000\r\n\r\n'],
      ['a trailer', ['Trailer: X-Sum'], '0\r\nX-Sum: 1\r\n\r\n'],
      ['a type of nothing', ['Content-Type: application/json'], '0\r\n\r\n'],
    ])('also with %s', async (_, lines, end) => {
      expect(await empty(lines, end)).toMatch(/^HTTP\/1\.1 200 /);
      expect(stage.upstream.last).toMatchObject({ method, body: '' });
    });

    it('also when it waits to be told to continue', async () => {
      expect(await empty(['Expect: 100-continue'])).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /);
    });

    it('is sent once more when the connection broke, as any request without a body', async () => {
      let broken = 0;
      stage.upstream.raw = (request) => {
        broken++;
        stage.upstream.raw = null;
        request.socket.destroy();
      };
      expect(await empty()).toMatch(/^HTTP\/1\.1 200 /);
      expect(broken).toBe(1);
    });
  });

  it('a GET in chunks that waits is cut when its token ends meanwhile, and reaches nobody', async () => {
    const { id, token: ending } = await createToken(stage.admin);
    const { path: slow } = await stage.deployed({ timeoutMs: 20_000 });
    const { port } = stage.app.settings;
    const socket = connect({ port, host: '127.0.0.1', servername: 'localhost', ca: stage.app.certificate });
    await once(socket, 'secureConnect');
    const head = [
      `GET ${slow} HTTP/1.1`,
      'Host: localhost',
      'Transfer-Encoding: chunked',
      `Authorization: Bearer ${ending}`,
    ];
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.write([...head, 'Expect: 100-continue', '', ''].join('\r\n'));
    await until(() => answer.includes(' 100 '));
    await stage.admin.delete(`/tokens/${id}`);
    await until(() => answer.includes(' 401 '));
    socket.destroy();
    expect(stage.upstream.received).toEqual([]);
  });

  describe('what the caller receives', () => {
    it('is the status, the headers and the body of the upstream', async () => {
      stage.upstream.answer = (_, response) => {
        response.writeHead(418, {
          'x-own': 'yes',
          'content-type': 'text/x-tea',
          'cache-control': 'max-age=60',
          'set-cookie': '__Host-gatehouse=stolen',
          'strict-transport-security': 'max-age=0',
          'content-security-policy': 'none',
          'access-control-allow-origin': '*',
          connection: 'x-hop',
          'x-hop': '1',
        });
        response.end('short and stout');
      };
      const answer = await fetch('GET');
      expect([answer.status, await answer.text()]).toEqual([418, 'short and stout']);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'x-own': 'yes',
        'content-type': 'text/x-tea',
        'cache-control': 'max-age=60',
        'content-security-policy': expect.stringContaining("default-src 'none'"),
        'strict-transport-security': 'max-age=63072000',
      });
      for (const name of ['set-cookie', 'x-hop', 'access-control-allow-origin'])
        expect([name, answer.headers.get(name)]).toEqual([name, null]);
    });

    it('comes as it is sent: nothing waits for the end of the body', async () => {
      let goOn = () => {};
      stage.upstream.answer = (_, response) => {
        response.write('first');
        goOn = () => response.end('second');
      };
      const answer = await fetch('GET');
      const reader = answer.body?.getReader();
      expect(Buffer.from((await reader?.read())?.value ?? '').toString()).toBe('first');
      goOn();
      expect(Buffer.from((await reader?.read())?.value ?? '').toString()).toBe('second');
    });

    it('is not to be kept, where it is a refusal of ours', async () => {
      const refusals = [
        await stage.app.fetch(path),
        await stage.app.fetch(path, { headers: { authorization: `Bearer ${token}x` } }),
        await fetch('GET', {}, '/gw/default/nothing-here'),
        await fetch('GET', {}, `${path}/a;b`),
      ];
      expect(refusals.map(({ status, headers }) => [status, headers.get('cache-control')])).toEqual(
        [401, 401, 404, 400].map((status) => [status, 'no-store']),
      );
    });

    it('has no cache-control of ours where the upstream says nothing', async () => {
      expect((await fetch('GET')).headers.get('cache-control')).toBeNull();
    });

    it('of HEAD is the length without the body; 204 and 304 have none', async () => {
      stage.upstream.answer = (request, response) => {
        if (request.method === 'HEAD') response.writeHead(200, { 'content-length': '1234' });
        else response.writeHead(request.url?.endsWith('204') ? 204 : 304, { etag: '"x"' });
        response.end();
      };
      const head = await fetch('HEAD');
      expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '1234', '']);
      expect([(await fetch('GET', {}, `${path}/204`)).status, (await fetch('GET', {}, `${path}/304`)).status]).toEqual([
        204, 304,
      ]);
    });

    it('of OPTIONS is the upstream’s', async () => {
      stage.upstream.answer = (_, response) => response.writeHead(200, { allow: 'GET, PUT' }).end();
      const answer = await fetch('OPTIONS');
      expect([answer.status, answer.headers.get('allow')]).toEqual([200, 'GET, PUT']);
    });

    it('[52] is a redirect, where the upstream sends one: nobody follows it', async () => {
      stage.upstream.answer = (_, response) => {
        response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end();
      };
      const answer = await fetch('GET');
      expect([answer.status, answer.headers.get('location')]).toEqual([302, 'http://169.254.169.254/latest']);
      expect(stage.upstream.received).toHaveLength(1);
    });

    it('is coded as it was: nothing is unpacked', async () => {
      const bytes = Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]);
      stage.upstream.answer = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bytes);
      const answer = await raw([`GET ${path} HTTP/1.1`]);
      expect(answer).toContain('content-encoding: gzip');
      expect(
        answer.endsWith(`\r\n${bytes.toString('latin1')}\r\n0\r\n\r\n`) || answer.endsWith(bytes.toString('latin1')),
      ).toBe(true);
    });

    it('has the trailers that were announced, if the caller takes them', async () => {
      stage.upstream.answer = (_, response) => {
        response.writeHead(200, { trailer: 'X-Sum, Content-Length' });
        response.write('body');
        response.addTrailers({ 'X-Sum': 'abc' });
        response.end();
      };
      const taken = await raw([`GET ${path} HTTP/1.1`, 'TE: trailers']);
      expect(taken.toLowerCase()).toContain('trailer: x-sum\r\n');
      expect(taken).toMatch(/\r\n0\r\nx-sum: abc\r\n\r\n$/i);
      expect(await raw([`GET ${path} HTTP/1.1`])).toMatch(/\r\n0\r\n\r\n$/);
    });
  });

  describe('Expect: 100-continue', () => {
    const head = ['Content-Length: 4', 'Content-Type: text/plain', 'Expect: 100-continue'];

    it('is answered once the request may pass, and before the body is sent', async () => {
      const answer = await raw([`POST ${path} HTTP/1.1`, ...head], 'body');
      expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /);
      expect(stage.upstream.last).toMatchObject({ body: 'body' });
      expect(stage.upstream.last.headers.expect).toBeUndefined();
    });

    it('is answered with the refusal, where there is one', async () => {
      const answer = await raw([`POST /gw/default/nowhere HTTP/1.1`, ...head]);
      expect(answer).toMatch(/^HTTP\/1\.1 404 /);
      expect(answer).not.toContain('100 Continue');
    });

    it('still works outside the gateway', async () => {
      const answer = await raw([`POST /api/v1/tokens HTTP/1.1`, ...head], 'body');
      expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 415 /);
    });
  });

  describe('trouble with the upstream', () => {
    it('that is not there is 502, with or without a body', async () => {
      const connectionId = await createConnection(stage.admin, 'http://127.0.0.1:9');
      const dead = await stage.deployed({ connectionId });
      for (const init of [{}, { method: 'POST', body: 'x'.repeat(50_000) }]) {
        const answer = await fetch('method' in init ? init.method : 'GET', init, dead.path);
        expect([answer.status, await codeOf(answer)]).toEqual([502, 'upstream_unreachable']);
      }
    });

    it('that has no name is 502', async () => {
      const connectionId = await createConnection(stage.admin, 'http://nowhere.invalid');
      const answer = await fetch('GET', {}, (await stage.deployed({ connectionId })).path);
      expect([answer.status, await codeOf(answer)]).toEqual([502, 'upstream_unreachable']);
    });

    it('that takes a connection and never says who it is, is 504 in the time of the proxy', async () => {
      const silent = createServer((socket) => socket.on('error', () => undefined));
      await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
      const { port } = silent.address() as AddressInfo;
      const connectionId = await createConnection(stage.admin, `https://127.0.0.1:${port}`);
      const { path: slow } = await stage.deployed({ connectionId, timeoutMs: 200 });
      const started = performance.now();
      for (const init of [{}, { body: 'x' }]) {
        const answer = await fetch('body' in init ? 'POST' : 'GET', init, slow);
        expect([answer.status, await codeOf(answer)]).toEqual([504, 'upstream_timeout']);
      }
      // a connection alone may take 10 s
      expect(performance.now() - started).toBeLessThan(8_000);
      silent.close();
    });

    it('that does not begin to answer is 504, and does not get the request twice', async () => {
      const { path: slow } = await stage.deployed({ timeoutMs: 200 });
      stage.upstream.answer = () => undefined;
      for (const init of [{}, { body: 'x' }]) {
        const answer = await fetch('body' in init ? 'POST' : 'GET', init, slow);
        expect([answer.status, await codeOf(answer)]).toEqual([504, 'upstream_timeout']);
      }
      expect(stage.upstream.received).toHaveLength(2);
    });

    it('that dies in the middle of its answer ends the caller’s connection: no end is pretended', async () => {
      for (const headers of [{ 'content-length': '100' }, {}]) {
        stage.upstream.answer = (request, response) => {
          response.writeHead(200, headers);
          response.write('half');
          setTimeout(() => request.socket.destroy(), 50);
        };
        const answer = await fetch('GET');
        expect(answer.status).toBe(200);
        await expect(answer.text()).rejects.toThrow();
      }
    });

    it('that falls silent in the middle ends it too', async () => {
      const { path: slow } = await stage.deployed({ timeoutMs: 1_000 });
      stage.upstream.answer = (_, response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('half');
      };
      const answer = await fetch('GET', {}, slow);
      await expect(answer.text()).rejects.toThrow();
    });

    it('[55] nor does a caller hold an answer that it does not take: both connections are closed', async () => {
      let atUpstream: Socket | undefined;
      stage.upstream.answer = (request, response) => {
        atUpstream = request.socket;
        response.on('error', () => undefined);
        const chunk = Buffer.alloc(65_536);
        const fill = () => {
          while (response.write(chunk));
          response.once('drain', fill);
        };
        fill();
      };
      const { port } = stage.app.settings;
      const caller = connect({ host: '127.0.0.1', servername: 'localhost', port, ca: stage.app.certificate });
      caller.on('error', () => undefined);
      caller.pause();
      caller.write(`GET ${path} HTTP/1.1\r\nAuthorization: Bearer ${token}\r\nHost: localhost\r\n\r\n`);
      await until(() => atUpstream !== undefined);
      await until(() => atUpstream?.destroyed === true);
      caller.destroy();
    });

    it('that answers nonsense is 502', async () => {
      const server = createServer((socket) => socket.on('error', () => undefined).end('not HTTP at all\r\n\r\n'));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const connectionId = await createConnection(
        stage.admin,
        `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      );
      const answer = await fetch('GET', {}, (await stage.deployed({ connectionId })).path);
      expect([answer.status, await codeOf(answer)]).toEqual([502, 'upstream_unreachable']);
      server.close();
    });

    it('whose connection breaks before an answer is asked once more, where that is harmless', async () => {
      const broken = () => {
        let count = 0;
        stage.upstream.reset();
        stage.upstream.answer = (request, response) => {
          count++;
          if (count === 1) request.socket.destroy();
          else response.end('well');
        };
      };
      const outcome = async (method: string, init = {}) => {
        broken();
        return [method, (await fetch(method, init)).status, stage.upstream.received.length];
      };
      for (const method of ['GET', 'HEAD', 'OPTIONS', 'DELETE'])
        expect(await outcome(method)).toEqual([method, 200, 2]);
      for (const method of ['POST', 'PATCH']) expect(await outcome(method)).toEqual([method, 502, 1]);
      expect(await outcome('PUT', { body: 'x' })).toEqual(['PUT', 502, 1]);
    });

    it('whose connection breaks again is not asked a third time', async () => {
      stage.upstream.answer = (request) => request.socket.destroy();
      const answer = await fetch('GET');
      expect([answer.status, await codeOf(answer)]).toEqual([502, 'upstream_unreachable']);
      expect(stage.upstream.received).toHaveLength(2);
    });

    it('that leads back to the proxy is 502, once around', async () => {
      const { origin } = new URL(stage.app.settings.publicUrl);
      const certificate = { name: 'Of the service', certificate: stage.app.certificate };
      const ca = (await stage.admin.post('/certificates', certificate)).body as { id: string };
      const own = (await stage.admin.post('/credentials', { name: 'Own', type: 'bearer', secret: token })).body;
      const itself = { caCertificateId: ca.id, credentialId: own.id };
      const connectionId = await createConnection(stage.admin, `${origin}/gw/default/loop`, itself);
      const { path: loop } = await stage.deployed({ connectionId, path: '/loop' });
      const answer = await fetch('GET', {}, `${loop}/x`);
      expect([answer.status, await codeOf(answer)]).toEqual([502, 'upstream_loop']);
    });

    it('is told through which proxies the request came', async () => {
      await fetch('GET', { headers: { via: '1.0 fred' } });
      expect(stage.upstream.last.headers.via).toMatch(/^1\.0 fred, 1\.1 gatehouse-[0-9a-f-]{36}$/);
    });

    it('is passed on as it is when it is an answer: a 503 is not asked again', async () => {
      stage.upstream.answer = (_, response) => response.writeHead(503, { 'retry-after': '7' }).end('down');
      const answer = await fetch('GET');
      expect([answer.status, await answer.text(), answer.headers.get('retry-after')]).toEqual([503, 'down', '7']);
      expect(stage.upstream.received).toHaveLength(1);
    });

    it('a caller that goes away takes its request to the upstream along', async () => {
      const gone = new Promise<void>((resolve) => {
        stage.upstream.raw = (request) => {
          request.socket.once('close', () => {
            resolve();
          });
        };
      });
      const { path: slow } = await stage.deployed({ timeoutMs: 60_000 });
      const abort = new AbortController();
      const call = fetch('GET', { signal: abort.signal }, slow);
      while (stage.upstream.received.length === 0) await delay(10);
      abort.abort();
      await expect(call).rejects.toThrow();
      await gone;
    });
  });

  describe('connections', () => {
    it('[55] are closed behind a body that nobody has read', async () => {
      const head = (auth: string) => [
        `POST ${path} HTTP/1.1`,
        `Authorization: Bearer ${auth}`,
        'Host: localhost',
        'Content-Length: 9',
        '',
        '',
      ];
      const tls = { port: stage.app.settings.port, ca: stage.app.certificate };
      // rawTls waits for the server to close
      const answer = await rawTls(tls, head('nobody').join('\r\n'));
      expect(answer).toMatch(/^HTTP\/1\.1 401 [^]*\r\nconnection: close\r\n/i);
    });

    // elsewhere nothing says which timer of a connection runs
    (process.platform === 'linux' ? it : it.skip)(
      '[55] whose peer is silent are asked whether it is there',
      async () => {
        const { port } = stage.app.settings;
        const socket = connect({ port, host: '127.0.0.1', ca: stage.app.certificate, servername: 'localhost' });
        await once(socket, 'secureConnect');
        await once(socket, 'session');
        // proc(5): local and remote address, state, queues, and the timer: 2 is that of keep-alive
        const ours = new RegExp(`:${hex(port)} [0-9A-F]{8}:${hex(socket.localPort ?? 0)} 01 \\S+ (\\d\\d):`);
        await until(() => ours.exec(readFileSync('/proc/net/tcp', 'utf8'))?.[1] === '02');
        socket.destroy();
      },
    );

    it('to the upstream are kept and used again', async () => {
      for (let i = 0; i < 5; i++) await (await fetch('GET')).text();
      const before = stage.upstream.connections;
      for (let i = 0; i < 20; i++) await (await fetch('GET')).text();
      expect(stage.upstream.connections).toBe(before);
    });
  });

  describe('requests that can be read in more than one way are refused, and the upstream hears nothing', () => {
    it.each([
      ['an encoded slash', '/a%2f..%2fadmin'],
      ['dots', '/a/../admin'],
      ['encoded dots', '/%2e%2e/admin'],
      ['dots encoded twice', '/%252e%252e/admin'],
      ['an empty segment', '//admin'],
      ['a semicolon', '/admin;x'],
      ['a backslash', '/a\\..\\admin'],
      ['an encoded NUL', '/a%00'],
      ['bad UTF-8', '/%c0%ae'],
      ['bad encoding', '/%zz'],
      ['a fragment', '/a#b'],
    ])('%s', async (_, suffix) => {
      const answer = await raw([`GET ${path}${suffix} HTTP/1.1`]);
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(stage.upstream.received).toEqual([]);
    });

    it('an absolute request target', async () => {
      expect(await raw([`GET https://localhost${path} HTTP/1.1`])).toMatch(/^HTTP\/1\.1 400 /);
      expect(await raw([`GET http://127.0.0.1:1${path} HTTP/1.1`])).toMatch(/^HTTP\/1\.1 400 /);
      expect(stage.upstream.received).toEqual([]);
    });

    it.each([
      ['a length and chunks', ['Content-Length: 4', 'Transfer-Encoding: chunked'], '0\r\n\r\n'],
      ['two lengths', ['Content-Length: 4', 'Content-Length: 5'], 'body'],
      ['a length that is none', ['Content-Length: +4'], 'body'],
      ['chunks by another name', ['Transfer-Encoding: xchunked'], '0\r\n\r\n'],
      ['chunks that are coded otherwise too', ['Transfer-Encoding: gzip, chunked'], '0\r\n\r\n'],
      ['chunks twice', ['Transfer-Encoding: chunked', 'Transfer-Encoding: identity'], '0\r\n\r\n'],
      ['two hosts', ['Host: other', 'Content-Length: 0'], ''],
      ['a bare line feed', ['X-A: b\nX-C: d'], ''],
      ['a header over two lines', ['X-A: b\r\n c'], ''],
      ['a blank before the colon', ['Content-Length : 4'], 'body'],
    ])('%s', async (_, headers, body) => {
      const answer = await raw([`POST ${path} HTTP/1.1`, ...headers], body);
      expect(answer).toMatch(/^HTTP\/1\.1 (?:400|501) /);
      expect(stage.upstream.received).toEqual([]);
    });

    it.each([
      ['a length', 'GET', 'Content-Length: 4', 'body'],
      ['a length', 'HEAD', 'Content-Length: 4', 'body'],
      ['chunks', 'GET', 'Transfer-Encoding: chunked', '4\r\nbody\r\n0\r\n\r\n'],
      ['chunks', 'HEAD', 'Transfer-Encoding: chunked', '4\r\nbody\r\n0\r\n\r\n'],
      ['chunks without an end', 'GET', 'Transfer-Encoding: chunked', '4\r\nbody\r\n'],
    ])('a body where there should be none, in %s of a %s', async (_, method, framing, body) => {
      const answer = await raw([`${method} ${path} HTTP/1.1`, framing], body);
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      if (method === 'GET') expect(answer).toContain('"code":"invalid_request"');
      expect(stage.upstream.received).toEqual([]);
    });

    it('[55] chunks of a GET that do not begin to end: they have the time of the proxy too', async () => {
      const answer = await raw([`GET ${path} HTTP/1.1`, 'Transfer-Encoding: chunked']);
      expect(answer).toMatch(/^HTTP\/1\.1 504 [^]*connection: close/i);
      expect(stage.upstream.received).toEqual([]);
    });

    it('[55] a body that does not end has the time of the proxy, and then its connection is closed', async () => {
      const answer = await raw([`POST ${path} HTTP/1.1`, 'Content-Length: 100'], 'slow');
      expect(answer).toMatch(/^HTTP\/1\.1 504 [^]*connection: close/i);
      expect(stage.upstream.received).toEqual([]);
    });

    it('[55] headers without end', async () => {
      const answer = await raw([`GET ${path} HTTP/1.1`, `X-Long: ${'x'.repeat(20_000)}`]);
      expect(answer).toMatch(/^HTTP\/1\.1 431 /);
      expect(stage.upstream.received).toEqual([]);
    });
  });

  it('TRACE is refused', async () => {
    expect(await raw([`TRACE ${path} HTTP/1.1`])).toMatch(/^HTTP\/1\.1 405 /);
  });
});
