import { Injectable } from '@nestjs/common';
import { ApplicationOwnership } from '../../applications/application-ownership.js';
import type { ApplicationInUse, ApplicationRecord } from '../../applications/applications.types.js';
import type { Tx } from '../../platform/database/transaction.js';
import { intersect, missingFrom } from '../../shared/authz/scopes.js';
import { TokenOwnership } from '../../tokens/token-ownership.js';
import { TokenUsage } from '../../tokens/token-usage.service.js';
import type { TokenRecord } from '../../tokens/tokens.types.js';
import type { RemovalPlan } from './removal-planning.js';

export interface PreviewPages {
  readonly limit: number;
  readonly cursor: string | undefined;
  /** How many applications to skip. */
  readonly applicationsOffset: number;
}

/** What a resource of the user can do now, and what of that it would lose. */
export interface Loss {
  readonly scopes: readonly string[];
  readonly loses: readonly string[];
}

export interface PreviewedList<T> {
  readonly total: number;
  readonly items: readonly (T & Loss)[];
  readonly nextCursor: string | null;
}

/** The tokens and applications of a user with what each would lose, by page. */
@Injectable()
export class PreviewedResources {
  constructor(
    private readonly tokenOwnership: TokenOwnership,
    private readonly applicationOwnership: ApplicationOwnership,
    private readonly usage: TokenUsage,
  ) {}

  /** Writes the last uses that are still pending: they show which integration is alive. */
  writeUses(): Promise<void> {
    return this.usage.flush();
  }

  async tokens(
    tx: Tx,
    plan: RemovalPlan,
    { limit, cursor }: PreviewPages,
  ): Promise<PreviewedList<{ readonly token: TokenRecord }>> {
    const { siteId, id } = plan.user;
    const page = await this.tokenOwnership.livePage(tx, siteId, id, { limit, cursor });
    const applications = await this.#applicationsOf(tx, plan, page.items);
    const items = page.items.map((token) => {
      const application = applications.get(token.applicationId ?? '');
      const bounds = [token.scopes, token.ceiling, application?.scopes ?? null, application?.ceiling ?? null];
      return { token, ...lossOf(plan, bounds) };
    });
    return { total: await this.tokenOwnership.countLive(tx, siteId, id), items, nextCursor: page.nextCursor };
  }

  async applications(
    tx: Tx,
    plan: RemovalPlan,
    { limit, applicationsOffset }: PreviewPages,
  ): Promise<PreviewedList<ApplicationInUse>> {
    const { siteId, id } = plan.user;
    const rows = await this.applicationOwnership.inUse(tx, siteId, id, limit + 1, applicationsOffset);
    const items = rows
      .slice(0, limit)
      .map((row) => ({ ...row, ...lossOf(plan, [row.application.scopes, row.application.ceiling]) }));
    return {
      total: await this.applicationOwnership.countLive(tx, siteId, id),
      items,
      nextCursor: rows.length > limit ? String(applicationsOffset + limit) : null,
    };
  }

  async #applicationsOf(
    tx: Tx,
    { user }: RemovalPlan,
    tokens: readonly TokenRecord[],
  ): Promise<ReadonlyMap<string, ApplicationRecord>> {
    const ids = tokens.flatMap(({ applicationId }) => applicationId ?? []);
    if (ids.length === 0) return new Map();
    const applications = await this.applicationOwnership.byIds(user.siteId, [...new Set(ids)], tx);
    return new Map(applications.map((application) => [application.id, application]));
  }
}

function lossOf({ held, kept }: RemovalPlan, bounds: readonly (readonly string[] | null)[]): Loss {
  const scopes = intersect(held, ...bounds);
  return { scopes, loses: missingFrom(kept, scopes) };
}
