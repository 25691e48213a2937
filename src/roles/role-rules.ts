import { Injectable } from '@nestjs/common';
import { builtInRole, ROLE_ADMIN, type RoleDefinition } from '../shared/authz/built-in-roles.js';
import type { Principal } from '../shared/authz/principal.js';
import { isBuiltInScope, missingFrom } from '../shared/authz/scopes.js';
import { validationFailed } from '../shared/errors/general.errors.js';
import { isRoleName } from './role-name.js';
import { builtInRoleFixed, newScopeRefused, ownRoleWidened, roleNotFound, roleTooWide } from './roles.errors.js';
import { isFreeForSites, ownScopes } from './site-scopes.js';

/** What a maker of roles may do with `roles:write` (CONTRACT §9, "Administration"): never make itself or others hold more than it does. */
@Injectable()
export class RoleRules {
  requireChangeable(name: string): void {
    if (builtInRole(name) !== undefined) throw builtInRoleFixed();
    if (!isRoleName(name)) throw roleNotFound();
  }

  /** A site's own scope needs no registration, so one that is almost ours would be a typing error that nobody notices. */
  requireUsableScopes(scopes: readonly string[]): void {
    const errors = scopes.flatMap((scope, index) => {
      if (isBuiltInScope(scope) || isFreeForSites(scope)) return [];
      const message = 'is none of the built-in scopes, and their resources are not for scopes of your own';
      return [{ path: `scopes.${index}`, message }];
    });
    if (errors.length > 0) throw validationFailed({ errors });
  }

  /** `added`: what the role will give that it doesn't give now. */
  requireMayAdd(principal: Principal, added: readonly string[], own: readonly RoleDefinition[]): void {
    if (isUnboundedAdministrator(principal)) return;
    const known = ownScopes(own);
    const fresh = added.filter((scope) => !isBuiltInScope(scope) && !known.includes(scope));
    if (fresh.length > 0) throw newScopeRefused({ detail: `No role of the site has ${fresh.join(' ')} yet.` });
    const missing = missingFrom(principal.scopes, added);
    if (missing.length > 0) {
      throw roleTooWide({
        detail: `Your credential does not hold: ${missing.join(' ')}`,
        extensions: { scope: missing.join(' ') },
      });
    }
  }

  /** What one holds through another role now may be taken away later, and would then stay through this one. */
  requireNotOwn(principal: Principal, name: string, added: readonly string[]): void {
    if (added.length > 0 && principal.roles.includes(name) && !isUnboundedAdministrator(principal)) {
      throw ownRoleWidened();
    }
  }
}

/** Who holds every scope, also those that don't exist yet; a narrowed credential of an administrator does not. */
function isUnboundedAdministrator({ roles, credential }: Principal): boolean {
  return roles.includes(ROLE_ADMIN) && credential.unbounded;
}
