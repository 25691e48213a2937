import type { Pool, PoolConnection } from 'mysql2';
import { DeadlineExpired, STATEMENT_LIMIT_MS } from '../deadline.js';
import { cutConnection } from './cut-connection.js';

/**
 * Runs a prepared statement on a connection of the pool. One deadline covers the wait for the connection and the
 * answer: mysql2 has none for the first. Callbacks and one promise, since every request passes here.
 */
export function executeOnMysql(
  pool: Pool,
  sql: string,
  parameters: readonly (string | number | null)[],
  limitMs = STATEMENT_LIMIT_MS,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let expired = false;
    let inUse: PoolConnection | undefined;
    const timer = setTimeout(() => {
      expired = true;
      if (inUse !== undefined) cutConnection(inUse);
      reject(new DeadlineExpired(limitMs));
    }, limitMs);
    const settle = (error: Error | null, rows?: unknown) => {
      clearTimeout(timer);
      if (error === null) resolve(rows);
      else reject(error);
    };
    pool.getConnection((unobtainable: Error | null, connection) => {
      if (unobtainable !== null) {
        settle(unobtainable);
        return;
      }
      if (expired) {
        connection.release();
        return;
      }
      inUse = connection;
      connection.execute(sql, [...parameters], (error, rows) => {
        connection.release();
        settle(error, rows);
      });
    });
  });
}
