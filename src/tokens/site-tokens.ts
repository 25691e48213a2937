import { Injectable } from '@nestjs/common';
import type { Page } from '../database/page.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { UserDirectory } from '../users/user-directory.service.js';
import type { PolicyMoment } from './policy-stops.js';
import type { Token } from './token.entity.js';
import { TokenListing } from './token-listing.js';
import type { TokenSearch } from './token.repository.js';

export interface OwnedToken {
  readonly token: Token;
  /** Of its owner; null when the owner was removed. */
  readonly username: string | null;
}

/** Every token of a site, for who looks after them all. */
@Injectable()
export class SiteTokens {
  constructor(
    private readonly tokens: TokenListing,
    private readonly users: UserDirectory,
  ) {}

  async list(site: SiteId, search: TokenSearch, moment: PolicyMoment): Promise<Page<OwnedToken>> {
    const page = await this.tokens.page(site, search, moment);
    const usernames = await this.users.usernames(
      site,
      page.items.map(({ ownerId }) => ownerId),
    );
    const items = page.items.map((token) => ({ token, username: usernames.get(token.ownerId) ?? null }));
    return { items, nextCursor: page.nextCursor };
  }
}
