import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/transaction.js';
import { Clock } from '../../shared/clock/clock.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { SitePolicies } from '../../directory/sites/site-policies.service.js';
import { type Budget, budgetAfter, isNearLimit } from './live-token-budget.js';
import { LiveTokenWarning, type TokenHolder } from './live-token-warning.js';
import { TokenRepository } from '../token.repository.js';
import { tooManyTokens } from '../tokens.errors.js';

/** contract §9, "Sizes"; a site can set another number. */
const LIVE_TOKENS_BY_DEFAULT = 100_000;
const RETRY_AFTER_SECONDS = 60;
const MOST_REMEMBERED = 10_000;

/**
 * Keeps a client that fetches a token for each request from filling the table. Issuing is a hot path, so tokens are not counted
 * each time (live-token-budget.ts). The limit may be exceeded by a thousandth, and by what other instances issue meanwhile.
 */
@Injectable()
export class LiveTokenLimit {
  readonly #budgets = new Map<string, Budget>();

  constructor(
    private readonly tokens: TokenRepository,
    private readonly policies: SitePolicies,
    private readonly warning: LiveTokenWarning,
    private readonly clock: Clock,
  ) {}

  /** Call it before issuing one more token; the caller holds the lock of the owner. @throws tooManyTokens */
  async require(tx: Tx, spec: { siteId: SiteId; ownerId: string; applicationId: string | null }): Promise<void> {
    const { siteId, ownerId, applicationId } = spec;
    const limit = (await this.policies.of(siteId, tx)).maxLiveTokens ?? LIVE_TOKENS_BY_DEFAULT;
    if (applicationId !== null)
      await this.#take(tx, siteId, { kind: 'application', id: applicationId, ownerId }, limit);
    await this.#take(tx, siteId, { kind: 'user', id: ownerId, ownerId }, limit);
  }

  async #take(tx: Tx, siteId: SiteId, holder: TokenHolder, limit: number): Promise<void> {
    const now = this.clock.now().getTime();
    const budget = this.#budgets.get(holder.id);
    const isGood = budget?.limit === limit && now < budget.until;
    if (isGood && budget.left > 0) {
      budget.left--;
      return;
    }
    if (isGood && budget.isFull) throw full(holder, limit);
    const count = await this.tokens.countLive(tx, siteId, holder);
    if (this.#budgets.size >= MOST_REMEMBERED) this.#budgets.clear();
    this.#budgets.set(holder.id, budgetAfter(count + 1, limit, now));
    if (count >= limit) throw full(holder, limit);
    if (isNearLimit(count + 1, limit)) await this.warning.tell(tx, siteId, holder, { count: count + 1, limit });
  }
}

function full({ kind }: TokenHolder, limit: number) {
  const whose = kind === 'application' ? 'The application has' : 'The owner has';
  const detail = `${whose} ${limit} live tokens, which is the limit. Use each until it expires, or revoke some.`;
  return tooManyTokens({ detail, retryAfterSeconds: RETRY_AFTER_SECONDS, extensions: { limit } });
}
