import { Injectable } from '@nestjs/common';
import { Makers } from '../../../platform/database/makers.js';
import type { Tx } from '../../../platform/database/transaction.js';
import type { Actor } from '../../../shared/authz/actor.js';
import { actsAsAdministrator } from '../../../shared/authz/administrators.js';
import { builtInRole, type RoleDefinition } from '../../../shared/authz/built-in-roles.js';
import { requireConfirmed } from '../../../shared/authz/confirmation.js';
import type { Principal, StandingPrincipal } from '../../../shared/authz/principal.js';
import { isBuiltInScope, missingFrom } from '../../../shared/authz/scopes.js';
import { requireMayLetIn } from '../../../shared/authz/ways-in.js';
import { Clock } from '../../../shared/clock/clock.js';
import { validationFailed } from '../../../shared/errors/general.errors.js';
import { isRoleName } from './role-name.js';
import { builtInRoleFixed, newScopeRefused, ownRoleWidened, roleNotFound, roleTooWide } from '../roles.errors.js';
import { isFreeForSites, ownScopes } from '../administration/site-scopes.js';

/**
 * Says what a caller may do to roles with `roles:write` (contract §9, "Administration"): nobody may give themselves or others
 * more than they hold.
 */
@Injectable()
export class RoleRules {
  constructor(
    private readonly makers: Makers,
    private readonly clock: Clock,
  ) {}

  /** The caller as they are now. Their scopes decide, and may have changed since the guard let the call in. */
  standing(tx: Tx, { principal }: Actor): Promise<StandingPrincipal> {
    return this.makers.again(tx, principal);
  }

  requireChangeable(name: string): void {
    if (builtInRole(name) !== undefined) throw builtInRoleFixed();
    if (!isRoleName(name)) throw roleNotFound();
  }

  /** The own scopes of a site need no registration. Without this check, nobody would notice a misspelled built-in scope. */
  requireUsableScopes(scopes: readonly string[]): void {
    const errors = scopes.flatMap((scope, index) => {
      if (isBuiltInScope(scope) || isFreeForSites(scope)) return [];
      const message = 'is none of the built-in scopes, and their resources are not for scopes of your own';
      return [{ path: `scopes.${index}`, message }];
    });
    if (errors.length > 0) throw validationFailed({ errors });
  }

  /** `added`: the scopes that the role will give and doesn't give now. */
  requireMayAdd(principal: Principal, added: readonly string[], own: readonly RoleDefinition[]): void {
    const known = ownScopes(own);
    const fresh = added.filter((scope) => !isBuiltInScope(scope) && !known.includes(scope));
    if (actsAsAdministrator(principal)) {
      if (fresh.length > 0) this.#requireMayWiden(principal); // every administrator holds it from then on
      return;
    }
    if (fresh.length > 0) throw newScopeRefused({ detail: `No role of the site has ${fresh.join(' ')} yet.` });
    const missing = missingFrom(principal.scopes, added);
    if (missing.length > 0) {
      throw roleTooWide({
        detail: `Your credential lacks these scopes: ${missing.join(' ')}`,
        extensions: { scope: missing.join(' ') },
      });
    }
  }

  /**
   * A wider role reaches all its holders. Callers can't widen a role that they hold themselves: another role may give them the
   * scope now and be taken from them later, and the scope would then stay through this role.
   * @throws credentialTooNarrow, reauthenticationRequired, ownRoleWidened
   */
  requireMayGiveMore(principal: Principal, name: string, added: readonly string[]): void {
    if (added.length === 0) return;
    this.#requireMayWiden(principal);
    if (principal.roles.includes(name) && !actsAsAdministrator(principal)) throw ownRoleWidened();
  }

  #requireMayWiden(principal: Principal): void {
    requireMayLetIn(principal);
    requireConfirmed(principal, this.clock.now());
  }
}
