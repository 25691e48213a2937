import type { Principal } from './principal.js';

/** Whom a request acts as, and in which account if any. */
export interface Identity {
  readonly principal: Principal;
  readonly accountId: string | null;
}

/** All of them, always: whoever copies or trusts them must never meet one that the client made up (assertion 12). */
export const NO_IDENTITY = {
  'X-Auth-User-Id': '',
  'X-Auth-Username': '',
  'X-Auth-Site': '',
  'X-Auth-Account': '',
  'X-Auth-Roles': '',
  'X-Auth-Scopes': '',
  'X-Auth-Token-Id': '',
} as const;

export function identityHeaders({ principal, accountId }: Identity): Record<keyof typeof NO_IDENTITY, string> {
  return {
    'X-Auth-User-Id': principal.userId,
    'X-Auth-Username': principal.username,
    'X-Auth-Site': principal.siteId,
    'X-Auth-Account': accountId ?? '',
    'X-Auth-Roles': principal.roles.join(' '),
    'X-Auth-Scopes': principal.scopes.join(' '),
    'X-Auth-Token-Id': principal.credential.id,
  };
}
