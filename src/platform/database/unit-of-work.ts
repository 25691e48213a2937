import { Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { QueryRunner } from 'typeorm';
import { databaseUnavailable } from '../../shared/errors/general.errors.js';
import { isDeadlock, translated } from './database-failures.js';
import { ChangeLog } from './change-clock/change-log.js';
import { Database } from './database.js';
import { Deadline, STATEMENT_LIMIT_MS, UNIT_LIMIT_MS } from './deadline.js';
import { GroupCommit } from './sqlite/group-commit.js';
import { SqliteDataSource } from './sqlite/sqlite-data-source.js';
import { HeldCommits } from './held-commits.js';
import { DeadlineQueryRunner } from './mysql/mysql-query-runner.js';
import { asTx, managerOf, type Tx } from './transaction.js';

export type { Tx } from './transaction.js';

export interface UnitOfWorkOptions {
  /** For statements that touch many rows. It does not extend the wait for the database. */
  readonly deadlineMs?: number;
  /** Runs once the work is committed. The caller may have its result earlier: see held-commits.ts. */
  readonly afterCommit?: () => Promise<void>;
}

const FIRST_PAUSE_MS = 5;
const LONGEST_PAUSE_MS = 100;

/** Work that is committed as a whole or not at all. This is the only way to write. */
@Injectable()
export class UnitOfWork {
  /** Null on MySQL, which commits units that come together with one flush by itself. */
  readonly #together: GroupCommit | null;

  constructor(
    private readonly database: Database,
    private readonly held: HeldCommits,
    private readonly changes: ChangeLog,
  ) {
    const { writer } = database;
    this.#together = writer instanceof SqliteDataSource ? new GroupCommit(writer) : null;
  }

  /**
   * Runs `work` in a transaction. After a deadlock it runs `work` again from the start, until the deadline, so `work` must have
   * no effect outside the database.
   * @throws databaseUnavailable when the database is down, frozen or overloaded; whether a commit that was under way has reached
   *   it is then unknown.
   */
  async run<T>(work: (tx: Tx) => Promise<T>, options: UnitOfWorkOptions = {}): Promise<T> {
    // On SQLite, a unit inside another would wait for its own outer unit until the deadline. There is no check for nesting here:
    // AsyncLocalStorage, which could find it on MySQL too, makes every promise of the process more expensive.
    return this.held.run(work, (all) => this.#commit(all, options));
  }

  async #commit<T>(work: (tx: Tx) => Promise<T>, options: UnitOfWorkOptions): Promise<T> {
    const result = await this.#attempts(work, new Deadline(Math.max(UNIT_LIMIT_MS, options.deadlineMs ?? 0)));
    await options.afterCommit?.();
    return result;
  }

  async #attempts<T>(work: (tx: Tx) => Promise<T>, deadline: Deadline): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#attempt(work, deadline);
      } catch (error) {
        if (!isDeadlock(error)) throw translated(error);
        const pauseMs = pauseBeforeAttempt(attempt + 1);
        if (deadline.remainingMs() <= pauseMs) throw databaseUnavailable({ retryAfterSeconds: 1, cause: error });
        await delay(pauseMs);
      }
    }
  }

  /** The change clock comes last, so that a unit that needs the same shard waits only for a commit. */
  async #withChanges<T>(work: (tx: Tx) => Promise<T>, tx: Tx): Promise<T> {
    const result = await work(tx);
    await this.changes.write(managerOf(tx));
    return result;
  }

  async #attempt<T>(work: (tx: Tx) => Promise<T>, deadline: Deadline): Promise<T> {
    const whole = (tx: Tx) => this.#withChanges(work, tx);
    if (this.#together !== null)
      return this.#together.run((runner) => whole(asTx(runner.manager)), deadline, deadline.limitMs > UNIT_LIMIT_MS);
    const runner = this.database.writer.createQueryRunner();
    try {
      return await deadline.bound(transaction(runner, whole, deadline), () => {
        abandon(runner);
      });
    } finally {
      await runner.release();
    }
  }
}

/** Random, since units that deadlocked with each other and wait equally long would meet again. Nothing else depends on it. */
function pauseBeforeAttempt(attempt: number): number {
  return randomInt(Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS) + 1);
}

async function transaction<T>(runner: QueryRunner, work: (tx: Tx) => Promise<T>, deadline: Deadline): Promise<T> {
  if (runner instanceof DeadlineQueryRunner) runner.connectionLimitMs = Math.min(UNIT_LIMIT_MS, deadline.remainingMs());
  await runner.startTransaction();
  if (runner instanceof DeadlineQueryRunner) {
    runner.statementLimitMs = Math.max(STATEMENT_LIMIT_MS, deadline.remainingMs());
  }
  try {
    const result = await work(asTx(runner.manager));
    await runner.commitTransaction();
    return result;
  } catch (error) {
    await rollBack(runner);
    throw error;
  }
}

/** A connection that can't even roll back is cut: the server then rolls back itself. */
async function rollBack(runner: QueryRunner): Promise<void> {
  if (runner.isReleased) return;
  try {
    await runner.rollbackTransaction();
  } catch {
    abandon(runner);
  }
}

function abandon(runner: QueryRunner): void {
  if (runner instanceof DeadlineQueryRunner) runner.abandon();
  void runner.release();
}
