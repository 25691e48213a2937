import { BUILT_IN_ROLES, ROLE_ADMIN, type RoleDefinition } from '../../../shared/authz/built-in-roles.js';
import { BUILT_IN_SCOPES, isBuiltInScope, isReservedResource } from '../../../shared/authz/scopes.js';

const BUILT_IN = Object.keys(BUILT_IN_SCOPES);
const OWN_SCOPE_DESCRIPTION = "Scope of this site's API";

/** The own scopes of a site are those that its own roles name. There is no other list of them. */
export function ownScopes(ownRoles: readonly RoleDefinition[]): string[] {
  const named = ownRoles.flatMap(({ scopes }) => scopes).filter((scope) => !isBuiltInScope(scope));
  return [...new Set(named)].sort();
}

/** Every role of a site with its effect, by name. An administrator also holds the scopes of the site's own API. */
export function everyRole(ownRoles: readonly RoleDefinition[]): RoleDefinition[] {
  const all = [...BUILT_IN, ...ownScopes(ownRoles)];
  const builtIn = BUILT_IN_ROLES.map((role) => (role.name === ROLE_ADMIN ? { ...role, scopes: all } : role));
  return [...builtIn, ...ownRoles].sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function describeScope(scope: string): string {
  return isBuiltInScope(scope) ? BUILT_IN_SCOPES[scope] : OWN_SCOPE_DESCRIPTION;
}

/** Whether a site may use this scope for its own API. */
export function isFreeForSites(scope: string): boolean {
  return !isReservedResource(scope);
}
