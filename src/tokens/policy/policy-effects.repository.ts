import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import type { Page } from '../../platform/database/page.js';
import { type SiteTable, SiteTables } from '../../platform/database/site-table.js';
import type { Tx } from '../../platform/database/transaction.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { type Condition, violationCondition } from './policy-violations.js';
import type { PolicyRules } from './policy-rules.js';
import { LIVE_ROW } from '../liveness.js';
import { Token } from '../token.entity.js';

/** Selects the live tokens of a site that one set of rules stops at an instant and another does not. */
export interface EffectSearch {
  readonly siteId: SiteId;
  readonly from: PolicyRules;
  readonly to: PolicyRules;
  readonly now: Date;
}

export interface UsedFrom {
  readonly id: string;
  readonly address: string;
}

/** Finds in the database what a policy would stop, however many tokens there are. */
@Injectable()
export class PolicyEffectsRepository {
  readonly #tokens: SiteTable<Token>;

  constructor(tables: SiteTables) {
    this.#tokens = tables.of(Token);
  }

  page(tx: Tx, search: EffectSearch, page: { limit: number; cursor: string | undefined }): Promise<Page<Token>> {
    const refine = (query: SelectQueryBuilder<Token>) => {
      stopping(query, search);
    };
    return this.#tokens.in(search.siteId, tx).page({ ...page, refine });
  }

  count(tx: Tx, search: EffectSearch): Promise<number> {
    return stopping(this.#tokens.in(search.siteId, tx).query('row'), search).getCount();
  }

  /** The next tokens, in the order of their ids, that neither policy stops, with the address each was last used from. */
  async lastUses(tx: Tx, search: EffectSearch, after: string, limit: number): Promise<UsedFrom[]> {
    const { from, to } = conditionsOf(search);
    return live(this.#tokens.in(search.siteId, tx).query('row'), search.now)
      .select(['row.id AS id', 'row.lastUsedAddress AS address'])
      .andWhere(`NOT ${from.sql} AND NOT ${to.sql}`, { ...from.parameters, ...to.parameters })
      .andWhere('row.lastUsedAddress IS NOT NULL AND row.id > :after', { after })
      .orderBy('row.id', 'ASC')
      .limit(limit)
      .getRawMany<UsedFrom>();
  }
}

function live(query: SelectQueryBuilder<Token>, now: Date): SelectQueryBuilder<Token> {
  return query.andWhere(LIVE_ROW, { now });
}

function stopping(query: SelectQueryBuilder<Token>, search: EffectSearch): SelectQueryBuilder<Token> {
  const { from, to } = conditionsOf(search);
  return live(query, search.now).andWhere(`${to.sql} AND NOT ${from.sql}`, { ...from.parameters, ...to.parameters });
}

function conditionsOf({ from, to, now }: EffectSearch): { from: Condition; to: Condition } {
  return { from: violationCondition({ rules: from, now }, 'from'), to: violationCondition({ rules: to, now }, 'to') };
}
