import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type SiteTable, SiteTables } from '../database/site-table.js';
import type { Tx } from '../database/transaction.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { Invitation } from './invitation.entity.js';

const BY_LINK = 'whoever opens the link has not said which site they are of';

/** Invitations, as SHA-256 alone. */
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

  /** Answers whether this call used it: of two at once, one does. */
  async markUsed(tx: Tx, { siteId, id }: Invitation, at: Date): Promise<boolean> {
    return (await this.#invitations.in(siteId, tx).update({ id, usedAt: IsNull() }, { usedAt: at })) === 1;
  }

  /** Removes the open invitations of a user. Used ones stay, so that a second use of a link can be told and audited. */
  async withdraw(tx: Tx, site: SiteId, userId: string): Promise<void> {
    await this.#invitations.in(site, tx).delete({ userId, usedAt: IsNull() });
  }

  async deleteAll(tx: Tx, site: SiteId, userId: string): Promise<void> {
    await this.#invitations.in(site, tx).delete({ userId });
  }
}
