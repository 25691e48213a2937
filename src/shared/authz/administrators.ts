import { ROLE_ADMIN } from './built-in-roles.js';
import type { Principal } from './principal.js';

/**
 * Whether a principal acts as an administrator, and so holds every scope, including future ones. A narrowed credential of an
 * administrator does not, and is checked like any other credential.
 */
export function actsAsAdministrator({ roles, credential }: Principal): boolean {
  return roles.includes(ROLE_ADMIN) && credential.unbounded;
}

/**
 * Whether the person behind a principal is an administrator, whatever the credential. For rules that the scopes of the credential
 * enforce anyway: a narrowed token gives no role that holds more than the token.
 */
export function isOfAdministrator({ roles }: Principal): boolean {
  return roles.includes(ROLE_ADMIN);
}
