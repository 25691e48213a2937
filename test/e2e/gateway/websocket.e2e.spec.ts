import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AddressInfo, createServer } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { connect, type Server, type TLSSocket } from 'node:tls';
import { createConnection } from '../../support/connections.js';
import { forEachDialect } from '../../support/dialects.js';
import { GatewayStage } from '../../support/gateway-stage.js';
import { rawTls } from '../http/raw-request.js';

const HANDSHAKE = [
  'Host: localhost',
  'Connection: keep-alive, Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  'Sec-WebSocket-Protocol: chat',
];

forEachDialect((dialect) => {
  let stage: GatewayStage;
  let path: string;
  let reader: string;
  let writer: string;
  const atUpstream: { headers: Record<string, unknown>; socket: Duplex }[] = [];

  beforeAll(async () => {
    stage = await GatewayStage.start(dialect);
    [reader, writer] = [await stage.token(['orders:read']), await stage.token(['orders:write'])];
    ({ path } = await stage.deployed({ routes: [{ methods: ['GET'], path: '/chat/*', scopes: ['orders:read'] }] }));
    stage.upstream.server.on('upgrade', (request, socket: Duplex, head: Buffer) => {
      atUpstream.push({ headers: { ...request.headers, url: request.url }, socket });
      socket.write(
        'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
          'Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\nSec-WebSocket-Protocol: chat\r\nX-Other: no\r\n\r\n',
      );
      if (head.length > 0) socket.write(head);
      socket.on('error', () => undefined);
      socket.pipe(socket);
    });
  });
  afterAll(() => stage.stop());

  const lines = (token: string | null, at = `${path}/chat/room`) =>
    [`GET ${at} HTTP/1.1`, ...(token === null ? [] : [`Authorization: Bearer ${token}`]), ...HANDSHAKE, '', ''].join(
      '\r\n',
    );
  const port = () => ({ port: stage.app.settings.port, ca: stage.app.certificate });

  const open = async (early = ''): Promise<{ socket: TLSSocket; read: (length: number) => Promise<string> }> => {
    const socket = connect({ host: '127.0.0.1', servername: 'localhost', ...port() });
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
    socket.on('error', () => undefined);
    socket.write(lines(reader) + early);
    const read = async (length: number) => {
      while (text.length < length) await new Promise((resolve) => socket.once('data', resolve));
      const taken = text.slice(0, length);
      text = text.slice(length);
      return taken;
    };
    let head = '';
    while (!head.endsWith('\r\n\r\n')) head += await read(1);
    expect(head).toMatch(/^HTTP\/1\.1 101 /);
    expect(head).toContain('sec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=');
    expect(head).toContain('sec-websocket-protocol: chat');
    expect(head).not.toMatch(/x-other/i);
    return { socket, read };
  };

  describe('a WebSocket', () => {
    it('is 504 in the time of the proxy, when the upstream takes a connection and never says who it is', async () => {
      const silent = createServer((socket) => socket.on('error', () => undefined));
      await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
      const { port: silentPort } = silent.address() as AddressInfo;
      const connectionId = await createConnection(stage.admin, `https://127.0.0.1:${silentPort}`);
      const routes = [{ methods: ['GET'], path: '/chat/*', scopes: ['orders:read'] }];
      const slow = await stage.deployed({ connectionId, timeoutMs: 200, routes });
      const started = performance.now();
      expect(await rawTls(port(), lines(reader, `${slow.path}/chat/room`))).toMatch(/^HTTP\/1\.1 504 /);
      expect(performance.now() - started).toBeLessThan(8_000); // a connection alone may take 10 s
      silent.close();
    });

    it('is let through after the same checks, and bytes go both ways', async () => {
      const { socket, read } = await open();
      for (const text of ['first', 'second']) {
        socket.write(text);
        expect(await read(text.length)).toBe(text);
      }
      expect(atUpstream.at(-1)?.headers).toMatchObject({
        url: '/base/chat/room',
        upgrade: 'websocket',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        'x-auth-scopes': 'orders:read',
        'x-auth-assertion': expect.stringMatching(/^eyJ/),
      });
      expect(atUpstream.at(-1)?.headers['authorization']).toBeUndefined();
      socket.destroy();
    });

    it('loses nothing that is sent right behind the request', async () => {
      const { socket, read } = await open('early');
      expect(await read(5)).toBe('early');
      socket.destroy();
    });

    it('ends on one side when it ends on the other', async () => {
      const first = await open();
      const ended = new Promise((resolve) => first.socket.once('close', resolve));
      atUpstream.at(-1)?.socket.destroy();
      await ended;
      const second = await open();
      const upstreamEnded = new Promise((resolve) => atUpstream.at(-1)?.socket.once('close', resolve));
      second.socket.destroy();
      await upstreamEnded;
    });

    it('is refused like any other request, and the upstream hears nothing', async () => {
      const before = atUpstream.length;
      for (const [status, token, at] of [
        [401, null, undefined],
        [401, 'gth_pat_x', undefined],
        [403, writer, undefined],
        [403, reader, `${path}/other`],
        [404, reader, '/gw/default/nowhere'],
        [400, reader, `${path}/chat/..%2fx`],
      ] as const) {
        const answer = await rawTls(port(), lines(token, at));
        expect([status, answer.slice(0, 12)]).toEqual([status, `HTTP/1.1 ${status}`]);
        expect(answer).toContain('application/problem+json');
      }
      expect(atUpstream).toHaveLength(before);
    });

    it('begins with GET: what a rule allows with another method reaches the upstream with that one', async () => {
      const { path: posts } = await stage.deployed({ routes: [{ methods: ['POST'], path: '/*', scopes: [] }] });
      const before = atUpstream.length;
      const answer = await rawTls(port(), lines(reader, posts).replace('GET', 'POST'));
      expect(answer).toMatch(/^HTTP\/1\.1 200 /);
      expect([atUpstream.length - before, stage.upstream.last.method]).toEqual([0, 'POST']);
    });

    it('that the upstream does not want is 502', async () => {
      const listeners = stage.upstream.server.listeners('upgrade');
      stage.upstream.server.removeAllListeners('upgrade');
      expect(await rawTls(port(), lines(reader))).toMatch(/^HTTP\/1\.1 502 [^]*upstream_upgrade_refused/);
      for (const listener of listeners) stage.upstream.server.on('upgrade', listener as never);
    });
  });

  it('an Upgrade outside the gateway, or to something else, is an ordinary request', async () => {
    const health = await rawTls(port(), `GET /health/live HTTP/1.1\r\n${HANDSHAKE.join('\r\n')}\r\n\r\n`);
    expect(health).toMatch(/^HTTP\/1\.1 200 /);
    const h2c = `GET ${path}/chat/x HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${reader}\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n`;
    expect(await rawTls(port(), h2c)).toMatch(/^HTTP\/1\.1 200 /);
    const withBody = `POST ${path}/chat/x HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: h2c\r\nContent-Length: 1\r\n\r\nx`;
    expect(await rawTls(port(), withBody)).toMatch(/^HTTP\/1\.1 400 /);
  });

  it.each([
    ['an Upgrade that is refused', () => lines(null)],
    [
      'an Upgrade with a body',
      () => lines(reader).replace('Upgrade: websocket', 'Upgrade: websocket\r\nContent-Length: 1'),
    ],
    ['what is no HTTP', () => 'nonsense\r\n\r\n'],
  ])('%s does not leave its connection open, though the caller does', async (_, request) => {
    const served = new Promise<Duplex>((resolve) => {
      (stage.app.app.getHttpServer() as unknown as Server).once('secureConnection', resolve);
    });
    const options = { host: '127.0.0.1', servername: 'localhost', allowHalfOpen: true, ...port() };
    const caller = connect(options);
    caller.on('error', () => undefined).resume();
    caller.write(request());
    const atService = await served;
    const end = performance.now() + 5_000;
    while (!atService.destroyed) {
      if (performance.now() > end) throw new Error('it stays open');
      await delay(50);
    }
    caller.destroy();
  });

  it('an open one does not keep the service from stopping', async () => {
    const other = await GatewayStage.start(dialect);
    const proxy = await other.deployed();
    other.upstream.server.on('upgrade', (_, socket: Duplex) => {
      socket.on('error', () => undefined).on('end', () => socket.end());
      socket.resume();
      socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n');
    });
    const socket = connect({
      host: '127.0.0.1',
      servername: 'localhost',
      port: other.app.settings.port,
      ca: other.app.certificate,
    });
    socket.on('error', () => undefined);
    socket.write(lines(await other.token(), proxy.path));
    await new Promise((resolve) => socket.once('data', resolve));
    const startedAt = performance.now();
    await other.stop();
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});
