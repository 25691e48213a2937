import { Injectable } from '@nestjs/common';
import type { Page } from '../../platform/database/page.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import type { PolicySnapshot } from '../policy/policy-violations.js';
import type { Token } from '../token.entity.js';
import { TokenRepository, type TokenSearch, type ValueOrigin } from '../token.repository.js';
import { TokenUsage } from '../token-usage.service.js';

export interface ListedToken {
  readonly token: Token;
  /** The credential that made its current value. */
  readonly origin: ValueOrigin | undefined;
}

/** Searches tokens, newest first. The caller decides whose. */
@Injectable()
export class TokenListing {
  constructor(
    private readonly tokens: TokenRepository,
    private readonly usage: TokenUsage,
  ) {}

  async page(site: SiteId, search: TokenSearch, snapshot: PolicySnapshot): Promise<Page<ListedToken>> {
    if (search.unusedSince !== undefined) await this.usage.flush(); // a token used a moment ago must not count as unused
    const page = await this.tokens.page(site, search, snapshot);
    const origins = await this.origins(page.items);
    return { ...page, items: page.items.map((token) => ({ token, origin: origins.get(token.id) })) };
  }

  /** The makers of the current values of tokens of one site. */
  origins(tokens: readonly Token[]): Promise<ReadonlyMap<string, ValueOrigin>> {
    const [first] = tokens;
    if (first === undefined) return Promise.resolve(new Map());
    return this.tokens.originsOf(
      first.siteId,
      tokens.map(({ id }) => id),
    );
  }
}
