/**
 * Collects notes in memory and writes them in batches, some time after the first note of a batch. Batches follow one another, and
 * callers never wait. `write` takes everything that is pending at that moment, and deals with its own failure.
 */
export class WriteBehind {
  #timer: NodeJS.Timeout | undefined;
  #flushing: Promise<void> = Promise.resolve();

  constructor(
    private readonly afterMs: number,
    private readonly write: () => Promise<void>,
  ) {}

  /** Called when something is pending. */
  schedule(afterMs = this.afterMs): void {
    this.#timer ??= setTimeout(() => void this.flush(), afterMs).unref();
  }

  /** Writes what is pending, after any write that is already running. */
  flush(): Promise<void> {
    this.#flushing = this.#flushing.then(() => {
      this.stop();
      return this.write();
    });
    return this.#flushing;
  }

  /** Cancels the scheduled write. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
