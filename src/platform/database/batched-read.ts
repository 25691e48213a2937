/** The results of a batch by key. A key without a value is left out. */
export type FoundByKey<Value> = ReadonlyMap<string, Value>;

/** Reads some keys at once, each named once. The promise always settles, sooner or later. */
type ReadKeys<Value> = (keys: readonly string[]) => Promise<FoundByKey<Value>>;

/**
 * With this many callers, a batch is read at once. If it waited for more, all work of the service would wait for one read, and
 * the service would have nothing to do in the meantime.
 */
const MOST_CALLERS = 16;
/** While the database is busy with this many reads, the next one starts when one of them is over. */
const MOST_AT_ONCE = 2;
/** A read that waits this long starts anyway: something must be wrong with the reads before it. */
const LONGEST_WAIT_MS = 20;

class Batch<Value> {
  readonly keys = new Set<string>();
  callers = 0;
  readonly found: Promise<FoundByKey<Value>>;
  /** Set when the batch has been open for its two turns of the event loop, and waits for other reads to end. */
  wait: NodeJS.Timeout | null = null;
  #settle!: (found: Promise<FoundByKey<Value>>) => void;

  constructor() {
    this.found = new Promise((resolve) => (this.#settle = resolve));
  }

  readBy(read: ReadKeys<Value>, over: () => void): void {
    const found = read([...this.keys]);
    found.then(over, over);
    this.#settle(found);
  }
}

/**
 * Combines into one read all keys that callers ask for within two turns of the event loop, or while the database answers other
 * reads. A busy service then pays for the statement once, and once for a key that many callers want. This is not a cache: a batch
 * is read after everybody in it has asked, and nothing is kept.
 */
export class BatchedRead<Value> {
  #open: Batch<Value> | null = null;
  #reading = 0;

  constructor(
    private readonly read: ReadKeys<Value>,
    private readonly mostKeys: number,
  ) {}

  /**
   * The result of the read that these keys are part of. It also has the keys of other callers.
   * @throws what the read throws, to all callers of its batch.
   */
  find(...keys: readonly string[]): Promise<FoundByKey<Value>> {
    const batch = this.#withRoom(keys.length);
    for (const key of keys) batch.keys.add(key);
    if (++batch.callers === MOST_CALLERS) this.#read(batch);
    return batch.found;
  }

  #withRoom(count: number): Batch<Value> {
    if (this.#open !== null && this.#open.keys.size + count > this.mostKeys) this.#read(this.#open);
    return this.#open ?? this.#opened();
  }

  #opened(): Batch<Value> {
    const batch = new Batch<Value>();
    this.#open = batch;
    // The first callback runs after all requests of this turn, the second after those of the next turn. An idle service loses one
    // empty turn. A busy one makes fewer reads: a quarter less work for MariaDB, and a tenth less for itself.
    setImmediate(() => {
      setImmediate(() => {
        this.#readSoon(batch);
      });
    });
    return batch;
  }

  #readSoon(batch: Batch<Value>): void {
    if (this.#open !== batch) return; // the batch was full
    if (this.#reading < MOST_AT_ONCE) this.#read(batch);
    else
      batch.wait = setTimeout(() => {
        this.#read(batch);
      }, LONGEST_WAIT_MS);
  }

  #read(batch: Batch<Value>): void {
    if (batch.wait !== null) clearTimeout(batch.wait);
    this.#open = null;
    this.#reading++;
    batch.readBy(this.read, () => {
      this.#reading--;
      if (this.#open !== null && this.#open.wait !== null) this.#read(this.#open);
    });
  }
}
