import type { Pool, PoolConnection, PrepareStatementInfo, QueryError } from 'mysql2';
import { DeadlineExpired, STATEMENT_LIMIT_MS } from '../deadline.js';
import { cutConnection } from './cut-connection.js';

/**
 * The prepared statements of each connection, by their text. mysql2's `execute` has such a cache too, but for every read it
 * combines the text with its options and hashes both.
 */
const prepared = new WeakMap<PoolConnection, Map<string, PrepareStatementInfo>>();

/**
 * Runs a prepared statement on a connection of the pool. One deadline covers the wait for the connection and the answer; mysql2
 * has none for the wait. Every request passes here, so the code uses callbacks and one promise.
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
      executePrepared(connection, sql, parameters, (error, rows) => {
        connection.release();
        settle(error, rows);
      });
    });
  });
}

function executePrepared(
  connection: PoolConnection,
  sql: string,
  parameters: readonly (string | number | null)[],
  callback: (error: QueryError | null, rows?: unknown) => void,
): void {
  const statements = prepared.get(connection) ?? new Map<string, PrepareStatementInfo>();
  prepared.set(connection, statements);
  const statement = statements.get(sql);
  if (statement !== undefined) {
    statement.execute(parameters, callback);
    return;
  }
  connection.prepare(sql, (error, fresh) => {
    if (error !== null) {
      callback(error);
      return;
    }
    statements.set(sql, fresh);
    fresh.execute(parameters, callback);
  });
}
