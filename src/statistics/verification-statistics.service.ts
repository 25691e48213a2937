import { Injectable } from '@nestjs/common';
import { Clock } from '../shared/clock/clock.js';
import { validationFailed } from '../shared/errors/general.errors.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { HOUR_MS, type HourRange, hoursWithin } from './hours.js';
import { VerificationCounter } from './verification-counter.service.js';
import { VerificationCountRepository } from './verification-count.repository.js';

export interface HourOfVerifications {
  readonly hour: Date;
  readonly verified: number;
  readonly refused: number;
}

export interface Verifications {
  readonly from: Date;
  readonly to: Date;
  /** Every hour of the range, oldest first. */
  readonly hours: readonly HourOfVerifications[];
}

/** How often tokens of a site were verified and refused, hour by hour. */
@Injectable()
export class VerificationStatistics {
  constructor(
    private readonly counts: VerificationCountRepository,
    private readonly counter: VerificationCounter,
    private readonly clock: Clock,
  ) {}

  /** @throws validationFailed when the range ends before it begins */
  async within(site: SiteId, range: { readonly from?: Date; readonly to?: Date }): Promise<Verifications> {
    const hours = hoursWithin(range, this.clock.now());
    if (hours === null)
      throw validationFailed({ errors: [{ path: 'query.from', message: 'must be before the end of the range' }] });
    await this.counter.flush(); // includes what this instance counted a moment ago
    return this.#filled(site, hours);
  }

  async #filled(site: SiteId, { from, to }: HourRange): Promise<Verifications> {
    const [start, end] = [new Date(from), new Date(to)];
    const rows = await this.counts.between(site, start, end);
    const byHour = new Map(rows.map((row) => [row.hour.getTime(), row]));
    const hours = Array.from({ length: (to - from) / HOUR_MS }, (_, index) => {
      const at = from + index * HOUR_MS;
      const { verified = 0, refused = 0 } = byHour.get(at) ?? {};
      return { hour: new Date(at), verified, refused };
    });
    return { from: start, to: end, hours };
  }
}
