import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction.js';
import { Roles } from '../roles/roles.service.js';
import type { Actor } from '../shared/authz/actor.js';
import { ROLE_ADMIN } from '../shared/authz/built-in-roles.js';
import { requireConfirmed } from '../shared/authz/confirmation.js';
import type { Principal } from '../shared/authz/principal.js';
import { missingFrom } from '../shared/authz/scopes.js';
import { Clock } from '../shared/clock/clock.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { credentialTooNarrow, scopeNotHeld } from '../tokens/tokens.errors.js';
import { UserDirectory } from '../users/user-directory.service.js';
import type { UserRecord } from '../users/users.types.js';
import { administratorRequired, callerNotActive, lastAdministrator, userOutOfReach } from './admin.errors.js';

export interface SiteOwnership {
  readonly ownerId: string | null;
}

/** What a holder of `users:write` may do to whom (CONTRACT §9, "Administration"). */
@Injectable()
export class UserRules {
  constructor(
    private readonly roles: Roles,
    private readonly directory: UserDirectory,
    private readonly clock: Clock,
  ) {}

  /**
   * Whoever asks may have been suspended or removed since the guards let them in: of two administrators who remove each
   * other, one stays. The caller of this holds the lock of the site.
   * @throws callerNotActive
   */
  async requireActiveCaller(tx: Tx, { siteId, userId }: Principal): Promise<void> {
    if ((await this.activeUser(tx, siteId, userId)) === null) throw callerNotActive();
  }

  /** The user of the site, locked, if they are active: nobody else can receive anything. */
  async activeUser(tx: Tx, siteId: SiteId, id: string): Promise<UserRecord | null> {
    const user = await this.directory.findForUpdate(tx, siteId, id);
    return user?.status === 'active' ? user : null;
  }

  /**
   * A person signs in from anywhere and to every account: a token that is pinned to an account, or limited to networks, makes
   * no way in that is not.
   * @throws credentialTooNarrow
   */
  requireUnpinned({ accountId, credential }: Principal): void {
    if (accountId !== null || credential.allowedNetworks !== null) throw credentialTooNarrow();
  }

  /** Only an administrator changes who holds what, and from a session only one who has just given the password. */
  requireMayChangeRoles({ principal }: Actor): void {
    if (!principal.roles.includes(ROLE_ADMIN)) throw administratorRequired();
    requireConfirmed(principal, this.clock.now());
  }

  /**
   * The roles are the site's, can't be deleted before the commit, and give nothing that the caller does not hold: a
   * narrowed token of an administrator gives no more than itself.
   * @throws validationFailed, scopeNotHeld
   */
  async requireMayGive(tx: Tx, principal: Principal, roles: readonly string[]): Promise<void> {
    const missing = await this.#beyond(tx, principal, roles);
    if (missing.length === 0) return;
    const scope = missing.join(' ');
    throw scopeNotHeld({ detail: `Your credential does not hold: ${scope}`, extensions: { scope } });
  }

  /**
   * Nobody touches who holds what they lack, nor, but for an administrator, the owner of the site: a new invitation for
   * the owner would be a way to the site.
   * @throws userOutOfReach
   */
  async requireInReach(tx: Tx, principal: Principal, user: UserRecord, site: SiteOwnership): Promise<void> {
    if (site.ownerId === user.id && user.id !== principal.userId && !principal.roles.includes(ROLE_ADMIN))
      throw userOutOfReach({ detail: 'The user owns the site.' });
    const missing = await this.#beyond(tx, principal, user.roles);
    if (missing.length === 0) return;
    const scope = missing.join(' ');
    throw userOutOfReach({ detail: `The user holds, and you do not: ${scope}`, extensions: { scope } });
  }

  /**
   * Service accounts don't count: they can't sign in, and a site that only they administer is locked. The caller holds
   * the lock of the site, so that of the last two neither goes while the other does.
   */
  async requireOtherAdministrator(tx: Tx, user: UserRecord): Promise<void> {
    if (user.kind !== 'person' || user.status !== 'active' || !user.roles.includes(ROLE_ADMIN)) return;
    const others = await this.directory.countOtherActiveHolders(tx, user.siteId, ROLE_ADMIN, user.id);
    if (others === 0) throw lastAdministrator();
  }

  async #beyond(tx: Tx, principal: Principal, names: readonly string[]): Promise<string[]> {
    if (names.length === 0) return [];
    const roles = await this.roles.toGive(tx, principal.siteId, names);
    const given = new Set(roles.flatMap(({ scopes }) => scopes));
    return missingFrom(principal.scopes, [...given]);
  }
}
