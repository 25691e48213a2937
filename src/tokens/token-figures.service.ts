import { Injectable } from '@nestjs/common';
import type { SiteId } from '../shared/ids/site-id.js';
import { PolicySnapshots } from './policy/policy-violations.js';
import { type FigureName, TokenFiguresRepository } from './listing/token-figures.repository.js';
import { TokenUsage } from './token-usage.service.js';

export type Figures = Readonly<Record<FigureName, number>>;

const DAY_MS = 24 * 3600 * 1000;
const EXPIRING_WITHIN_MS = 30 * DAY_MS;
const UNUSED_FOR_MS = 90 * DAY_MS;

/** How many personal tokens work now, and how many of them need attention. */
@Injectable()
export class TokenFigures {
  constructor(
    private readonly tokens: TokenFiguresRepository,
    private readonly usage: TokenUsage,
    private readonly policy: PolicySnapshots,
  ) {}

  /** For the whole site, or for one owner in it. */
  async of(site: SiteId, ownerId: string | null = null): Promise<Figures> {
    await this.usage.flush(); // a token used a moment ago must not count as unused
    const snapshot = await this.policy.now(site);
    const now = snapshot.now.getTime();
    return this.tokens.count(site, ownerId, {
      ...snapshot,
      expiringBefore: new Date(now + EXPIRING_WITHIN_MS),
      unusedSince: new Date(now - UNUSED_FOR_MS),
    });
  }
}
