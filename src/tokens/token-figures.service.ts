import { Injectable } from '@nestjs/common';
import type { SiteId } from '../shared/ids/site-id.js';
import { PolicyStops } from './policy-stops.js';
import { type FigureName, TokenFiguresRepository } from './token-figures.repository.js';
import { TokenUsage } from './token-usage.service.js';

export type Figures = Readonly<Record<FigureName, number>>;

const DAY_MS = 24 * 3600 * 1000;
const EXPIRING_WITHIN_MS = 30 * DAY_MS;
const UNUSED_FOR_MS = 90 * DAY_MS;

/** How many personal tokens work now, and how many of them want a look. */
@Injectable()
export class TokenFigures {
  constructor(
    private readonly tokens: TokenFiguresRepository,
    private readonly usage: TokenUsage,
    private readonly stops: PolicyStops,
  ) {}

  /** Of the whole site, or of one owner in it. */
  async of(site: SiteId, ownerId: string | null = null): Promise<Figures> {
    await this.usage.flush(); // what was used a moment ago is not unused
    const moment = await this.stops.now(site);
    const now = moment.now.getTime();
    return this.tokens.count(site, ownerId, {
      ...moment,
      expiringBefore: new Date(now + EXPIRING_WITHIN_MS),
      unusedSince: new Date(now - UNUSED_FOR_MS),
    });
  }
}
