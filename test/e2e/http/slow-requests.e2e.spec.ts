import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { connect } from 'node:tls';
import { setTimeout as delay } from 'node:timers/promises';
import { SlowRequests } from '../../../src/platform/http/server/slow-requests.js';
import { SLOW_SENDER_LIMITS } from '../../../src/platform/http/server/server-limits.js';
import { eventually } from '../../support/eventually.js';
import { GatewayStage } from '../../support/gateway-stage.js';

/** Thirty seconds in three tenths of one: a rate of 2,000 bytes per second is measured over 300 ms. */
const AFTER = 300;
const LIMITS = { after: AFTER, bytesPerSecond: 2_000, checkEvery: 20 };

describe('a sender', () => {
  let stage: GatewayStage;
  let token: string;
  let path: string;

  beforeAll(async () => {
    stage = await GatewayStage.start('sqlite');
    token = await stage.token();
    ({ path } = await stage.deployed({ timeoutMs: 600_000 }));
  });
  afterAll(() => stage.stop());
  beforeEach(() => {
    stage.app.app.get(SlowRequests).limits = LIMITS;
  });
  afterEach(() => {
    stage.upstream.reset();
  });

  /** Sends the parts one after the other for as long as the connection is open, and answers what came back. */
  const sent = (lines: string[], parts: readonly string[], pause: number, atOnce = '') =>
    new Promise<string>((resolve) => {
      let answer = '';
      const { settings, certificate: ca } = stage.app;
      const socket = connect({ host: '127.0.0.1', servername: 'localhost', port: settings.port, ca });
      socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')));
      socket.on('error', () => undefined);
      socket.on('close', () => {
        resolve(answer);
      });
      const common = ['Host: localhost', `Authorization: Bearer ${token}`, 'Connection: close', '', atOnce];
      socket.write([...lines, ...common].join('\r\n'));
      void (async () => {
        for (const part of parts) {
          await delay(pause);
          if (!socket.writable) return;
          socket.write(part);
        }
      })();
    });
  const upload = (length: number) => [`POST ${path} HTTP/1.1`, 'Content-Type: text/plain', `Content-Length: ${length}`];
  const parts = (count: number, size: number) => Array.from({ length: count }, () => 'x'.repeat(size));

  it('has half a minute for the rest of its request, and 500 bytes a second for a long one through the gateway', () => {
    expect(SLOW_SENDER_LIMITS).toEqual({ after: 30_000, bytesPerSecond: 500, checkEvery: 5_000 });
    expect(stage.app.app.getHttpServer().requestTimeout).toBeGreaterThan(600_000);
  });

  it('that is steady may take as long as the proxy allows', async () => {
    const answer = await sent(upload(40_000), parts(20, 2_000), AFTER / 5);
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(stage.upstream.last.body).toHaveLength(40_000);
  });

  it('that is steady may send chunks', async () => {
    const chunks = [...parts(20, 2_000).map((part) => `7d0\r\n${part}\r\n`), '0\r\n\r\n'];
    const answer = await sent([`PUT ${path} HTTP/1.1`, 'Transfer-Encoding: chunked'], chunks, AFTER / 5);
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(stage.upstream.last.body).toHaveLength(40_000);
  });

  it.each([
    ['that trickles', 4],
    ['that says nothing more', 0],
  ])('[55] %s through the gateway is cut: 408', async (_, size) => {
    const answer = await sent(upload(40_000), parts(size === 0 ? 0 : 10_000, size), 20);
    expect(answer).toMatch(/^HTTP\/1\.1 408 [^]*Connection: close\r\n/);
    expect(stage.upstream.received).toEqual([]);
  });

  it('[55] that was fast before is cut when it trickles', async () => {
    const answer = await sent(upload(900_000), [...parts(1, 100_000), ...parts(10_000, 4)], 20);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('is not to blame for an upstream that takes nothing', async () => {
    let takes = () => undefined as unknown;
    let length = 0;
    stage.upstream.raw = (request, response) => {
      takes = () => request.on('data', (chunk: Buffer) => (length += chunk.length));
      request.on('end', () => response.end('done'));
    };
    // more than all buffers on the way hold
    const answer = sent(upload(8_000_000), parts(1, 8_000_000), 0);
    await eventually(() => Promise.resolve(stage.upstream.received.length), 1);
    await delay(AFTER * 4);
    takes();
    expect(await answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(length).toBe(8_000_000);
  });

  it('[55] that trickles while its answer comes loses the connection: nothing of ours is written into the answer', async () => {
    stage.upstream.raw = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' }).write('begun');
    };
    const answer = await sent(upload(40_000), parts(10_000, 4), 20);
    expect(answer).toMatch(/^HTTP\/1\.1 200 [^]*begun/);
    expect(answer).not.toContain('408');
    expect(answer).not.toMatch(/\r\n0\r\n/);
  });

  it.each([
    ['the API', 'POST /api/v1/tokens', 'application/json'],
    ['the token endpoint', 'POST /oauth/token', 'application/x-www-form-urlencoded'],
    ['a path that is not there', 'POST /api/v1/nothing', 'application/json'],
  ])('[55] to %s has its time for the whole request, however steady it is', async (_, line, type) => {
    const lines = [`${line} HTTP/1.1`, `Content-Type: ${type}`, 'Content-Length: 90000'];
    expect(await sent(lines, parts(1_000, 200), 20)).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('whose body has come is not cut, however late the upstream reads it', async () => {
    stage.app.app.get(SlowRequests).limits = { after: 0, bytesPerSecond: 1_000_000_000, checkEvery: 1 };
    stage.upstream.raw = (request, response) => {
      setTimeout(() => request.resume().on('end', () => response.end('done')), 50);
    };
    expect(await sent(upload(2), [], 0, 'hi')).toMatch(/^HTTP\/1\.1 200 /);
  });
});
