import { Injectable } from '@nestjs/common';
import { rateLimited } from '../../shared/errors/general.errors.js';
import { type Counter, Counters } from './counting/counters.service.js';
import { sourceOf } from './counting/source.js';

const HOUR_SECONDS = 3600;
const CALLS_AN_HOUR = 60;

/** How often an address may report leaks (contract §9): reporting is an open call that reads the database. */
@Injectable()
export class LeakLimits {
  readonly #calls: Counter;

  constructor(counters: Counters) {
    this.#calls = counters.make('leaks', HOUR_SECONDS);
  }

  /** Counts this call. @throws rateLimited */
  async require(address: string): Promise<void> {
    const count = await this.#calls.add(sourceOf(address));
    if (count.value > CALLS_AN_HOUR) throw rateLimited({ retryAfterSeconds: count.forgottenIn });
  }
}
