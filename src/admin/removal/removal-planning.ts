import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/transaction.js';
import { type DomainError, type FieldError } from '../../shared/errors/domain-error.js';
import { validationFailed } from '../../shared/errors/general.errors.js';
import type { Actor } from '../../shared/authz/actor.js';
import { UserDirectory } from '../../directory/users/user-directory.service.js';
import type { UserRecord } from '../../directory/users/users.types.js';
import { ownAccount, siteOwner } from '../admin.errors.js';
import { HeldScopes } from '../reassignment/held-scopes.js';
import { type SiteOwnership, UserRules } from '../users/user-rules.js';

/**
 * What the administrator asks for. Without either choice, the owner of the site receives the resources; if there is no owner,
 * they are decommissioned.
 */
export interface RemovalChoice {
  readonly reassignTo: string | null;
  readonly decommission: boolean;
}

export interface RemovalPlan {
  readonly user: UserRecord;
  /** Who receives the tokens and applications; null when they are decommissioned. */
  readonly receiver: UserRecord | null;
  /** What the user's roles give now. */
  readonly held: readonly string[];
  /** What of it the receiver's roles give too. */
  readonly kept: readonly string[];
}

/**
 * Decides whether a user may be removed, and what happens to the resources they own. Preview and removal both ask here, so they
 * agree.
 */
@Injectable()
export class RemovalPlanning {
  constructor(
    private readonly directory: UserDirectory,
    private readonly scopes: HeldScopes,
    private readonly rules: UserRules,
  ) {}

  /** @throws ownAccount, siteOwner, lastAdministrator, validationFailed when the receiver can't receive */
  async settle(
    tx: Tx,
    actor: Actor,
    user: UserRecord,
    site: SiteOwnership,
    choice: RemovalChoice,
  ): Promise<RemovalPlan> {
    if (user.id === actor.principal.userId)
      throw ownAccount({ detail: 'You cannot remove yourself. Ask another administrator to do it.' });
    if (site.ownerId === user.id) throw siteOwner({ detail: OWNER_STAYS });
    await this.rules.requireOtherAdministrator(tx, user);
    const held = await this.scopes.of(tx, user);
    const receiver = await this.#receiver(tx, user, site, choice);
    const receives = receiver === null ? [] : await this.scopes.of(tx, receiver);
    return { user, receiver, held, kept: held.filter((scope) => receives.includes(scope)) };
  }

  async #receiver(tx: Tx, user: UserRecord, site: SiteOwnership, choice: RemovalChoice): Promise<UserRecord | null> {
    const { reassignTo, decommission } = choice;
    if (decommission && reassignTo !== null)
      throw invalid({ path: 'query.decommission', message: 'cannot be combined with reassignTo' });
    if (decommission) return null;
    if (reassignTo !== null) return this.#namedReceiver(tx, user, reassignTo);
    return site.ownerId === null ? null : this.directory.readForUpdate(tx, user.siteId, site.ownerId);
  }

  /** An active user of the site other than the current owner of the resources. @throws validationFailed */
  async #namedReceiver(tx: Tx, { siteId, id }: UserRecord, receiverId: string): Promise<UserRecord> {
    const receiver = receiverId === id ? null : await this.rules.activeUser(tx, siteId, receiverId);
    if (receiver === null)
      throw invalid({ path: 'query.reassignTo', message: 'must be another active user of your site' });
    return receiver;
  }
}

const OWNER_STAYS =
  'The user owns the site. Transfer it first with PUT {api}/admin/site/owner, or leave it without an owner there with {"userId": null}.';

function invalid(error: FieldError): DomainError {
  return validationFailed({ errors: [error] });
}
