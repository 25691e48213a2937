import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/transaction.js';
import { Makers } from '../../platform/database/makers.js';
import { Roles } from '../../directory/roles/roles.service.js';
import { actsAsAdministrator, isOfAdministrator } from '../../shared/authz/administrators.js';
import { ROLE_ADMIN } from '../../shared/authz/built-in-roles.js';
import { requireConfirmed } from '../../shared/authz/confirmation.js';
import type { Actor } from '../../shared/authz/actor.js';
import type { Principal, StandingPrincipal } from '../../shared/authz/principal.js';
import { missingFrom } from '../../shared/authz/scopes.js';
import { requireMayLetIn } from '../../shared/authz/ways-in.js';
import { Clock } from '../../shared/clock/clock.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { scopeNotHeld } from '../../shared/authz/authority.errors.js';
import { UserDirectory } from '../../directory/users/user-directory.service.js';
import type { UserRecord } from '../../directory/users/users.types.js';
import { administratorRequired, lastAdministrator, userOutOfReach } from '../admin.errors.js';

export interface SiteOwnership {
  readonly ownerId: string | null;
}

/** What a holder of `users:write` may do to whom (contract §9, "Administration"). */
@Injectable()
export class UserRules {
  constructor(
    private readonly roles: Roles,
    private readonly directory: UserDirectory,
    private readonly makers: Makers,
    private readonly clock: Clock,
  ) {}

  /**
   * The caller as they are now: of two administrators who remove each other, one stays. The calling code holds the lock of the
   * site.
   * @throws invalidToken when the credential is refused by now
   */
  standing(tx: Tx, { principal }: Actor): Promise<StandingPrincipal> {
    return this.makers.again(tx, principal);
  }

  /** The user of the site, locked, if they are active: nobody else can receive anything. */
  async activeUser(tx: Tx, siteId: SiteId, id: string): Promise<UserRecord | null> {
    const user = await this.directory.findForUpdate(tx, siteId, id);
    return user?.status === 'active' ? user : null;
  }

  /**
   * The caller learns the password or the link of the person who is let in. So a session must belong to somebody who has just
   * given their own password.
   * @throws credentialTooNarrow, reauthenticationRequired
   */
  requireMayLetSignIn(principal: Principal): void {
    requireMayLetIn(principal);
    requireConfirmed(principal, this.clock.now());
  }

  /** Only an administrator changes who holds which roles, and from a session only one who has just given their password. */
  requireMayChangeRoles(principal: Principal): void {
    if (!isOfAdministrator(principal)) throw administratorRequired();
    requireConfirmed(principal, this.clock.now());
  }

  /**
   * Requires that the roles belong to the site, can't be deleted before the commit, and give nothing that the caller does not
   * hold: a narrowed token of an administrator gives no more than it has itself.
   * @throws credentialTooNarrow, validationFailed, scopeNotHeld
   */
  async requireMayGive(tx: Tx, principal: Principal, roles: readonly string[]): Promise<void> {
    if (roles.length > 0) requireMayLetIn(principal);
    const missing = await this.#beyond(tx, principal, roles);
    if (missing.length === 0) return;
    const scope = missing.join(' ');
    throw scopeNotHeld({ detail: `Your credential lacks these scopes: ${scope}`, extensions: { scope } });
  }

  /**
   * Nobody may change a user who holds what they lack, nor, unless they are an administrator, the owner of the site: a new
   * invitation for the owner would be a way to take the site.
   * @throws userOutOfReach
   */
  async requireInReach(tx: Tx, principal: Principal, user: UserRecord, site: SiteOwnership): Promise<void> {
    if (site.ownerId === user.id && user.id !== principal.userId && !actsAsAdministrator(principal))
      throw userOutOfReach({ detail: 'The user owns the site.' });
    const missing = await this.#beyond(tx, principal, user.roles);
    if (missing.length === 0) return;
    const scope = missing.join(' ');
    throw userOutOfReach({ detail: `The user holds scopes that you do not: ${scope}`, extensions: { scope } });
  }

  /**
   * Users who can't sign in don't count: service accounts, and people who never set a password. A site that only they administer
   * would be locked. The caller holds the lock of the site, so that the last two administrators can't remove each other.
   */
  async requireOtherAdministrator(tx: Tx, user: UserRecord): Promise<void> {
    if (user.kind !== 'person' || user.status !== 'active' || !user.roles.includes(ROLE_ADMIN)) return;
    const others = await this.directory.countOtherHoldersSigningIn(tx, user.siteId, ROLE_ADMIN, user.id);
    if (others === 0) throw lastAdministrator();
  }

  async #beyond(tx: Tx, principal: Principal, names: readonly string[]): Promise<string[]> {
    if (names.length === 0) return [];
    const roles = await this.roles.toGive(tx, principal.siteId, names);
    const given = new Set(roles.flatMap(({ scopes }) => scopes));
    return missingFrom(principal.scopes, [...given]);
  }
}
