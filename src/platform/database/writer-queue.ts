import type { Deadline } from './deadline.js';

interface Waiter {
  readonly proceed: () => void;
}

/**
 * Gives callers their turns at something that only one of them can have, above all SQLite's writer, in the order of their
 * arrival.
 */
export class WriterQueue {
  readonly #waiting: Waiter[] = [];
  #taken = false;

  /** @param onFree called when a turn ends and nobody waits for the next one */
  constructor(private readonly onFree: () => void = () => undefined) {}

  get isAwaited(): boolean {
    return this.#waiting.length > 0;
  }

  get isFree(): boolean {
    return !this.#taken;
  }

  /** Resolves to the function that passes the turn to the next caller. A caller whose deadline passes leaves the queue. */
  async turn(deadline: Deadline): Promise<() => void> {
    if (this.#taken) await this.#wait(deadline);
    this.#taken = true;
    let given = false;
    return () => {
      if (given) return;
      given = true;
      this.#next();
    };
  }

  async #wait(deadline: Deadline): Promise<void> {
    let waiter: Waiter | undefined;
    const turn = new Promise<void>((resolve) => {
      waiter = { proceed: resolve };
      this.#waiting.push(waiter);
    });
    await deadline.bound(turn, () => {
      const place = this.#waiting.findIndex((entry) => entry === waiter);
      if (place === -1) this.#next();
      else this.#waiting.splice(place, 1);
    });
  }

  /** The turn passes from one caller directly to the next: nobody who arrives in between can take it. */
  #next(): void {
    const next = this.#waiting.shift();
    if (next !== undefined) {
      next.proceed();
      return;
    }
    this.#taken = false;
    this.onFree();
  }
}
