import { Clock } from '../../src/shared/clock/clock.js';

interface Duration {
  readonly milliseconds?: number;
  readonly seconds?: number;
  readonly minutes?: number;
  readonly hours?: number;
  readonly days?: number;
}

/** A clock that stands still until a test moves it. */
export class FixedClock extends Clock {
  #now: Date;
  #step = 0;

  constructor(now: Date | string = '2026-01-15T12:00:00.000Z') {
    super();
    this.#now = new Date(now);
  }

  override now(): Date {
    this.advance(this.#step);
    return new Date(this.#now);
  }

  /** From now on each reading is so many milliseconds after the one before; 0 stands still again. */
  tick(milliseconds: number): void {
    this.#step = milliseconds;
  }

  set(now: Date | string): void {
    this.#now = new Date(now);
  }

  /** By milliseconds, or by the sum of the parts. */
  advance(duration: number | Duration): void {
    this.#now = new Date(this.#now.getTime() + (typeof duration === 'number' ? duration : milliseconds(duration)));
  }
}

function milliseconds({ milliseconds = 0, seconds = 0, minutes = 0, hours = 0, days = 0 }: Duration): number {
  return milliseconds + 1000 * (seconds + 60 * (minutes + 60 * (hours + 24 * days)));
}
