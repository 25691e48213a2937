import { Injectable } from '@nestjs/common';
import { And, LessThan, MoreThanOrEqual } from 'typeorm';
import type { Increment } from '../database/increment.js';
import { type SiteTable, SiteTables } from '../database/site-table.js';
import { timeParameter } from '../database/stored-time.js';
import type { Tx } from '../database/transaction.js';
import { Ids } from '../shared/ids/ids.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { VerificationCount } from './verification-count.entity.js';

/** What one instance has counted in an hour, or all of them. */
export interface HourlyCount {
  readonly siteId: SiteId;
  /** Its beginning, in milliseconds since the epoch. */
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

/** The verifications of the sites by the hour. */
@Injectable()
export class VerificationCountRepository {
  readonly #counts: SiteTable<VerificationCount>;

  constructor(
    private readonly tables: SiteTables,
    private readonly ids: Ids,
  ) {
    this.#counts = tables.of(VerificationCount);
  }

  /** Adds these to what is there, as one statement. */
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

  /** Of the hours that begin within the range, oldest first. An hour without any has no row. */
  async between(site: SiteId, from: Date, to: Date): Promise<VerificationCount[]> {
    return this.#counts.in(site).all({ hour: And(MoreThanOrEqual(from), LessThan(to)) }, { order: { hour: 'ASC' } });
  }
}
