import { Injectable } from '@nestjs/common';
import type { Page } from '../database/page.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { UserDirectory } from '../users/user-directory.service.js';
import type { Token } from './token.entity.js';
import { TokenRepository, type TokenSearch } from './token.repository.js';
import { TokenUsage } from './token-usage.service.js';

export interface OwnedToken {
  readonly token: Token;
  /** Of its owner; null when the owner was removed. */
  readonly username: string | null;
}

/** Every token of a site, for who looks after them all. */
@Injectable()
export class SiteTokens {
  constructor(
    private readonly tokens: TokenRepository,
    private readonly users: UserDirectory,
    private readonly usage: TokenUsage,
  ) {}

  async list(site: SiteId, search: TokenSearch): Promise<Page<OwnedToken>> {
    if (search.unusedSince !== undefined) await this.usage.flush(); // what was used a moment ago is not unused
    const page = await this.tokens.page(site, search);
    const usernames = await this.users.usernames(
      site,
      page.items.map(({ ownerId }) => ownerId),
    );
    const items = page.items.map((token) => ({ token, username: usernames.get(token.ownerId) ?? null }));
    return { items, nextCursor: page.nextCursor };
  }
}
