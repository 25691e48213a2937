import { databaseUnavailable } from '../../shared/errors/general.errors.js';
import { DomainError } from '../../shared/errors/domain-error.js';
import { DeadlineExpired } from './deadline.js';

const RETRY_AFTER_SECONDS = 1;

/** SQLite primary result codes: busy, locked, read-only, I/O error, full, can't open. */
const SQLITE_UNAVAILABLE = new Set([5, 6, 8, 10, 13, 14]);
const SQLITE_BUSY = 5;
const SQLITE_UNIQUE = new Set([2067, 1555]);
const SQLITE_FOREIGN_KEY = new Set([787, 1811]);

/** Connections that were refused, cut or lost, and servers that say that they can't serve now. */
const MYSQL_UNAVAILABLE = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'PROTOCOL_CONNECTION_LOST',
  'ER_CON_COUNT_ERROR',
  'ER_CONNECTION_KILLED',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_OPTION_PREVENTS_STATEMENT',
  'ER_QUERY_INTERRUPTED',
  'ER_SERVER_SHUTDOWN',
  'ER_TOO_MANY_USER_CONNECTIONS',
  // A Galera node that is not part of the primary component (ER_UNKNOWN_COM_ERROR: "WSREP has not yet prepared node").
  'ER_UNKNOWN_COM_ERROR',
]);

/** The server rolled back the whole transaction and asks for a retry. A Galera certification failure is such a case too. */
const MYSQL_RETRY = new Set(['ER_LOCK_DEADLOCK', 'ER_CHECKREAD']);

interface DriverError {
  readonly code?: unknown;
  readonly errcode?: unknown;
  readonly errno?: unknown;
  /** mysql2: the connection is gone. */
  readonly fatal?: unknown;
}

/** The driver's own error, unwrapped from the ORM's. */
function driverErrorOf(error: unknown): DriverError {
  if (typeof error !== 'object' || error === null) return {};
  return 'driverError' in error && typeof error.driverError === 'object' && error.driverError !== null
    ? error.driverError
    : error;
}

export function isDuplicateKey(error: unknown): boolean {
  const { code, errcode } = driverErrorOf(error);
  return code === 'ER_DUP_ENTRY' || (typeof errcode === 'number' && SQLITE_UNIQUE.has(errcode));
}

/** Either this row refers to a missing row, or other rows still refer to this row. */
export function isForeignKeyViolation(error: unknown): boolean {
  const { code, errcode } = driverErrorOf(error);
  return (
    code === 'ER_NO_REFERENCED_ROW_2' ||
    code === 'ER_ROW_IS_REFERENCED_2' ||
    (typeof errcode === 'number' && SQLITE_FOREIGN_KEY.has(errcode))
  );
}

/** The transaction is lost, but can be repeated as a whole. */
export function isDeadlock(error: unknown): boolean {
  const { code } = driverErrorOf(error);
  return typeof code === 'string' && MYSQL_RETRY.has(code);
}

/** Another connection, of this process or another, holds SQLite's lock. */
export function isBusy(error: unknown): boolean {
  const { errcode } = driverErrorOf(error);
  return typeof errcode === 'number' && (errcode & 0xff) === SQLITE_BUSY;
}

export function isUnavailable(error: unknown): boolean {
  if (error instanceof DeadlineExpired) return true;
  const { code, errcode, fatal } = driverErrorOf(error);
  if (typeof errcode === 'number') return SQLITE_UNAVAILABLE.has(errcode & 0xff);
  return fatal === true || (typeof code === 'string' && MYSQL_UNAVAILABLE.has(code));
}

/** The error that a caller may see for an error of the database: one that says it is down, or the error as it is. */
export function translated(error: unknown): unknown {
  if (error instanceof DomainError || !isUnavailable(error)) return error;
  return databaseUnavailable({ retryAfterSeconds: RETRY_AFTER_SECONDS, cause: error });
}
