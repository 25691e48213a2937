/** What a batch found, by key; a key that has no value is left out. */
export type FoundByKey<Value> = ReadonlyMap<string, Value>;

/** Reads some keys at once; each is named once. It settles, sooner or later. */
type ReadKeys<Value> = (keys: readonly string[]) => Promise<FoundByKey<Value>>;

/**
 * So many that ask are not kept waiting for more: all that a service is doing would wait for one read together, and it would
 * have nothing to do meanwhile.
 */
const MOST_CALLERS = 16;
/** A database that is busy with this many reads gets the next when one of them is over. */
const MOST_AT_ONCE = 2;
/** Unless it takes so long that something is wrong with it: then nobody waits for another's read. */
const LONGEST_WAIT_MS = 20;

class Batch<Value> {
  readonly keys = new Set<string>();
  callers = 0;
  readonly found: Promise<FoundByKey<Value>>;
  /** Set when the two turns of the event loop that it is open for are over, and it waits for others to be read. */
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
 * Makes one read of all the keys that are asked for in two turns of the event loop, or while the database answers others: a
 * busy service then pays for the statement once, and for a key that many ask about once. It is no cache. A batch is read after
 * everybody in it has asked, and nothing is kept.
 */
export class BatchedRead<Value> {
  #open: Batch<Value> | null = null;
  #reading = 0;

  constructor(
    private readonly read: ReadKeys<Value>,
    private readonly mostKeys: number,
  ) {}

  /**
   * What the read found that these keys are part of; others' keys are in it too.
   * @throws what the read throws, to all that are in its batch.
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
    // The first is called when all requests of this turn have been looked at, the second when those of the next have. An idle
    // service loses one empty turn by that; a busy one makes fewer reads, a quarter less work for MariaDB and a tenth for itself.
    setImmediate(() => {
      setImmediate(() => {
        this.#readSoon(batch);
      });
    });
    return batch;
  }

  #readSoon(batch: Batch<Value>): void {
    if (this.#open !== batch) return; // it was full
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
