import { Injectable } from '@nestjs/common';
import { type SiteTable, SiteTables } from '../database/site-table.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { type PolicyMoment, stopCondition } from './policy-stops.js';
import { Token } from './token.entity.js';

export interface FigureBounds extends PolicyMoment {
  readonly expiringBefore: Date;
  readonly unusedSince: Date;
}

export type FigureName = 'active' | 'stopped' | 'expiring' | 'unused' | 'inherited';

/** The same conditions as those of the filters of token.repository.ts: a figure is the length of a list. */
const LIVE = 'row.revokedAt IS NULL AND (row.expiresAt IS NULL OR row.expiresAt > :now)';
const MADE_TO_BE_KEPT = `row.kind = 'personal' AND row.format = 'opaque'`;
const OF_THE_ACTIVE: Readonly<Record<Exclude<FigureName, 'active' | 'stopped'>, string>> = {
  expiring: 'row.expiresAt < :expiringBefore',
  unused: 'COALESCE(row.lastUsedAt, row.createdAt) < :unusedSince',
  inherited: 'row.transferredAt IS NOT NULL',
};

/** Counts tokens. Of a site or of one owner, each of which has an index, in one walk for all figures. */
@Injectable()
export class TokenFiguresRepository {
  readonly #tokens: SiteTable<Token>;

  constructor(tables: SiteTables) {
    this.#tokens = tables.of(Token);
  }

  async count(site: SiteId, ownerId: string | null, bounds: FigureBounds): Promise<Record<FigureName, number>> {
    const { now, expiringBefore, unusedSince } = bounds;
    const { sql: stopped, parameters } = stopCondition(bounds);
    const active = `NOT ${stopped}`;
    const query = this.#tokens
      .in(site)
      .query('row')
      .where(`${MADE_TO_BE_KEPT} AND ${LIVE}`)
      .select(sumOf(active), 'active')
      .addSelect(sumOf(stopped), 'stopped');
    if (ownerId !== null) query.andWhere('row.ownerId = :ownerId', { ownerId });
    for (const [figure, condition] of Object.entries(OF_THE_ACTIVE))
      query.addSelect(sumOf(`${active} AND ${condition}`), figure);
    query.setParameters({ ...parameters, now, expiringBefore, unusedSince });
    const row = await query.getRawOne<Record<FigureName, number | string | null>>();
    const numberOf = (figure: FigureName) => Number(row?.[figure] ?? 0); // a sum is a decimal on MySQL, and null of nothing
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
