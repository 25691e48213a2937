import { builtInRole } from '../../shared/authz/built-in-roles.js';
import { isSiteScope } from '../../shared/authz/scopes.js';
import type { HeldRole } from './principal-row.js';

/** The roles that a user holds at this moment, each with its scopes, and the scopes that they give together. */
export interface Held {
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  readonly scopesByRole: ReadonlyMap<string, readonly string[]>;
}

/** Most people hold one built-in role. Its scopes never change, so they are worked out once. */
const builtInAlone = new Map<string, Held>();

export function heldOf(held: readonly HeldRole[]): Held {
  const [only] = held;
  if (held.length !== 1 || only?.scopes !== null || builtInRole(only.role) === undefined) return gathered(held);
  let known = builtInAlone.get(only.role);
  if (known === undefined) builtInAlone.set(only.role, (known = gathered(held)));
  return known;
}

function gathered(held: readonly HeldRole[]): Held {
  const byRole = new Map<string, Set<string>>();
  for (const { role, scopes } of held) {
    let given = byRole.get(role);
    if (given === undefined) byRole.set(role, (given = new Set(builtInRole(role)?.scopes)));
    if (scopes !== null) for (const scope of scopes.split(' ')) if (scope !== '') given.add(scope);
  }
  const scopesByRole = new Map([...byRole].map(([role, scopes]) => [role, [...scopes]]));
  return { roles: [...byRole.keys()], scopes: [...new Set([...scopesByRole.values()].flat())], scopesByRole };
}

/**
 * The roles that a credential may be said to have: those whose scopes it holds in full. Otherwise a narrowed credential would
 * pass for an administrator where roles are checked instead of scopes. A credential that is pinned to an account does nothing for
 * the site.
 */
export function namedRoles({ scopesByRole }: Held, scopes: readonly string[], isPinned: boolean): string[] {
  const held = new Set(scopes);
  return [...scopesByRole]
    .filter(
      ([, given]) => given.length > 0 && given.every((scope) => held.has(scope) && !(isPinned && isSiteScope(scope))),
    )
    .map(([role]) => role);
}
