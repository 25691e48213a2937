import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { Settings } from '../../config/settings.js';
import type { Secret } from '../../shared/crypto/secret.js';

/** CONTRACT §9: failures are forgotten a quarter of an hour after the first of them. */
const WINDOW_SECONDS = 15 * 60;
const REDIS_TIMEOUT_MS = 500;
const LONGEST_RECONNECT_PAUSE_MS = 2_000;

export interface FailureCount {
  readonly failures: number;
  /** Seconds until they are forgotten. */
  readonly forgottenIn: number;
}

/**
 * Counts failures by key. In the memory of this process, or, when Redis is configured, there for all instances
 * together. While Redis does not answer, each process counts by itself again: the limit then holds in each of them,
 * and is never open. The library reads the machine's clock, not ours: its windows are real time, also in tests.
 */
@Injectable()
export class FailureCounters implements OnApplicationShutdown {
  readonly #counter: RateLimiterAbstract;
  readonly #redis: Redis | null;

  constructor(settings: Settings) {
    const options = { keyPrefix: 'gatehouse:failures', points: Number.MAX_SAFE_INTEGER, duration: WINDOW_SECONDS };
    const memory = new RateLimiterMemory(options);
    this.#redis = settings.redisUrl === null ? null : connect(settings.redisUrl);
    this.#counter =
      this.#redis === null
        ? memory
        : new RateLimiterRedis({
            ...options,
            storeClient: this.#redis,
            insuranceLimiter: memory,
            rejectIfRedisNotReady: true,
          });
  }

  async of(key: string): Promise<FailureCount> {
    const found = await this.#counter.get(key);
    if (found === null || found.msBeforeNext <= 0) return { failures: 0, forgottenIn: 0 };
    return { failures: found.consumedPoints, forgottenIn: Math.ceil(found.msBeforeNext / 1000) };
  }

  async add(key: string): Promise<void> {
    await this.#counter.penalty(key);
  }

  onApplicationShutdown(): void {
    this.#redis?.disconnect();
  }
}

/** A connection that fails fast: nothing is queued for a Redis that is not there, and no command waits for long. */
function connect(url: Secret): Redis {
  const redis = new Redis(url.reveal(), {
    connectTimeout: REDIS_TIMEOUT_MS,
    commandTimeout: REDIS_TIMEOUT_MS,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    retryStrategy: (attempt) => Math.min(attempt * 100, LONGEST_RECONNECT_PAUSE_MS),
  });
  const logger = new Logger('Redis');
  let reachable = true;
  redis.on('error', (error: Error) => {
    if (reachable) logger.warn(`Redis does not answer; limits are counted by each process alone: ${error.message}`);
    reachable = false;
  });
  redis.on('ready', () => {
    if (!reachable) logger.log('Redis answers again; limits are shared');
    reachable = true;
  });
  return redis;
}
