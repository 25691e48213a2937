/**
 * Writes what was noted in memory a while after the first note of a batch, one batch after the other, so that whoever
 * notes never waits. `write` takes what is pending at that moment, and deals with its own failure.
 */
export class WriteBehind {
  #timer: NodeJS.Timeout | undefined;
  #flushing: Promise<void> = Promise.resolve();

  constructor(
    private readonly afterMs: number,
    private readonly write: () => Promise<void>,
  ) {}

  /** Something is pending. */
  schedule(afterMs = this.afterMs): void {
    this.#timer ??= setTimeout(() => void this.flush(), afterMs).unref();
  }

  /** Writes what is pending, after whatever is being written already. */
  flush(): Promise<void> {
    this.#flushing = this.#flushing.then(() => {
      this.stop();
      return this.write();
    });
    return this.#flushing;
  }

  /** Forgets what was scheduled. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
