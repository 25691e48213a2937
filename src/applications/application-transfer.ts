import { Injectable } from '@nestjs/common';
import type { IdPortion } from '../database/id-portion.js';
import type { RowsDigest } from '../database/rows-digest.js';
import type { Tx } from '../database/transaction.js';
import type { SiteId } from '../shared/ids/site-id.js';
import type { Handover, Named, StopSearch } from '../tokens/tokens.types.js';
import type { ApplicationInUse, ApplicationRecord } from './applications.types.js';
import { ApplicationOwnershipRepository } from './application-ownership.repository.js';

/** Moves applications to another owner, or ends them with their owner. Their tokens are moved by tokens/token-transfer.ts. */
@Injectable()
export class ApplicationTransfer {
  constructor(private readonly ownership: ApplicationOwnershipRepository) {}

  /** All applications of `from`, values unchanged. Answers how many live ones moved. */
  all(tx: Tx, handover: Handover): Promise<number> {
    return this.ownership.transfer(tx, handover);
  }

  /** Deletes all applications of a user. Answers how many. */
  decommission(tx: Tx, site: SiteId, ownerId: string): Promise<number> {
    return this.ownership.decommission(tx, site, ownerId);
  }

  /** The ids of the live applications of a user after this one, in their order. */
  ids(tx: Tx, ownerId: string, after: string, limit: number): Promise<IdPortion> {
    return this.ownership.liveAfter(tx, ownerId, after, limit);
  }

  /** These by name, oldest first. */
  names(tx: Tx, site: SiteId, ids: readonly string[]): Promise<Named[]> {
    return this.ownership.names(tx, site, ids);
  }

  /** The live applications of a user, those with the latest traffic first. */
  page(tx: Tx, site: SiteId, ownerId: string, limit: number, offset: number): Promise<ApplicationInUse[]> {
    return this.ownership.inUse(tx, site, ownerId, limit, offset);
  }

  count(tx: Tx, site: SiteId, ownerId: string): Promise<number> {
    return this.ownership.countLive(tx, site, ownerId);
  }

  /** The applications that would be able to do nothing any more, those with the latest traffic first. */
  stopping(tx: Tx, search: StopSearch, limit: number): Promise<ApplicationInUse[]> {
    return this.ownership.stopping(tx, search, limit);
  }

  byIds(site: SiteId, ids: readonly string[], tx?: Tx): Promise<ApplicationRecord[]> {
    return this.ownership.byIds(site, ids, tx);
  }

  digest(tx: Tx, site: SiteId, ownerId: string): Promise<RowsDigest> {
    return this.ownership.digest(tx, site, ownerId);
  }
}
