/** What a batch found, by key; a key that has no value is left out. */
export type FoundByKey<Value> = ReadonlyMap<string, Value>;

/** Reads some keys at once; each is named once. */
type ReadKeys<Value> = (keys: readonly string[]) => Promise<FoundByKey<Value>>;

class Batch<Value> {
  readonly keys = new Set<string>();
  readonly found: Promise<FoundByKey<Value>>;
  #close: () => void = () => undefined;

  constructor(read: ReadKeys<Value>) {
    this.found = new Promise<void>((resolve) => (this.#close = resolve)).then(async () => read([...this.keys]));
  }

  close(): void {
    this.#close();
  }
}

/**
 * Makes one read of all the keys that are asked for in the same turn of the event loop: a busy service then pays for
 * the statement once, and for a key that many ask about once. It is no cache. A batch is read after everybody in it
 * has asked, and nothing is kept.
 */
export class BatchedRead<Value> {
  #open: Batch<Value> | null = null;

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
    return batch.found;
  }

  #withRoom(count: number): Batch<Value> {
    if (this.#open !== null && this.#open.keys.size + count > this.mostKeys) this.#close(this.#open);
    return this.#open ?? this.#opened();
  }

  #opened(): Batch<Value> {
    const batch = new Batch(this.read);
    this.#open = batch;
    // It runs once all requests that have arrived meanwhile have been looked at.
    setImmediate(() => {
      this.#close(batch);
    });
    return batch;
  }

  #close(batch: Batch<Value>): void {
    if (this.#open === batch) this.#open = null;
    batch.close();
  }
}
