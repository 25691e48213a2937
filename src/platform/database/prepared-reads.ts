import { Injectable } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { isBusy, translated } from './database-failures.js';
import { Database } from './database.js';
import { Deadline } from './deadline.js';
import { executeOnMysql } from './mysql/mysql-execution.js';
import type { MysqlDataSource } from './mysql/mysql-data-source.js';
import { SqliteDataSource } from './sqlite/sqlite-data-source.js';
import type { SqliteStatement } from './sqlite/sqlite-connection.js';
import { managerOf, type Tx } from './transaction.js';

export type ReadParameter = string | number | null;

/** One statement, prepared once per connection and run without the ORM: for the path of every request. */
export interface PreparedRead<Row> {
  /** @throws databaseUnavailable when there is no answer within a second. */
  all(parameters: readonly ReadParameter[]): Promise<Row[]>;
}

/** The largest number of keys for one `prepareIn`. */
export const MOST_KEYS = 64;
/** A statement is prepared for each of these numbers of keys. */
const KEY_COUNTS = [1, 2, 4, 8, 16, 32, MOST_KEYS];

const BUSY_LIMIT_MS = 1_000;
const BUSY_PAUSE_MS = 10;

/**
 * Rows come as the driver gives them: times are text on SQLite and Dates on MySQL (see storedTime), JSON and lists are text. SQL
 * that runs on both dialects quotes no identifiers.
 */
@Injectable()
export class PreparedReads {
  constructor(private readonly database: Database) {}

  prepare<Row>(sql: string): PreparedRead<Row> {
    const { reader } = this.database;
    return reader instanceof SqliteDataSource ? new SqliteRead<Row>(reader, sql) : new MysqlRead<Row>(reader, sql);
  }

  /**
   * A read by some keys, 1 to 64 of them, or by several such lists of keys. The keys are its only parameters.
   * @param sql for `IN (${placeholders})`; the SQL has it once for each list, in the order of the lists
   */
  prepareIn<Row>(sql: (placeholders: string) => string): KeysRead<Row> {
    return new KeysRead<Row>(KEY_COUNTS.map((count) => this.prepare<Row>(sql(Array(count).fill('?').join(', ')))));
  }

  /** Reads in a unit of work, on its connection. The result stays true as far as the unit has locked the rows. For rare reads. */
  within<Row>(tx: Tx, sql: string, parameters: readonly ReadParameter[]): Promise<Row[]> {
    return managerOf(tx).query<Row[]>(sql, [...parameters]);
  }
}

/** Takes the shortest statement that the longest list fits into. Fills the rest of each list by repeating its last key. */
export class KeysRead<Row> {
  constructor(private readonly reads: readonly PreparedRead<Row>[]) {}

  /**
   * @throws databaseUnavailable when there is no answer within a second; RangeError for an empty list, or one that is too long
   */
  async all(...lists: readonly (readonly ReadParameter[])[]): Promise<Row[]> {
    const longest = Math.max(...lists.map((keys) => keys.length));
    const fitting = KEY_COUNTS.findIndex((count) => count >= longest);
    const [read, count = 0] = [this.reads[fitting], KEY_COUNTS[fitting]];
    if (read === undefined) throw new RangeError(`${longest} keys of one read`);
    const parameters: ReadParameter[] = [];
    for (const keys of lists) {
      const last = keys.at(-1);
      if (last === undefined) throw new RangeError('a read by no key');
      parameters.push(...keys, ...Array<ReadParameter>(count - keys.length).fill(last));
    }
    return read.all(parameters);
  }
}

class SqliteRead<Row> implements PreparedRead<Row> {
  #statement: SqliteStatement | undefined;

  constructor(
    private readonly source: SqliteDataSource,
    private readonly sql: string,
  ) {}

  async all(parameters: readonly ReadParameter[]): Promise<Row[]> {
    try {
      this.#statement ??= this.source.connectionInUse.prepare(this.sql);
      return this.#statement.all(...parameters) as Row[];
    } catch (error) {
      if (!isBusy(error)) throw translated(error);
      return this.#whenFree(parameters, new Deadline(BUSY_LIMIT_MS));
    }
  }

  /** Readers of a WAL are hardly ever locked out: only while another process recovers or closes it. */
  async #whenFree(parameters: readonly ReadParameter[], deadline: Deadline): Promise<Row[]> {
    for (;;) {
      await delay(BUSY_PAUSE_MS);
      try {
        this.#statement ??= this.source.connectionInUse.prepare(this.sql);
        return this.#statement.all(...parameters) as Row[];
      } catch (error) {
        if (!isBusy(error) || deadline.remainingMs() === 0) throw translated(error);
      }
    }
  }
}

class MysqlRead<Row> implements PreparedRead<Row> {
  constructor(
    private readonly source: MysqlDataSource,
    private readonly sql: string,
  ) {}

  async all(parameters: readonly ReadParameter[]): Promise<Row[]> {
    try {
      return (await executeOnMysql(this.source.pool, this.sql, parameters)) as Row[];
    } catch (error) {
      throw translated(error);
    }
  }
}
