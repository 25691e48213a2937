import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan } from 'typeorm';
import { type SiteTable, SiteTables } from '../../../platform/database/site-table.js';
import type { Tx } from '../../../platform/database/transaction.js';
import type { SiteId } from '../../../shared/ids/site-id.js';
import { Invitation } from './invitation.entity.js';
import type { OpenLink } from '../users.types.js';

const BY_LINK = 'whoever opens the link has not said which site they are of';

/** Invitations, stored as SHA-256 only. */
@Injectable()
export class InvitationRepository {
  readonly #invitations: SiteTable<Invitation>;

  constructor(tables: SiteTables) {
    this.#invitations = tables.of(Invitation);
  }

  async insert(tx: Tx, invitation: Invitation): Promise<void> {
    await this.#invitations.in(invitation.siteId, tx).insert(invitation);
  }

  byHash(hash: string): Promise<Invitation | null> {
    return this.#invitations.acrossSites(BY_LINK).one({ hash });
  }

  /** The invitations of these hashes that can be used, or could be if their user were active. */
  openByHashes(hashes: readonly string[], at: Date): Promise<Invitation[]> {
    const open = { usedAt: IsNull(), expiresAt: MoreThan(at) };
    return this.#invitations.acrossSites(BY_LINK).all({ hash: In([...hashes]), ...open });
  }

  /** Removes one open invitation; answers whether it existed. */
  async withdrawOne(tx: Tx, site: SiteId, id: string): Promise<boolean> {
    return (await this.#invitations.in(site, tx).delete({ id, usedAt: IsNull() })) === 1;
  }

  /** Answers whether this call used the link: of two calls at once, one does. */
  async markUsed(tx: Tx, { siteId, id }: Pick<OpenLink, 'siteId' | 'id'>, at: Date): Promise<boolean> {
    return (await this.#invitations.in(siteId, tx).update({ id, usedAt: IsNull() }, { usedAt: at })) === 1;
  }

  /** Removes the open invitations of a user. Used ones stay, so that a second use of a link is recognized and audited. */
  async withdraw(tx: Tx, site: SiteId, userId: string): Promise<void> {
    await this.#invitations.in(site, tx).delete({ userId, usedAt: IsNull() });
  }

  async deleteAll(tx: Tx, site: SiteId, userId: string): Promise<void> {
    await this.#invitations.in(site, tx).delete({ userId });
  }
}
