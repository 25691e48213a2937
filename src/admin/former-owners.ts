import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction.js';
import type { Actor } from '../shared/authz/actor.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { UserDirectory } from '../users/user-directory.service.js';
import type { UserRecord } from '../users/users.types.js';
import { HeldScopes } from './held-scopes.js';
import type { MovedCounts } from './holdings.js';
import { OwnershipNews } from './ownership-news.js';

/** Whoever had the tokens that move. */
@Injectable()
export class FormerOwners {
  constructor(
    private readonly directory: UserDirectory,
    private readonly scopes: HeldScopes,
    private readonly news: OwnershipNews,
  ) {}

  /** The owner, locked, so that nothing is issued to them meanwhile, with what their roles give. */
  async lock(tx: Tx, siteId: SiteId, id: string): Promise<{ owner: UserRecord; held: readonly string[] }> {
    const owner = await this.directory.readForUpdate(tx, siteId, id);
    return { owner, held: await this.scopes.of(tx, owner) };
  }

  /** Tells both sides of what moved. */
  tell(tx: Tx, actor: Actor, owner: UserRecord, receiver: UserRecord, moved: MovedCounts): Promise<void> {
    return this.news.tell(tx, actor, owner, receiver, moved);
  }
}
