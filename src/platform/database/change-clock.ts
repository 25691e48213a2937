import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../../shared/clock/clock.js';
import { Settings } from '../config/settings.js';
import { type ChangeRow, chainFrom, type Pair, pairsIn, textOf } from './change-clock/chain.js';
import { Database } from './database.js';
import { type PreparedRead, PreparedReads } from './prepared-reads.js';
import { EVERYTHING, type Subject } from './subjects.js';
import { SqliteDataSource } from './sqlite/sqlite-data-source.js';

/** Told of every committed change, by whichever instance or process made it. */
export interface ChangeFollower {
  /** What depends on one of these must be read again. `everything` is among them when the history is not known. */
  changed(subjects: readonly Subject[]): void;
}

const NOTHING_TO_WAIT_FOR = Promise.resolve();
const POLLS_IN_BOUND = 3;
/** An instance that missed more than this of one shard reads everything again. */
const MOST_CHANGES = 1_000;

const POSITION = {
  sqlite: `SELECT group_concat(number || ':' || stamp, ',' ORDER BY id) AS pairs FROM change_shards`,
  mysql: `SELECT GROUP_CONCAT(number, ':', stamp ORDER BY id) AS pairs FROM change_shards`,
};
const SINCE = `SELECT number, stamp, previous, subject FROM changes WHERE shard = ? AND number > ?
ORDER BY number LIMIT ${MOST_CHANGES + 1}`;

/** When a read began, on both clocks. */
interface Moment {
  readonly elapsedMs: number;
  readonly wallMs: number;
}

/**
 * Says whether anything has changed, in one tiny read for all who ask at about the same time. Nothing that is answered after
 * `upToDate` can be older than the call: the read begins after it, on every instance, without a message between them. With
 * `GATEHOUSE_FRESHNESS` in milliseconds, it can be older by that much.
 */
@Injectable()
export class ChangeClock implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #followers: ChangeFollower[] = [];
  readonly #position: PreparedRead<{ readonly pairs: string }>;
  readonly #since: PreparedRead<ChangeRow>;
  readonly #version: () => unknown;
  #known: readonly Pair[] | null = null;
  #knownText = '';
  #knownVersion: unknown;
  #turn = 0;
  /** The beginning of the last read that had an answer. */
  #askedAt: Moment | null = null;
  #isHistoryLost = false;
  #polling: NodeJS.Timeout | undefined;
  #reading: Promise<void> = Promise.resolve();
  #next: Promise<void> | null = null;

  constructor(
    database: Database,
    reads: PreparedReads,
    private readonly settings: Settings,
    private readonly time: Clock,
  ) {
    this.#position = reads.prepare(POSITION[database.dialect]);
    this.#since = reads.prepare(SINCE);
    const { reader } = database;
    this.#version = reader instanceof SqliteDataSource ? () => versionOf(reader) : () => undefined;
  }

  /** With a bound, the clock is read before anybody asks: a verification then waits for nothing. */
  onApplicationBootstrap(): void {
    const { freshnessMs } = this.settings;
    if (freshnessMs === null) return;
    const poll = () => {
      // not lost: without an answer, the next verification asks the database itself and gets the error
      this.#asked().catch(() => undefined);
    };
    this.#polling = setInterval(poll, Math.max(1, Math.floor(freshnessMs / POLLS_IN_BOUND))).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.#polling);
  }

  follow(follower: ChangeFollower): void {
    this.#followers.push(follower);
  }

  /**
   * Another number with each change that the followers were told of. What was read from the database may be kept if the number is
   * the same as before that read began.
   */
  get position(): number {
    return this.#turn;
  }

  /**
   * Resolves when the followers have been told of every change that was committed before this call, or by the bound earlier.
   * @throws databaseUnavailable
   */
  upToDate(): Promise<void> {
    return this.#isWithinBound() ? NOTHING_TO_WAIT_FOR : this.#asked();
  }

  #isWithinBound(): boolean {
    const { freshnessMs } = this.settings;
    if (freshnessMs === null || this.#askedAt === null) return false;
    // either clock may have stood still: the process was stopped, or somebody set the time
    const elapsed = this.time.elapsedMs() - this.#askedAt.elapsedMs;
    const passed = this.time.now().getTime() - this.#askedAt.wallMs;
    if (passed < 0) this.#isHistoryLost = true;
    return passed >= 0 && Math.max(elapsed, passed) < freshnessMs;
  }

  #asked(): Promise<void> {
    return (this.#next ??= this.#begin());
  }

  /** One read at a time: what an older one saw could not be told from another history. */
  async #begin(): Promise<void> {
    await this.#reading;
    await new Promise(setImmediate);
    this.#next = null;
    const read = this.#read();
    this.#reading = read.then(undefined, () => undefined);
    return read;
  }

  async #read(): Promise<void> {
    const begun = { elapsedMs: this.time.elapsedMs(), wallMs: this.time.now().getTime() };
    if (this.#isHistoryLost) {
      this.#isHistoryLost = false;
      this.#known = null;
      this.#knownText = '';
      this.#knownVersion = undefined;
    }
    await this.#compare();
    this.#askedAt = begun;
  }

  async #compare(): Promise<void> {
    // read before the position: a commit in between only makes the next call look again
    const version = this.#version();
    if (version !== undefined && version === this.#knownVersion) return;
    const [row] = await this.#position.all([]);
    if (row === undefined) throw new Error('the change clock has no shards');
    if (row.pairs !== this.#knownText) await this.#advance(pairsIn(row.pairs));
    this.#knownVersion = version;
  }

  async #advance(current: readonly Pair[]): Promise<void> {
    const known = this.#known;
    const changes = known === null ? null : await this.#changesSince(known, current);
    this.#known = changes?.pairs ?? current;
    this.#knownText = textOf(this.#known);
    this.#turn++;
    const subjects = changes?.subjects ?? [EVERYTHING];
    for (const follower of this.#followers) follower.changed(subjects);
  }

  /** Null when the current position does not follow from the known one. */
  async #changesSince(known: readonly Pair[], current: readonly Pair[]): Promise<Changes | null> {
    if (known.length !== current.length) return null;
    const pairs = [...known];
    const subjects: Subject[] = [];
    for (const [shard, pair] of current.entries()) {
      const before = known[shard];
      if (before === undefined) return null;
      if (pair.number === before.number && pair.stamp === before.stamp) continue;
      const rows = await this.#since.all([shard, before.number]);
      const chain = rows.length > MOST_CHANGES ? null : chainFrom(before, rows, pair);
      if (chain === null) return null;
      pairs[shard] = chain.last;
      subjects.push(...chain.subjects);
    }
    return { pairs, subjects };
  }
}

interface Changes {
  readonly pairs: readonly Pair[];
  readonly subjects: readonly Subject[];
}

/** Differs from its last value when another connection has committed anything. */
function versionOf(reader: SqliteDataSource): unknown {
  const [row] = reader.connectionInUse.prepare('PRAGMA data_version').all() as { data_version: number }[];
  return row?.data_version;
}
