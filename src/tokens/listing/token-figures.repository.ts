import { Injectable } from '@nestjs/common';
import { type SiteTable, SiteTables } from '../../platform/database/site-table.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { type PolicySnapshot, violationCondition } from '../policy/policy-violations.js';
import { LIVE_ROW } from '../liveness.js';
import { Token } from '../token.entity.js';

export interface FigureBounds extends PolicySnapshot {
  readonly expiringBefore: Date;
  readonly unusedSince: Date;
}

export type FigureName = 'active' | 'stopped' | 'expiring' | 'unused' | 'inherited';

/** The same conditions as the filters of token.repository.ts: a figure is the length of a list. */
const MADE_TO_BE_KEPT = `row.kind = 'personal' AND row.format = 'opaque'`;
const OF_THE_ACTIVE: Readonly<Record<Exclude<FigureName, 'active' | 'stopped'>, string>> = {
  expiring: 'row.expiresAt < :expiringBefore',
  unused: 'COALESCE(row.lastUsedAt, row.createdAt) < :unusedSince',
  inherited: 'row.transferredAt IS NOT NULL',
};

/** Counts the tokens of a site or of one owner. Each has an index, and one pass yields all figures. */
@Injectable()
export class TokenFiguresRepository {
  readonly #tokens: SiteTable<Token>;

  constructor(tables: SiteTables) {
    this.#tokens = tables.of(Token);
  }

  async count(site: SiteId, ownerId: string | null, bounds: FigureBounds): Promise<Record<FigureName, number>> {
    const { now, expiringBefore, unusedSince } = bounds;
    const { sql: stopped, parameters } = violationCondition(bounds);
    const active = `NOT ${stopped}`;
    const query = this.#tokens
      .in(site)
      .query('row')
      .where(`${MADE_TO_BE_KEPT} AND ${LIVE_ROW}`)
      .select(sumOf(active), 'active')
      .addSelect(sumOf(stopped), 'stopped');
    if (ownerId !== null) query.andWhere('row.ownerId = :ownerId', { ownerId });
    for (const [figure, condition] of Object.entries(OF_THE_ACTIVE))
      query.addSelect(sumOf(`${active} AND ${condition}`), figure);
    query.setParameters({ ...parameters, now, expiringBefore, unusedSince });
    const row = await query.getRawOne<Record<FigureName, number | string | null>>();
    const numberOf = (figure: FigureName) => Number(row?.[figure] ?? 0); // MySQL returns a decimal, and null for no rows
    return {
      active: numberOf('active'),
      stopped: numberOf('stopped'),
      expiring: numberOf('expiring'),
      unused: numberOf('unused'),
      inherited: numberOf('inherited'),
    };
  }
}

function sumOf(condition: string): string {
  return `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
}
