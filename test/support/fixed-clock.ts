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
  #elapsedMs = 0;
  #step = 0;

  constructor(now: Date | string = '2026-01-15T12:00:00.000Z') {
    super();
    this.#now = new Date(now);
  }

  override now(): Date {
    this.advance(this.#step);
    return new Date(this.#now);
  }

  override elapsedMs(): number {
    return this.#elapsedMs;
  }

  /** From now on each reading is so many milliseconds after the one before; 0 stands still again. */
  tick(milliseconds: number): void {
    this.#step = milliseconds;
  }

  /** Sets the time of the machine: none has passed. */
  set(now: Date | string): void {
    this.#now = new Date(now);
  }

  /** By milliseconds, or by the sum of the parts. */
  advance(duration: number | Duration): void {
    const ms = typeof duration === 'number' ? duration : milliseconds(duration);
    this.#now = new Date(this.#now.getTime() + ms);
    this.#elapsedMs += ms;
  }
}

function milliseconds({ milliseconds = 0, seconds = 0, minutes = 0, hours = 0, days = 0 }: Duration): number {
  return milliseconds + 1000 * (seconds + 60 * (minutes + 60 * (hours + 24 * days)));
}
