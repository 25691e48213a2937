import { Logger } from '@nestjs/common';
import { Redis } from 'ioredis';
import { connectionTls, isTlsParameter, type ConnectionTls } from '../../../platform/config/connection-tls.js';
import type { Secret } from '../../../shared/crypto/secret.js';

const TIMEOUT_MS = 500;
const GOODBYE_MS = 100;
const LONGEST_RECONNECT_PAUSE_MS = 2_000;

/** A connection that fails fast: nothing is queued for a Redis that is not there, and no command waits for long. */
export function connectToRedis(url: Secret): Redis {
  const { address, tls } = locationOf(url);
  const redis = new Redis(address, {
    ...(tls === 'off' ? {} : { tls: { rejectUnauthorized: tls !== 'encrypted' } }),
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

/** The client would take every parameter for an option of its own, and `tls=true` for the name of a profile. */
function locationOf(url: Secret): { readonly address: string; readonly tls: ConnectionTls } {
  const location = new URL(url.reveal());
  const tls = connectionTls(
    location,
    [...location.searchParams.keys()].filter((name) => !isTlsParameter(name)),
  );
  for (const name of [...location.searchParams.keys()].filter(isTlsParameter)) location.searchParams.delete(name);
  location.protocol = 'redis:';
  return { address: location.href, tls };
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
