import mysql, { type Pool, type PoolConnection, type PoolOptions } from 'mysql2';
import type { DataSourceOptions } from 'typeorm';
import { connectionTls } from '../../config/connection-tls.js';
import type { Secret } from '../../../shared/crypto/secret.js';
import { ormOptions } from '../opening/orm-options.js';
import { cutConnection } from './cut-connection.js';

const POOL_SIZE = 16;
const CONNECT_TIMEOUT_MS = 2_000;

/**
 * The session settings, in one statement on every new connection:
 * - READ COMMITTED. Under REPEATABLE READ, a plain read after a lock was granted still sees the earlier state, and so misses
 *   exactly the change that it has waited for. Gap locks also make set-based updates deadlock.
 * - The scopes of a role are concatenated; the default limit of 1 KiB would silently cut them off.
 * - Strict mode: without it, a value that is too long is cut and stored.
 * - Lookups by 200 ids or more use the ids. By default the server would estimate instead, and rather read the whole site.
 * - Waits for a lock last as long as a statement may take, not 50 s on behalf of a client that has gone.
 */
const SESSION =
  "SET SESSION group_concat_max_len = 1048576, sql_mode = 'STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION', " +
  "innodb_lock_wait_timeout = 1, eq_range_index_dive_limit = 10000, time_zone = '+00:00'";
const ISOLATION = 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED';

export type MysqlFlavour = 'mysql' | 'mariadb';

export function mysqlOptions(url: Secret, flavour: MysqlFlavour): DataSourceOptions {
  return {
    ...ormOptions,
    ...connectionOf(url),
    type: flavour,
    driver: { ...mysql, createPool: createPreparedPool },
    timezone: 'Z',
    charset: 'utf8mb4_bin',
    connectTimeout: CONNECT_TIMEOUT_MS,
    supportBigNumbers: true,
    bigNumberStrings: false,
    poolSize: POOL_SIZE,
    extra: { maxIdle: POOL_SIZE, enableKeepAlive: true },
  };
}

/** Asks the server what it is: the ORM treats MariaDB differently. */
export async function detectFlavour(url: Secret): Promise<MysqlFlavour> {
  const { username, ...rest } = connectionOf(url);
  const connection = mysql.createConnection({ ...rest, user: username, connectTimeout: CONNECT_TIMEOUT_MS });
  try {
    const [rows] = await connection.promise().query('SELECT VERSION() AS version');
    return /mariadb/i.test(JSON.stringify(rows)) ? 'mariadb' : 'mysql';
  } finally {
    connection.destroy();
  }
}

function connectionOf(url: Secret) {
  const location = new URL(url.reveal());
  const { hostname, port, username, password, pathname } = location;
  const tls = connectionTls(location);
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? 3306 : Number(port),
    username: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
    ...(tls === 'off'
      ? {}
      : { ssl: { rejectUnauthorized: tls !== 'encrypted', verifyIdentity: tls === 'verify-full' } }),
  };
}

function createPreparedPool(options: PoolOptions): Pool {
  const pool = mysql.createPool(options);
  pool.on('connection', (connection: PoolConnection) => {
    for (const statement of [SESSION, ISOLATION]) {
      connection.query(statement, (error) => {
        // A connection without its session settings is not safe to use.
        if (error !== null) cutConnection(connection);
      });
    }
  });
  return pool;
}
