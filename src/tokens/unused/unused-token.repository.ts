import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, Or } from 'typeorm';
import { type SiteTable, SiteTables } from '../../platform/database/site-table.js';
import type { Tx } from '../../platform/database/transaction.js';
import { Clock } from '../../shared/clock/clock.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { LIVE_ROW } from '../liveness.js';
import { Token } from '../token.entity.js';

/** The two ways to be unused, each an index range. No database serves both from one range. */
const NEVER_USED = 'row.lastUsedAt IS NULL AND row.createdAt < :since';
const USED_BEFORE = 'row.lastUsedAt < :since AND row.createdAt < :since';
const NOT_ROTATED = '(row.rotatedAt IS NULL OR row.rotatedAt < :since)';

/** Live tokens that nobody has used, rotated or made since a given time. */
@Injectable()
export class UnusedTokenRepository {
  readonly #tokens: SiteTable<Token>;

  constructor(
    tables: SiteTables,
    private readonly clock: Clock,
  ) {
    this.#tokens = tables.of(Token);
  }

  /** Revokes at most `limit` of them in one statement, and returns which. */
  async revoke(tx: Tx, site: SiteId, since: Date, limit: number): Promise<Token[]> {
    const ids = await this.#find(tx, site, since, limit);
    if (ids.length === 0) return [];
    const now = this.clock.now();
    const before = Or(IsNull(), LessThan(since));
    const tokens = this.#tokens.in(site, tx);
    // The search locked nothing: a token that was used, rotated or revoked meanwhile is left alone.
    const unused = { id: In(ids), revokedAt: IsNull(), lastUsedAt: before, rotatedAt: before };
    await tokens.update(unused, { revokedAt: now, revokedReason: 'unused' });
    return tokens.all({ id: In(ids), revokedAt: now, revokedReason: 'unused' });
  }

  async #find(tx: Tx, site: SiteId, since: Date, limit: number): Promise<string[]> {
    const ids: string[] = [];
    for (const way of [NEVER_USED, USED_BEFORE]) {
      if (ids.length === limit) break;
      const query = this.#tokens.in(site, tx).query('row').select('row.id', 'id');
      const found = await query
        .where(`${way} AND ${LIVE_ROW} AND ${NOT_ROTATED}`, { since, now: this.clock.now() })
        .limit(limit - ids.length)
        .getRawMany<{ id: string }>();
      ids.push(...found.map(({ id }) => id));
    }
    return ids;
  }
}
