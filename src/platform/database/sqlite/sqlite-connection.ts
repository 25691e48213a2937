import { crc32 } from 'node:zlib';
import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
import { timeParameter } from '../stored-time.js';

const CACHED_STATEMENTS = 200;
/** A busy wait blocks the event loop, so it is short. Query runners and the unit of work continue the wait without blocking. */
const BUSY_TIMEOUT_MS = 1;

export interface SqliteStatement {
  /** Whether the statement returns rows. */
  readonly reader: boolean;
  all(...parameters: unknown[]): unknown[];
  run(...parameters: unknown[]): { changes: number; lastInsertRowid: number | bigint };
}

/**
 * One connection to the embedded database, in the shape that TypeORM's `better-sqlite3` driver expects of its package. Statements
 * are cached here and not in a query runner, since every unit of work has its own runner.
 */
export class SqliteConnection {
  readonly #database: DatabaseSyncInstance;
  readonly #statements = new Map<string, SqliteStatement>();

  constructor(file: string) {
    this.#database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
    // SQLite's own function knows only ASCII: a search for `ärger` would not find `Ärger`, as it does on MySQL.
    this.#database.function('lower', { deterministic: true }, lowerCase);
    // MySQL has this function built in. The sums over rows, which show later whether any row has changed, use it.
    this.#database.function('crc32', { deterministic: true }, (text: unknown) =>
      typeof text === 'string' ? crc32(text) : null,
    );
  }

  get inTransaction(): boolean {
    return this.#database.isTransaction;
  }

  prepare(sql: string): SqliteStatement {
    const cached = this.#statements.get(sql);
    if (cached !== undefined) return cached;
    // A deferred transaction that becomes a writer half-way can't wait for its turn: SQLite refuses it at once.
    const prepared = this.#database.prepare(sql === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE' : sql);
    const statement = asStatement(prepared);
    this.#statements.set(sql, statement);
    this.#forgetOldest();
    return statement;
  }

  exec(sql: string): void {
    this.#database.exec(sql);
  }

  pragma(pragma: string): unknown[] {
    return this.#database.prepare(`PRAGMA ${pragma}`).all();
  }

  close(): void {
    this.#statements.clear();
    if (this.#database.isOpen) this.#database.close();
  }

  #forgetOldest(): void {
    if (this.#statements.size <= CACHED_STATEMENTS) return;
    const [oldest] = this.#statements.keys();
    if (oldest !== undefined) this.#statements.delete(oldest);
  }
}

function asStatement(prepared: StatementSyncInstance): SqliteStatement {
  return {
    reader: prepared.columns().length > 0,
    all: (...parameters) => prepared.all(...parameters.map(bindable)) as unknown[],
    run: (...parameters) => prepared.run(...parameters.map(bindable)),
  };
}

function lowerCase(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

/** The driver silently binds a Date as NULL, and refuses booleans. */
function bindable(value: unknown): unknown {
  if (value instanceof Date) return timeParameter(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value;
}
