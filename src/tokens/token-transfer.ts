import { Injectable } from '@nestjs/common';
import type { Page } from '../database/page.js';
import type { IdPortion } from '../database/id-portion.js';
import type { RowsDigest } from '../database/rows-digest.js';
import type { Tx } from '../database/transaction.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { TokenOwnershipRepository } from './token-ownership.repository.js';
import { TokenRepository } from './token.repository.js';
import type { Handover, Named, StopSearch, TokenRecord, Working } from './tokens.types.js';

/** Moves tokens to another owner, or ends them with their owner. Never wider than before (CONTRACT §5). */
@Injectable()
export class TokenTransfer {
  constructor(
    private readonly ownership: TokenOwnershipRepository,
    private readonly tokens: TokenRepository,
  ) {}

  /** All tokens of `from`, the dead ones too. */
  async all(tx: Tx, handover: Handover): Promise<void> {
    await this.ownership.transfer(tx, handover);
  }

  /** These live tokens of `from`. Answers how many moved. */
  some(tx: Tx, handover: Handover, ids: readonly string[]): Promise<number> {
    return this.ownership.transfer(tx, handover, ids);
  }

  /** Revokes all live tokens of a user, and before their applications go, what others hold of those. Answers how many were the user's. */
  async decommission(tx: Tx, site: SiteId, ownerId: string): Promise<number> {
    const revoked = await this.tokens.revoke(tx, site, { ownerId }, 'owner_removed');
    await this.ownership.revokeOfApplications(tx, ownerId);
    return revoked;
  }

  /** The ids of the live tokens of a user after this one, in their order. */
  ids(tx: Tx, ownerId: string, after: string, limit: number): Promise<IdPortion> {
    return this.ownership.liveAfter(tx, ownerId, after, limit);
  }

  /** These by name, oldest first. */
  names(tx: Tx, site: SiteId, ids: readonly string[]): Promise<Named[]> {
    return this.ownership.names(tx, site, ids);
  }

  /** The live tokens of a user, newest first. */
  page(
    tx: Tx,
    site: SiteId,
    ownerId: string,
    page: { readonly limit: number; readonly cursor: string | undefined },
  ): Promise<Page<TokenRecord>> {
    return this.ownership.livePage(tx, site, ownerId, page);
  }

  count(tx: Tx, site: SiteId, ownerId: string): Promise<number> {
    return this.ownership.countLive(tx, site, ownerId);
  }

  /** The personal tokens that would be able to do nothing any more, last used first. */
  stopping(tx: Tx, search: StopSearch, limit: number): Promise<Working[]> {
    return this.ownership.stopping(tx, search, limit);
  }

  /** The tokens of these ids that the site has, whatever their state. */
  byIds(tx: Tx, site: SiteId, ids: readonly string[]): Promise<TokenRecord[]> {
    return this.ownership.byIds(tx, site, ids);
  }

  digest(tx: Tx, site: SiteId, ownerId: string): Promise<RowsDigest> {
    return this.ownership.digest(tx, site, ownerId);
  }
}
