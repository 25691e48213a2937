import { Injectable } from '@nestjs/common';
import { And, LessThan, MoreThanOrEqual } from 'typeorm';
import type { Increment } from '../platform/database/increment.js';
import { type SiteTable, SiteTables } from '../platform/database/site-table.js';
import { timeParameter } from '../platform/database/stored-time.js';
import type { Tx } from '../platform/database/transaction.js';
import { Ids } from '../shared/ids/ids.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { VerificationCount } from './verification-count.entity.js';

/** The counts of one instance, or of all instances, for an hour. */
export interface HourlyCount {
  readonly siteId: SiteId;
  /** The start of the hour, in milliseconds since the epoch. */
  readonly hour: number;
  readonly verified: number;
  readonly refused: number;
}

const INCREMENT: Increment = {
  table: 'verification_counts',
  columns: ['id', 'site_id', 'hour', 'verified', 'refused'],
  key: ['site_id', 'hour'],
  counts: ['verified', 'refused'],
};

/** The verifications of the sites, by the hour. */
@Injectable()
export class VerificationCountRepository {
  readonly #counts: SiteTable<VerificationCount>;

  constructor(
    private readonly tables: SiteTables,
    private readonly ids: Ids,
  ) {
    this.#counts = tables.of(VerificationCount);
  }

  /** Adds these counts to the stored ones, in one statement. */
  async add(tx: Tx, counts: readonly HourlyCount[]): Promise<void> {
    const values = counts.map(({ siteId, hour, verified, refused }) => [
      this.ids.next(),
      siteId,
      timeParameter(new Date(hour)),
      verified,
      refused,
    ]);
    await this.tables.increment(tx, 'the sites are those of tokens that were verified', INCREMENT, values);
  }

  /** The hours that begin within the range, oldest first. An hour without any verification has no row. */
  async between(site: SiteId, from: Date, to: Date): Promise<VerificationCount[]> {
    return this.#counts.in(site).all({ hour: And(MoreThanOrEqual(from), LessThan(to)) }, { order: { hour: 'ASC' } });
  }
}
