import { storedTime, storedTimeOrNull } from '../database/stored-time.js';
import { builtInRole } from '../shared/authz/built-in-roles.js';
import type { Principal } from '../shared/authz/principal.js';
import { intersect } from '../shared/authz/scopes.js';
import type { PrincipalRow, StoredTime } from './principal.query.js';
import { Refusal } from './refusal.js';

/** Milliseconds since the epoch of a time as the driver gives it; null stays null. */
export function instantOf(time: StoredTime): number | null {
  return storedTimeOrNull(time)?.getTime() ?? null;
}

/** What a row amounts to at this instant: a principal, or the reason why not. An instant of expiry is already over. */
export function principalOfRow(row: PrincipalRow, now: number): Principal | Refusal {
  const expiresAt = instantOf(row.expiresAt);
  const validUntil = instantOf(row.validUntil);
  if (row.revokedAt !== null) return new Refusal('revoked', row);
  if (expiresAt !== null && expiresAt <= now) return new Refusal('expired', row);
  if (validUntil !== null && validUntil <= now) return new Refusal('reused_after_rotation', row);
  if (row.userStatus !== 'active') return new Refusal('owner_suspended', row);
  if (row.applicationDeletedAt !== null) return new Refusal('application_deleted', row);
  if (row.accountStatus === 'suspended') return new Refusal('account_suspended', row);
  const bounds = [row.scopes, row.ceiling, row.applicationScopes, row.applicationCeiling].filter(
    (bound) => bound !== null,
  );
  const roles = row.roles === null ? [] : row.roles.split(',');
  return {
    siteId: row.siteId,
    siteSlug: row.siteSlug,
    userId: row.userId,
    username: row.username,
    userKind: row.userKind,
    roles,
    scopes: effectiveScopes(roles, row.siteRoleScopes, bounds),
    accountId: row.accountId,
    credential: {
      kind: row.kind,
      id: row.id,
      name: row.name,
      createdAt: storedTime(row.createdAt),
      expiresAt: expiresAt === null ? null : new Date(expiresAt),
      applicationId: row.applicationId,
      clientId: row.clientId,
      narrowed: row.scopes !== null || row.ceiling !== null,
      unbounded: bounds.length === 0,
      allowedNetworks: row.allowedNetworks === null ? null : row.allowedNetworks.split(' '),
      confirmedAt: storedTimeOrNull(row.confirmedAt),
    },
  };
}

/** The owner's roles of this moment ∩ every bound (CONTRACT §1). */
function effectiveScopes(roles: readonly string[], siteRoleScopes: string | null, bounds: readonly string[]): string[] {
  const held = new Set<string>();
  for (const role of roles) for (const scope of builtInRole(role)?.scopes ?? []) held.add(scope);
  if (siteRoleScopes !== null) for (const scope of siteRoleScopes.split(/[ ,]/)) if (scope !== '') held.add(scope);
  return intersect([...held], ...bounds.map((bound) => bound.split(' ')));
}
