import { Logger } from '@nestjs/common';
import { Redis } from 'ioredis';
import type { Secret } from '../../../shared/crypto/secret.js';

const TIMEOUT_MS = 500;
const GOODBYE_MS = 100;
const LONGEST_RECONNECT_PAUSE_MS = 2_000;

/** A connection that fails fast: nothing is queued for a Redis that is not there, and no command waits for long. */
export function connectToRedis(url: Secret): Redis {
  const redis = new Redis(url.reveal(), {
    connectTimeout: TIMEOUT_MS,
    commandTimeout: TIMEOUT_MS,
    // A connection that has gone silent is closed, so that the next command doesn't wait for it too.
    socketTimeout: TIMEOUT_MS,
    // How long closing a connection waits for the other side; the process would wait with it.
    disconnectTimeout: GOODBYE_MS,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    retryStrategy: (attempt) => Math.min(attempt * 100, LONGEST_RECONNECT_PAUSE_MS),
  });
  sayWhenItGoesAndComes(redis);
  return redis;
}

/** Logs each change once, not every attempt to reconnect. */
function sayWhenItGoesAndComes(redis: Redis): void {
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
}
