import { performance } from 'node:perf_hooks';
import { Deadline, STATEMENT_LIMIT_MS, UNIT_LIMIT_MS } from '../deadline.js';
import { Later } from '../held-commit.js';
import { WriterQueue } from '../writer-queue.js';
import type { SqliteDataSource } from './sqlite-data-source.js';
import type { SqliteQueryRunner } from './sqlite-query-runner.js';

/** What a group of units waits for at most before it is committed, besides the unit that is running. */
const MOST_UNITS = 32;
const LONGEST_MS = 10;

/** Units of work in one transaction, which its runner begins and commits. */
class Group {
  units = 0;
  readonly begunAt = performance.now();
  readonly committed = new Later<void>();

  constructor(readonly runner: SqliteQueryRunner) {}
}

/**
 * Commits units of work of the embedded database together, because a commit waits for the disk: those that queue for the one
 * writer share a transaction. Each runs in a savepoint: one that fails is rolled back alone. A unit is over when its transaction
 * is committed.
 */
export class GroupCommit {
  readonly #queue = new WriterQueue(() => void this.#commitLeft());
  #group: Group | null = null;

  constructor(private readonly source: SqliteDataSource) {}

  /**
   * @param alone for a unit that takes long: the others must not wait for it
   * @throws what the work throws; DeadlineExpired; what the database says to the commit
   */
  async run<T>(work: (runner: SqliteQueryRunner) => Promise<T>, deadline: Deadline, alone: boolean): Promise<T> {
    const giveTurn = await this.#queue.turn(new Deadline(UNIT_LIMIT_MS));
    try {
      const group = await this.#joined(alone, deadline);
      try {
        const result = await this.#unit(work, deadline);
        if (alone || this.#isDue(group)) await this.#commit(group);
        else giveTurn();
        await group.committed.promise;
        return result;
      } catch (error) {
        // what the earlier units of the group did stays; their commit may be due
        if (this.#group === group && (alone || this.#isDue(group))) await this.#commit(group);
        else giveTurn();
        // what the unit failed for may be what an earlier one has done, which nobody else can read yet
        await group.committed.promise;
        throw error;
      }
    } finally {
      giveTurn();
    }
  }

  #isDue({ units, begunAt }: Group): boolean {
    return !this.#queue.isAwaited || units >= MOST_UNITS || performance.now() - begunAt >= LONGEST_MS;
  }

  async #joined(alone: boolean, deadline: Deadline): Promise<Group> {
    if (alone && this.#group !== null) await this.#commit(this.#group);
    if (this.#group === null) {
      const group = new Group(this.source.createQueryRunner());
      // another process may have the lock for longer than this unit waits
      group.runner.busyLimitMs = Math.min(STATEMENT_LIMIT_MS, deadline.remainingMs());
      await group.runner.startTransaction();
      group.runner.busyLimitMs = STATEMENT_LIMIT_MS;
      this.#group = group;
    }
    this.#group.units++;
    return this.#group;
  }

  async #unit<T>(work: (runner: SqliteQueryRunner) => Promise<T>, deadline: Deadline): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      runner.beginUnit();
      return await deadline.bound(wholly(runner, work), () => {
        void runner.release();
      });
    } catch (error) {
      await runner.release();
      // the database has rolled back the whole transaction by itself: the disk is full, say
      if (!this.source.connectionInUse.inTransaction) {
        this.#group?.committed.reject(error);
        await this.#group?.runner.release();
        this.#group = null;
      }
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** Never throws: the units of the group learn the outcome from `committed`. */
  async #commit(group: Group): Promise<void> {
    this.#group = null;
    try {
      await group.runner.commitTransaction();
      group.committed.resolve();
    } catch (error) {
      group.committed.reject(error);
    } finally {
      await group.runner.release(); // which rolls back what is not committed
    }
  }

  /** A unit left its group open for the next one, which then gave up waiting. */
  async #commitLeft(): Promise<void> {
    const group = this.#group;
    if (group === null) return;
    const giveTurn = await this.#queue.turn(new Deadline(UNIT_LIMIT_MS));
    if (this.#group === group) await this.#commit(group);
    giveTurn();
  }
}

async function wholly<T>(runner: SqliteQueryRunner, work: (runner: SqliteQueryRunner) => Promise<T>): Promise<T> {
  const result = await work(runner);
  runner.endUnit();
  return result;
}
