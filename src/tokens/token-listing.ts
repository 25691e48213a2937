import { Injectable } from '@nestjs/common';
import type { Page } from '../database/page.js';
import type { SiteId } from '../shared/ids/site-id.js';
import type { PolicyMoment } from './policy-stops.js';
import type { Token } from './token.entity.js';
import { TokenRepository, type TokenSearch } from './token.repository.js';
import { TokenUsage } from './token-usage.service.js';

/** Tokens by what is looked for, newest first. Whose they are is the caller's to say. */
@Injectable()
export class TokenListing {
  constructor(
    private readonly tokens: TokenRepository,
    private readonly usage: TokenUsage,
  ) {}

  async page(site: SiteId, search: TokenSearch, moment: PolicyMoment): Promise<Page<Token>> {
    if (search.unusedSince !== undefined) await this.usage.flush(); // what was used a moment ago is not unused
    return this.tokens.page(site, search, moment);
  }
}
