import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction.js';
import { Notifications } from '../notifications/notifications.service.js';
import type { SiteId } from '../shared/ids/site-id.js';
import type { TokenRecord } from '../tokens/tokens.types.js';
import { UnusedTokens } from '../tokens/unused-tokens.js';
import type { CareStep, UnusedLimit } from './care.types.js';
import { daysBefore } from './days-before.js';
import { UnusedLimits } from './unused-limits.js';

/** A notification names this many tokens; all of them are in the audit log. */
const MOST_NAMED = 50;

/** Revokes what a site's policy calls unused, and tells each owner once for each batch. */
@Injectable()
export class UnusedTokenCare {
  constructor(
    private readonly unused: UnusedTokens,
    private readonly limits: UnusedLimits,
    private readonly notifications: Notifications,
  ) {}

  /** One for each site that wants it. */
  async steps(now: Date): Promise<CareStep[]> {
    return (await this.limits.all()).map((limit) => this.#step(limit, now));
  }

  #step({ siteId, days }: UnusedLimit, now: Date): CareStep {
    const since = daysBefore(now, days);
    return {
      kind: 'unusedTokensRevoked',
      batch: async (tx, limit) => {
        const revoked = await this.unused.revoke(tx, siteId, since, limit);
        for (const [ownerId, tokens] of byOwner(revoked)) await this.#tell(tx, siteId, ownerId, tokens, days);
        return revoked.length;
      },
    };
  }

  async #tell(tx: Tx, siteId: SiteId, userId: string, tokens: readonly TokenRecord[], days: number): Promise<void> {
    const named = tokens.slice(0, MOST_NAMED).map(({ id, name, last4 }) => ({ id, name, last4 }));
    await this.notifications.tell(tx, {
      siteId,
      userId,
      kind: 'tokens.revoked_unused',
      subject: { type: 'user', id: userId },
      details: { days, count: tokens.length, tokens: named },
    });
  }
}

function byOwner(tokens: readonly TokenRecord[]): Map<string, TokenRecord[]> {
  const owners = new Map<string, TokenRecord[]>();
  for (const token of tokens) owners.set(token.ownerId, [...(owners.get(token.ownerId) ?? []), token]);
  return owners;
}
