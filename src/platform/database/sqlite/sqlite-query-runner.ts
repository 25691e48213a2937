import { setTimeout as delay } from 'node:timers/promises';
import { QueryRunnerAlreadyReleasedError, type ObjectLiteral } from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver.js';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';
import { isBusy, translated } from '../database-failures.js';
import { Deadline, STATEMENT_LIMIT_MS } from '../deadline.js';
import type { SqliteConnection, SqliteStatement } from './sqlite-connection.js';

const BUSY_PAUSE_MS = 10;
/** Its savepoint. */
const UNIT = 'unit_of_work';

/**
 * A query runner for one unit of work or one read. The driver shares its connection between all runners, so a released runner
 * must no longer reach the connection: a statement of an abandoned unit of work would end up in the transaction of the next one.
 */
export class SqliteQueryRunner extends BetterSqlite3QueryRunner {
  /** How long the runner waits for a lock of another connection. */
  busyLimitMs = STATEMENT_LIMIT_MS;
  readonly #connection: SqliteConnection;
  #isUnit = false;

  constructor(driver: BetterSqlite3Driver) {
    super(driver);
    this.#connection = driver.databaseConnection as SqliteConnection;
  }

  /** Waits for a lock of another connection without blocking the event loop. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the ORM's own signature; its overloads take nothing else
  override async query(sql: string, parameters?: unknown[] | ObjectLiteral, structured?: boolean): Promise<any> {
    const deadline = new Deadline(this.busyLimitMs);
    for (;;) {
      try {
        return (await super.query(sql, parameters, structured)) as unknown;
      } catch (error) {
        if (!isBusy(error) || deadline.remainingMs() <= BUSY_PAUSE_MS) throw translated(error);
      }
      await delay(BUSY_PAUSE_MS);
    }
  }

  override connect(): Promise<Pick<SqliteConnection, 'prepare' | 'pragma'>> {
    return Promise.resolve({
      prepare: (sql: string) => this.#whileOpen(this.#connection.prepare(sql)),
      pragma: (pragma: string) => this.#connection.pragma(pragma),
    });
  }

  /** Begins a unit of work within the transaction of its group (group-commit.ts). */
  beginUnit(): void {
    this.#connection.exec(`SAVEPOINT ${UNIT}`);
    this.#isUnit = true;
    this.isTransactionActive = true;
  }

  /** What the unit did is part of its group's transaction now. */
  endUnit(): void {
    if (this.isReleased) throw new QueryRunnerAlreadyReleasedError();
    this.#connection.exec(`RELEASE ${UNIT}`);
    this.isTransactionActive = false;
  }

  /** Ends open work at once, whatever the runner's owner is still doing. */
  override release(): Promise<void> {
    if (!this.isReleased) {
      this.isReleased = true;
      if (this.isTransactionActive && this.#connection.inTransaction)
        this.#connection.exec(this.#isUnit ? `ROLLBACK TO ${UNIT}; RELEASE ${UNIT}` : 'ROLLBACK');
    }
    return Promise.resolve();
  }

  #whileOpen(statement: SqliteStatement): SqliteStatement {
    const check = () => {
      if (this.isReleased) throw new QueryRunnerAlreadyReleasedError();
    };
    return {
      reader: statement.reader,
      all: (...parameters) => {
        check();
        return statement.all(...parameters);
      },
      run: (...parameters) => {
        check();
        return statement.run(...parameters);
      },
    };
  }
}
