import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { WriteBehind } from '../platform/database/write-behind.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { type HourlyCount, VerificationCountRepository } from './verification-count.repository.js';
import { HOUR_MS } from './hours.js';

const FLUSH_AFTER_MS = 10_000;
/** Rows per commit: one for each site of which a token was presented since the last commit. */
const BATCH = 500;
/** Sites times hours, in memory. Only an outage of the database lets this many gather. */
const MOST_PENDING = 100_000;

interface Tally {
  verified: number;
  refused: number;
}

type Tallies = Map<SiteId, Tally>;

/**
 * Counts verifications and refusals of tokens, by site and hour. Counts are kept in memory and added later to those of the other
 * instances, so that a verification costs only an increment. A crash loses the last seconds.
 */
@Injectable()
export class VerificationCounter implements BeforeApplicationShutdown {
  readonly #logger = new Logger(VerificationCounter.name);
  /** By the start of the hour. */
  #pending = new Map<number, Tallies>();
  #size = 0;
  #hour = -1;
  #ofHour: Tallies = new Map();
  /** Counts that there was no room for. */
  #lost: Tally = { verified: 0, refused: 0 };
  readonly #behind = new WriteBehind(FLUSH_AFTER_MS, () => this.#write());

  constructor(
    private readonly counts: VerificationCountRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** A valid token of the site was presented; `at` is in milliseconds since the epoch. */
  verified(site: SiteId, at: number): void {
    this.#tally(site, at - (at % HOUR_MS)).verified++;
  }

  /** A token of the site was presented and does not work. */
  refused(site: SiteId, at: number): void {
    this.#tally(site, at - (at % HOUR_MS)).refused++;
  }

  /** Writes what is pending, after any write that is already running. */
  flush(): Promise<void> {
    return this.#behind.flush();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.flush();
    this.#behind.stop();
  }

  #tally(site: SiteId, hour: number): Tally {
    if (hour !== this.#hour) this.#turnTo(hour);
    return this.#ofHour.get(site) ?? this.#begin(site);
  }

  #turnTo(hour: number): void {
    let tallies = this.#pending.get(hour);
    if (tallies === undefined) {
      tallies = new Map();
      this.#pending.set(hour, tallies);
    }
    this.#hour = hour;
    this.#ofHour = tallies;
  }

  #begin(site: SiteId): Tally {
    if (this.#size >= MOST_PENDING) return this.#lost;
    const tally = { verified: 0, refused: 0 };
    this.#ofHour.set(site, tally);
    this.#size++;
    this.#behind.schedule();
    return tally;
  }

  /** What can't be written stays for the next time. */
  async #write(): Promise<void> {
    this.#sayLost();
    const counts = this.#take();
    let written = 0;
    try {
      while (written < counts.length) {
        const batch = counts.slice(written, written + BATCH);
        await this.unitOfWork.run((tx) => this.counts.add(tx, batch));
        written += batch.length;
      }
    } catch (error) {
      this.#logger.warn(`the verifications of ${counts.length - written} hours wait to be counted: ${String(error)}`);
      this.#putBack(counts.slice(written));
    }
  }

  /** Everything counted so far, in the same order on all instances: two that write at once must not wait for each other. */
  #take(): HourlyCount[] {
    const counts = [...this.#pending].flatMap(([hour, tallies]) =>
      [...tallies].map(([siteId, { verified, refused }]) => ({ siteId, hour, verified, refused })),
    );
    this.#pending = new Map();
    this.#size = 0;
    this.#hour = -1;
    return counts.sort((one, other) => one.hour - other.hour || (one.siteId < other.siteId ? -1 : 1));
  }

  #putBack(counts: readonly HourlyCount[]): void {
    for (const { siteId, hour, verified, refused } of counts) {
      const tally = this.#tally(siteId, hour);
      tally.verified += verified;
      tally.refused += refused;
    }
  }

  #sayLost(): void {
    const { verified, refused } = this.#lost;
    if (verified + refused === 0) return;
    this.#lost = { verified: 0, refused: 0 };
    this.#logger.error(`${verified + refused} verifications were not counted: they could not be written for too long`);
  }
}
