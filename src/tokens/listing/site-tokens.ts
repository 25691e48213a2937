import { Injectable } from '@nestjs/common';
import type { Page } from '../../platform/database/page.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { UserDirectory } from '../../directory/users/user-directory.service.js';
import type { PolicySnapshot } from '../policy/policy-violations.js';
import { type ListedToken, TokenListing } from './token-listing.js';
import type { TokenSearch } from '../token.repository.js';

export interface OwnedToken extends ListedToken {
  /** The owner's username; null when the owner was removed. */
  readonly username: string | null;
}

/** Every token of a site, for administrators. */
@Injectable()
export class SiteTokens {
  constructor(
    private readonly tokens: TokenListing,
    private readonly users: UserDirectory,
  ) {}

  async list(site: SiteId, search: TokenSearch, snapshot: PolicySnapshot): Promise<Page<OwnedToken>> {
    const page = await this.tokens.page(site, search, snapshot);
    const usernames = await this.users.usernames(
      site,
      page.items.map(({ token }) => token.ownerId),
    );
    const items = page.items.map((each) => ({ ...each, username: usernames.get(each.token.ownerId) ?? null }));
    return { items, nextCursor: page.nextCursor };
  }
}
