import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Redis } from 'ioredis';
import cluster from 'node:cluster';
import { RateLimiterCluster, RateLimiterMemory, RateLimiterRedis, type RateLimiterRes } from 'rate-limiter-flexible';
import { Settings } from '../../../platform/config/settings.js';
import { connectToRedis } from './redis-connection.js';

export interface Count {
  readonly value: number;
  /** Seconds until the count starts again at zero. */
  readonly forgottenIn: number;
}

/** Counts by key. A key is forgotten as a whole, one window after it was first counted. */
export interface Counter {
  of(key: string): Promise<Count>;
  /** Counts one more, and returns the new count. */
  add(key: string): Promise<Count>;
}

/** The part of the library that counts. */
type Limiter = Pick<RateLimiterMemory, 'get' | 'penalty'>;

/** The primary answers from memory: if it takes longer than this, it no longer works. */
const PRIMARY_TIMEOUT_MS = 500;

/**
 * Makes counters. They count in the memory of this process; for the workers of one service (GATEHOUSE_WORKERS), in that of their
 * primary; or, when Redis is configured, there for all instances together. While the shared store does not answer, each process
 * counts by itself again: the limit then holds in each process, and is never open. The library reads the machine's clock, not
 * ours, so its windows are real time even in tests.
 */
@Injectable()
export class Counters implements OnApplicationShutdown {
  readonly #redis: Redis | null;

  constructor(settings: Settings) {
    this.#redis = settings.redisUrl === null ? null : connectToRedis(settings.redisUrl);
  }

  make(name: string, windowSeconds: number): Counter {
    const limiter = this.#limiter(name, windowSeconds);
    return {
      of: async (key) => countOf(await limiter.get(key)),
      add: async (key) => countOf(await limiter.penalty(key)),
    };
  }

  onApplicationShutdown(): void {
    this.#redis?.disconnect();
  }

  #limiter(name: string, windowSeconds: number): Limiter {
    // We compare the counts ourselves and never use the library's own limit.
    const options = { keyPrefix: `gatehouse:${name}`, points: Number.MAX_SAFE_INTEGER, duration: windowSeconds };
    const memory = new RateLimiterMemory(options);
    if (this.#redis === null)
      return cluster.isWorker
        ? insured(new RateLimiterCluster({ ...options, timeoutMs: PRIMARY_TIMEOUT_MS }), memory)
        : memory;
    return new RateLimiterRedis({
      ...options,
      storeClient: this.#redis,
      insuranceLimiter: memory,
      rejectIfRedisNotReady: true,
    });
  }
}

/** Unlike the library's other limiters, the cluster limiter has no such fallback. */
function insured(shared: Limiter, own: Limiter): Limiter {
  return {
    get: (key) => shared.get(key).catch(() => own.get(key)),
    penalty: (key) => shared.penalty(key).catch(() => own.penalty(key)),
  };
}

function countOf(result: RateLimiterRes | null): Count {
  if (result === null || result.msBeforeNext <= 0) return { value: 0, forgottenIn: 0 };
  return { value: result.consumedPoints, forgottenIn: Math.ceil(result.msBeforeNext / 1000) };
}
