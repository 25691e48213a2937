import { BatchedRead, type FoundByKey } from '../../platform/database/batched-read.js';
import type { ChangeClock } from '../../platform/database/change-clock.js';
import { MOST_KEYS } from '../../platform/database/prepared-reads.js';
import type { Subject } from '../../platform/database/subjects.js';
import { type CacheLimits, RowCache } from './row-cache.js';

/**
 * Rows by key: from the cache if the change clock, asked after the caller, has nothing new about them, else from the database.
 */
export class CachedRead<Row extends object> {
  readonly #cache: RowCache<Row>;
  readonly #rows: BatchedRead<Row>;

  constructor(
    private readonly clock: ChangeClock,
    private readonly read: (keys: readonly string[]) => Promise<FoundByKey<Row>>,
    subjectsOf: (row: Row) => readonly Subject[],
    limits: CacheLimits,
  ) {
    this.#cache = new RowCache(subjectsOf, limits);
    clock.follow(this.#cache);
    this.#rows = new BatchedRead((keys) => this.#readAndKeep(keys), MOST_KEYS);
  }

  /** @throws databaseUnavailable */
  async find(key: string): Promise<Row | undefined> {
    await this.clock.upToDate();
    const known = this.#cache.get(key);
    return known === undefined ? this.again(key) : (known ?? undefined);
  }

  /** The row as the database has it now. */
  async again(key: string): Promise<Row | undefined> {
    return (await this.#rows.find(key)).get(key);
  }

  /** What was read is kept only if the clock has told of no change since: that change might be of these rows. */
  async #readAndKeep(keys: readonly string[]): Promise<FoundByKey<Row>> {
    const { position } = this.clock;
    const found = await this.read(keys);
    if (position === this.clock.position) for (const key of keys) this.#cache.put(key, found.get(key));
    return found;
  }
}
