import { afterEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { createServer as createTlsServer } from 'node:tls';
import { Counters } from '../../../../src/principals/limits/counting/counters.service.js';
import { SignInLimits } from '../../../../src/principals/limits/sign-in-limits.service.js';
import { DomainError } from '../../../../src/shared/errors/domain-error.js';
import { Secret } from '../../../../src/shared/crypto/secret.js';
import { makeCertificate } from '../../../support/certificates.js';
import { eventually } from '../../../support/eventually.js';
import { redisIsInstalled, type RedisServer, startRedis } from '../../../support/redis-server.js';
import { testSettings } from '../../../support/test-settings.js';

/** The first byte of a TLS connection (RFC 8446 §5.1). */
const TLS_HANDSHAKE = 0x16;
const HOME = '203.0.113.9';
const withRedis = redisIsInstalled() ? describe : describe.skip;

describe('[62] limits with Redis', () => {
  const open: { onApplicationShutdown(): void }[] = [];
  const servers: { close(): unknown }[] = [];

  Logger.overrideLogger(false);

  afterEach(() => {
    for (const counters of open.splice(0)) counters.onApplicationShutdown();
    for (const server of servers.splice(0)) server.close();
  });

  /** The limits as one instance of the service has them. */
  const instance = (url: string): SignInLimits => {
    const settings = { dataDir: '', database: { kind: 'sqlite', file: '' }, redisUrl: new Secret(url) } as const;
    const counters = new Counters(testSettings(settings));
    open.push(counters);
    return new SignInLimits(counters);
  };
  const guess = async (limits: SignInLimits, times: number): Promise<string[]> => {
    const results: string[] = [];
    for (let i = 0; i < times; i++) {
      results.push(
        await limits
          .attempt('person', 'ann', HOME, () => Promise.resolve(null))
          .then(
            () => 'wrong',
            (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
          ),
      );
    }
    return results;
  };
  const limited = [...Array<string>(10).fill('wrong'), 'rate_limited', 'rate_limited'];

  it('hold in each process when nothing listens there', async () => {
    expect(await guess(instance('redis://127.0.0.1:1'), 12)).toEqual(limited);
  });

  it('hold in each process, without waiting, when something there never answers', async () => {
    const mute = createServer((socket) => socket.resume());
    servers.push(mute);
    const limits = instance(`redis://127.0.0.1:${await portOf(mute)}`);
    await delay(100);
    const start = performance.now();
    expect(await guess(limits, 12)).toEqual(limited);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it.each(['rediss://HOST', 'redis://HOST?tls=true', 'redis://HOST?sslmode=require', 'redis://HOST/1?ssl=1'])(
    '[67] send nothing in plaintext to %s',
    async (url) => {
      const received: Buffer[] = [];
      const plain = createServer((socket) => socket.on('data', (bytes) => received.push(bytes)));
      servers.push(plain);
      instance(url.replace('HOST', `:s3cret@127.0.0.1:${await portOf(plain)}`));
      await eventually(() => Promise.resolve(received.length > 0), true);
      expect(received[0]?.[0]).toBe(TLS_HANDSHAKE);
      expect(Buffer.concat(received).toString('latin1')).not.toContain('s3cret');
    },
  );

  it('[67] reach a self-signed Redis when the URL asks for no check, and not when it asks for one', async () => {
    const received: string[] = [];
    const server = createTlsServer(await makeCertificate(), (socket) => {
      socket.on('data', (bytes) => received.push(bytes.toString()));
    });
    servers.push(server);
    const port = await portOf(server);
    instance(`redis://:unseen@127.0.0.1:${port}?tls=true`);
    instance(`redis://:s3cret@127.0.0.1:${port}?sslmode=require`);
    await eventually(() => Promise.resolve(received.length > 0), true);
    expect(received.join('')).toContain('s3cret');
    expect(received.join('')).not.toContain('unseen');
  });

  withRedis('that is there', () => {
    let redis: (RedisServer & { port: number }) | undefined;

    afterEach(async () => {
      redis?.thaw();
      await redis?.stop();
    });

    const started = async (): Promise<RedisServer & { port: number }> => {
      redis = await startRedis();
      return redis;
    };
    const connected = async (url: string): Promise<SignInLimits> => {
      const limits = instance(url);
      await delay(300);
      return limits;
    };

    it('are one limit for all instances', async () => {
      const { url } = await started();
      const [one, two] = await Promise.all([connected(url), connected(url)]);
      expect(await guess(one, 6)).toEqual(Array(6).fill('wrong'));
      expect(await guess(two, 6)).toEqual([...Array<string>(4).fill('wrong'), 'rate_limited', 'rate_limited']);
      expect(await guess(one, 1)).toEqual(['rate_limited']);
    });

    it('hold in each process while it is frozen, and are shared again when it is not', async () => {
      const server = await started();
      const limits = await connected(server.url);
      await guess(limits, 3);
      server.freeze();
      const start = performance.now();
      expect(await guess(limits, 12)).toEqual(limited);
      // the first command finds out; from then on nothing waits
      expect(performance.now() - start).toBeLessThan(3_000);
      server.thaw();
      await delay(3_000);
      expect(await guess(limits, 1)).toEqual(['wrong']);
    });

    it('hold when it goes away in the middle', async () => {
      const server = await started();
      const limits = await connected(server.url);
      await guess(limits, 9);
      await server.stop();
      expect((await guess(limits, 30)).filter((result) => result === 'wrong')).toHaveLength(10);
    });
  });
});

async function portOf(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
