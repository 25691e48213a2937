import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction.js';
import { Clock } from '../shared/clock/clock.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { inNetworks } from '../shared/networks/network-list.js';
import type { SitePolicy } from '../sites/sites.types.js';
import { type EffectSearch, PolicyEffectsRepository } from './policy-effects.repository.js';
import { stopOf } from './policy-stops.js';
import { type PolicyStop, rulesOf } from './policy-terms.js';
import type { Token } from './token.entity.js';
import { TokenUsage } from './token-usage.service.js';
import type { TokenRecord } from './tokens.types.js';

export interface PolicyChange {
  readonly from: SitePolicy;
  readonly to: SitePolicy;
}

export interface StoppedToken {
  readonly token: TokenRecord;
  readonly reason: PolicyStop;
}

export interface PolicyEffect {
  readonly total: number;
  readonly items: readonly StoppedToken[];
  readonly nextCursor: string | null;
  /** How many tokens would go on and were last used from where they could not be used any more. */
  readonly usedOutside: number;
}

/** Tokens looked at in one go: memory does not grow with how many a site has. */
const PORTION = 1_000;

/** What a change of a site's policy would do to its live tokens at this moment. */
@Injectable()
export class PolicyEffects {
  constructor(
    private readonly effects: PolicyEffectsRepository,
    private readonly usage: TokenUsage,
    private readonly clock: Clock,
  ) {}

  /** The last uses that are still to be written are what says which token is in use. */
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

  /** No address of tomorrow is known: the last one of each token is what there is to go by. */
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
  const reason = stopOf(token, { rules: to, now });
  return reason === null ? [] : [{ token, reason }];
}
