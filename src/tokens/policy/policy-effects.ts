import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/transaction.js';
import { Clock } from '../../shared/clock/clock.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { inNetworks } from '../../shared/networks/network-list.js';
import type { SitePolicy } from '../../directory/sites/sites.types.js';
import { type EffectSearch, PolicyEffectsRepository } from './policy-effects.repository.js';
import { violationOf } from './policy-violations.js';
import { type PolicyViolation, rulesOf } from './policy-rules.js';
import type { Token } from '../token.entity.js';
import { TokenUsage } from '../token-usage.service.js';
import type { TokenRecord } from '../tokens.types.js';

export interface PolicyChange {
  readonly from: SitePolicy;
  readonly to: SitePolicy;
}

export interface StoppedToken {
  readonly token: TokenRecord;
  readonly reason: PolicyViolation;
}

export interface PolicyEffect {
  readonly total: number;
  readonly items: readonly StoppedToken[];
  readonly nextCursor: string | null;
  /** How many tokens would keep working, but were last used from a network that would no longer be allowed. */
  readonly usedOutside: number;
}

/** How many tokens are looked at in one go: memory use does not grow with the number of tokens. */
const PORTION = 1_000;

/** What a change of a site's policy would do to its live tokens now. */
@Injectable()
export class PolicyEffects {
  constructor(
    private readonly effects: PolicyEffectsRepository,
    private readonly usage: TokenUsage,
    private readonly clock: Clock,
  ) {}

  /** Writes the last uses that are still pending: they show which token is in use. */
  writeUses(): Promise<void> {
    return this.usage.flush();
  }

  async of(
    tx: Tx,
    siteId: SiteId,
    change: PolicyChange,
    page: { readonly limit: number; readonly cursor: string | undefined },
  ): Promise<PolicyEffect> {
    const search = { siteId, from: rulesOf(change.from), to: rulesOf(change.to), now: this.clock.now() };
    const { items, nextCursor } = await this.effects.page(tx, search, page);
    return {
      total: await this.effects.count(tx, search),
      items: items.flatMap((token) => stoppedBy(search, token)),
      nextCursor,
      usedOutside: await this.#usedOutside(tx, search, change),
    };
  }

  /** Future addresses are unknown: the last address of each token is the only evidence. */
  async #usedOutside(tx: Tx, search: EffectSearch, { from, to }: PolicyChange): Promise<number> {
    const networks = to.allowedNetworks;
    if (networks === null) return 0;
    let count = 0;
    for (let after = ''; ;) {
      const portion = await this.effects.lastUses(tx, search, after, PORTION);
      const allowedNow = portion.filter(
        ({ address }) => from.allowedNetworks === null || inNetworks(address, from.allowedNetworks),
      );
      count += allowedNow.filter(({ address }) => !inNetworks(address, networks)).length;
      const last = portion.at(-1);
      if (last === undefined || portion.length < PORTION) return count;
      after = last.id;
    }
  }
}

function stoppedBy({ to, now }: EffectSearch, token: Token): StoppedToken[] {
  const reason = violationOf(token, { rules: to, now });
  return reason === null ? [] : [{ token, reason }];
}
