import { setTimeout as delay } from 'node:timers/promises';

/** The longest time that a request waits for a slice of background work. */
const SLICE_MS = 4;
/**
 * After each slice, the work rests this many times as long as it worked: it never takes more than a quarter of the event loop.
 */
const RESTS = 3;

/** Paces long work that has a lower priority than everything else: the work runs in slices, with a rest after each. */
export class BackgroundPace {
  #since = performance.now();

  /** Await this often. It returns at once until a slice is over. */
  async rest(): Promise<void> {
    const worked = performance.now() - this.#since;
    if (worked < SLICE_MS) return;
    await delay(worked * RESTS);
    this.#since = performance.now();
  }
}

export type Pace = Pick<BackgroundPace, 'rest'>;
