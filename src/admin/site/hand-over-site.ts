import { Injectable } from '@nestjs/common';
import { actorOf } from '../../platform/audit/audit.types.js';
import type { Tx } from '../../platform/database/transaction.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Notifications } from '../../platform/notifications/notifications.service.js';
import type { Actor } from '../../shared/authz/actor.js';
import { validationFailed } from '../../shared/errors/general.errors.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { SiteOwners } from '../../directory/sites/site-owners.js';
import { Sites } from '../../directory/sites/sites.service.js';
import type { SiteRecord } from '../../directory/sites/sites.types.js';
import { SiteHandoverRules } from './site-handover-rules.js';
import { UserRules } from '../users/user-rules.js';

/**
 * Gives the site another owner, or none. The site is locked first, as in every change of a user (UserChange): the new owner can't
 * be suspended or removed meanwhile, and of two simultaneous handovers the second no longer comes from the owner.
 */
@Injectable()
export class HandOverSite {
  constructor(
    private readonly sites: Sites,
    private readonly owners: SiteOwners,
    private readonly users: UserRules,
    private readonly notifications: Notifications,
    private readonly rules: SiteHandoverRules,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Handing over to the current owner changes nothing. With `ownerId` null the site has no owner.
   * @throws ownerRequired, insufficientScope, credentialTooNarrow, reauthenticationRequired, validationFailed
   */
  async to(actor: Actor, ownerId: string | null): Promise<SiteRecord> {
    this.rules.requireCredential(actor.principal);
    return this.unitOfWork.run(async (tx) => {
      const site = await this.sites.lock(tx, actor.principal.siteId);
      const principal = await this.users.standing(tx, actor);
      this.rules.requireCredential(principal);
      this.rules.requireMayHandOver(principal, site);
      if (ownerId !== null) await this.#requireCanOwn(tx, principal.siteId, ownerId);
      if (ownerId === site.ownerId) return site;
      const changed = await this.owners.change(tx, site, ownerId, actorOf(actor));
      await this.#tell(tx, actor, changed, site.ownerId);
      return changed;
    });
  }

  /**
   * An owner has to be able to sign in, and to stay able: suspending and removing them is refused from now on, and so is an
   * administrator's link to a first password.
   */
  async #requireCanOwn(tx: Tx, siteId: SiteId, userId: string): Promise<void> {
    const user = await this.users.activeUser(tx, siteId, userId);
    if (user?.kind === 'person' && user.passwordSet) return;
    const message = 'must be an active person of your site who has set a password, or null';
    throw validationFailed({ errors: [{ path: 'userId', message }] });
  }

  /** The person who hands the site over is its owner, or found it without one: only the new owner may not know. */
  async #tell(tx: Tx, { principal }: Actor, { id, name, ownerId }: SiteRecord, from: string | null): Promise<void> {
    if (ownerId === null || ownerId === principal.userId) return;
    await this.notifications.tell(tx, {
      siteId: id,
      userId: ownerId,
      kind: 'site.received',
      subject: { type: 'site', id },
      details: { name, from, by: principal.userId },
    });
  }
}
