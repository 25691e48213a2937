import { Injectable } from '@nestjs/common';
import { actorOf } from '../audit/audit.types.js';
import type { Tx } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Notifications } from '../notifications/notifications.service.js';
import type { Actor } from '../shared/authz/actor.js';
import { validationFailed } from '../shared/errors/general.errors.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { SiteOwners } from '../sites/site-owners.js';
import { Sites } from '../sites/sites.service.js';
import type { SiteRecord } from '../sites/sites.types.js';
import { SiteHandoverRules } from './site-handover-rules.js';
import { UserRules } from './user-rules.js';

/**
 * Gives the site another owner, or none. The lock of the site comes first, as in every change of a user (UserChange): the
 * new owner is not suspended or removed meanwhile, and of two that hand it over at once the second is no owner any more.
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
   * To who owns it already changes nothing. `ownerId` null: to nobody.
   * @throws ownerRequired, insufficientScope, credentialTooNarrow, reauthenticationRequired, validationFailed
   */
  async to(actor: Actor, ownerId: string | null): Promise<SiteRecord> {
    const { principal } = actor;
    this.rules.requireCredential(principal);
    return this.unitOfWork.run(async (tx) => {
      const site = await this.sites.lock(tx, principal.siteId);
      await this.users.requireActiveCaller(tx, principal);
      this.rules.requireMayHandOver(principal, site);
      if (ownerId !== null) await this.#requireCanOwn(tx, principal.siteId, ownerId);
      if (ownerId === site.ownerId) return site;
      const changed = await this.owners.change(tx, site, ownerId, actorOf(actor));
      await this.#tell(tx, actor, changed, site.ownerId);
      return changed;
    });
  }

  /** An owner has to be able to sign in, and to go on doing so: suspending and removing them is refused from now on. */
  async #requireCanOwn(tx: Tx, siteId: SiteId, userId: string): Promise<void> {
    const user = await this.users.activeUser(tx, siteId, userId);
    if (user?.kind === 'person') return;
    throw validationFailed({ errors: [{ path: 'userId', message: 'must be an active person of your site, or null' }] });
  }

  /** Whoever gives it away is its owner, or found it without one: the new one alone may not know. */
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
