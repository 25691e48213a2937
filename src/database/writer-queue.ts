import type { Deadline } from './deadline.js';

interface Waiter {
  readonly proceed: () => void;
}

/** Lets one unit of work after another have SQLite's writer, in the order in which they came. */
export class WriterQueue {
  readonly #waiting: Waiter[] = [];
  #taken = false;

  /** Resolves to the function that gives the turn to the next. Whoever's deadline passes first leaves the queue. */
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

  /** The turn passes from hand to hand: nobody who comes meanwhile can take it. */
  #next(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#taken = false;
    else next.proceed();
  }
}
