import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Redis } from 'ioredis';
import {
  RateLimiterMemory,
  RateLimiterRedis,
  type RateLimiterAbstract,
  type RateLimiterRes,
} from 'rate-limiter-flexible';
import { Settings } from '../../config/settings.js';
import { connectToRedis } from './redis-connection.js';

export interface Count {
  readonly value: number;
  /** Seconds until it starts again at nothing. */
  readonly forgottenIn: number;
}

/** Counts by key. A key is forgotten as a whole, one window after it was first counted. */
export interface Counter {
  of(key: string): Promise<Count>;
  /** Counts one more, and answers how many that makes. */
  add(key: string): Promise<Count>;
}

/**
 * Makes counters. They count in the memory of this process, or, when Redis is configured, there for all instances
 * together. While Redis does not answer, each process counts by itself again: the limit then holds in each of them,
 * and is never open. The library reads the machine's clock, not ours: its windows are real time, also in tests.
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

  #limiter(name: string, windowSeconds: number): RateLimiterAbstract {
    // We compare the counts ourselves; the library's own limit never comes into it.
    const options = { keyPrefix: `gatehouse:${name}`, points: Number.MAX_SAFE_INTEGER, duration: windowSeconds };
    const memory = new RateLimiterMemory(options);
    if (this.#redis === null) return memory;
    return new RateLimiterRedis({
      ...options,
      storeClient: this.#redis,
      insuranceLimiter: memory,
      rejectIfRedisNotReady: true,
    });
  }
}

function countOf(result: RateLimiterRes | null): Count {
  if (result === null || result.msBeforeNext <= 0) return { value: 0, forgottenIn: 0 };
  return { value: result.consumedPoints, forgottenIn: Math.ceil(result.msBeforeNext / 1000) };
}
