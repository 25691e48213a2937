import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/transaction.js';
import { Notifications } from '../../platform/notifications/notifications.service.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import type { TokenRecord } from '../tokens.types.js';
import { UnusedTokens } from './unused-tokens.js';
import type { CleanupStep } from '../../platform/retention/retention.types.js';
import { daysBefore } from '../../shared/clock/duration.js';
import { SitePolicies } from '../../directory/sites/site-policies.service.js';

/** After how many days without use the tokens of a site are revoked. */
export interface UnusedLimit {
  readonly siteId: SiteId;
  readonly days: number;
}

/** A notification names this many tokens; the audit log names all of them. */
const MOST_NAMED = 50;

/** Revokes what a site's policy calls unused, and notifies each owner once per batch. */
@Injectable()
export class UnusedTokenRevocation {
  constructor(
    private readonly unused: UnusedTokens,
    private readonly policies: SitePolicies,
    private readonly notifications: Notifications,
  ) {}

  /** One step for each site whose policy asks for it. */
  async steps(now: Date): Promise<CleanupStep[]> {
    const all = await this.policies.all();
    return all.flatMap(({ siteId, policy: { revokeUnusedAfterDays: days } }) =>
      days === null ? [] : [this.#step({ siteId, days }, now)],
    );
  }

  #step({ siteId, days }: UnusedLimit, now: Date): CleanupStep {
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
