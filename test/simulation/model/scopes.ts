import type { User, World } from './world.js';

export const ADMINISTRATOR = 'ROLE_ADMIN';

/** All that the service itself knows; contract §1: an administrator holds them, and every scope of the site's roles. */
const BUILT_IN = [
  ...['accounts:read', 'accounts:write', 'audit:read', 'projects:read', 'projects:write', 'proxies:read'],
  ...['proxies:write', 'proxies:deploy', 'roles:read', 'roles:write', 'security:read', 'security:write'],
  ...['site:write', 'tokens:admin', 'tokens:introspect', 'users:read', 'users:write'],
];

/** What the roles of a user give at this moment, suspended or not. */
export function heldBy(world: World, { roles }: User): string[] {
  const given = roles.includes(ADMINISTRATOR)
    ? [...BUILT_IN, ...[...world.roles.values()].flat()]
    : roles.flatMap((role) => world.roles.get(role) ?? []);
  return [...new Set(given)];
}

export function isSubset(some: readonly string[], all: readonly string[]): boolean {
  return some.every((each) => all.includes(each));
}

export function cutBy(scopes: readonly string[], ...bounds: readonly (readonly string[] | null)[]): string[] {
  return scopes.filter((scope) => bounds.every((bound) => bound === null || bound.includes(scope)));
}
