import type { NamedLists } from './named-lists.js';
import type { Principal } from './principal.js';

/** Whom a request acts as, and in which account, if any. */
export interface Identity {
  readonly principal: Principal;
  readonly accountId: string | null;
}

/**
 * All identity headers, always: a server that copies or trusts them must never receive one that the client invented (assertion
 * 12).
 */
export const NO_IDENTITY = {
  'X-Auth-User-Id': '',
  'X-Auth-Username': '',
  'X-Auth-Site': '',
  'X-Auth-Account': '',
  'X-Auth-Roles': '',
  'X-Auth-Scopes': '',
  'X-Auth-Scopes-Omitted': '',
  'X-Auth-Token-Id': '',
  'X-Auth-Transferred-From': '',
} as const;

export function identityHeaders(
  { principal, accountId }: Identity,
  { roles, scopes, scopesOmitted }: NamedLists,
): Record<keyof typeof NO_IDENTITY, string> {
  return {
    'X-Auth-User-Id': principal.userId,
    'X-Auth-Username': principal.username,
    'X-Auth-Site': principal.siteId,
    'X-Auth-Account': accountId ?? '',
    'X-Auth-Roles': roles.join(' '),
    'X-Auth-Scopes': scopes.join(' '),
    'X-Auth-Scopes-Omitted': String(scopesOmitted),
    'X-Auth-Token-Id': principal.credential.id,
    'X-Auth-Transferred-From': principal.credential.inherited?.from ?? '',
  };
}
