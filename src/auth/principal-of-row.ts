import { storedTime, storedTimeOrNull } from '../database/stored-time.js';
import { builtInRole } from '../shared/authz/built-in-roles.js';
import type { Principal } from '../shared/authz/principal.js';
import type { PolicyStop } from '../tokens/policy-terms.js';
import { policyVerdict } from './policy-of-row.js';
import type { HeldRole, PrincipalRow, StoredTime } from './principal-row.js';
import { Refusal, type RefusalReason } from './refusal.js';

/** Milliseconds since the epoch; null stays null. */
export function instantOf(time: StoredTime | null): number | null {
  return time === null ? null : storedTime(time).getTime();
}

/** What a row amounts to at this instant: a principal, or the reason why not. An instant of expiry is already over. */
export function principalOfRow(row: PrincipalRow, now: number): Principal | Refusal {
  const expiresAt = storedTimeOrNull(row.expiresAt);
  const validUntil = storedTimeOrNull(row.validUntil);
  const policy = policyVerdict(row, expiresAt, now);
  const reason = whyNot(row, now, { expiresAt, validUntil, stop: policy.stop });
  if (reason !== null) return new Refusal(reason, row);
  const ownExpiresAt = earlier(expiresAt, validUntil);
  const bounds = boundsOf(row);
  const { roles, scopes } = heldOf(row.held);
  return {
    siteId: row.siteId,
    userId: row.userId,
    username: row.username,
    userKind: row.userKind,
    roles,
    scopes: bounds.length === 0 ? scopes : scopes.filter((scope) => bounds.every((bound) => bound.includes(scope))),
    accountId: row.accountId,
    credential: {
      kind: row.kind,
      id: row.id,
      name: row.name,
      createdAt: storedTime(row.createdAt),
      expiresAt: earlier(ownExpiresAt, policy.endsAt),
      ownExpiresAt,
      rotatedAt: storedTimeOrNull(row.rotatedAt),
      applicationId: row.applicationId,
      clientId: row.clientId,
      narrowed: row.scopes !== null || row.ceiling !== null,
      unbounded: bounds.length === 0,
      allowedNetworks: row.allowedNetworks === null ? null : row.allowedNetworks.split(' '),
      siteNetworks: policy.networks,
      confirmedAt: storedTimeOrNull(row.confirmedAt),
    },
  };
}

interface Ends {
  readonly expiresAt: Date | null;
  readonly validUntil: Date | null;
  readonly stop: PolicyStop | null;
}

/** What is over for good comes first: what is only held up may come back (refusal.ts). */
function whyNot(row: PrincipalRow, now: number, { expiresAt, validUntil, stop }: Ends): RefusalReason | null {
  if (row.revokedAt !== null) return 'revoked';
  if (expiresAt !== null && expiresAt.getTime() <= now) return 'expired';
  if (validUntil !== null && validUntil.getTime() <= now) return 'reused_after_rotation';
  if (row.userStatus !== 'active') return row.userStatus === 'removed' ? 'owner_removed' : 'owner_suspended';
  if (row.applicationDeletedAt !== null) return 'application_deleted';
  if (stop !== null) return stop;
  return row.accountStatus === 'suspended' ? 'account_suspended' : null;
}

/**
 * A value that was rotated away ends with its grace, a token with what the policy of its site gives it: whoever holds it must
 * learn so and can't mint beyond it.
 */
function earlier(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return other < one ? other : one;
}

/** Each bound is a list of scopes that what the owner's roles give is cut down to (CONTRACT §1). */
function boundsOf({ scopes, ceiling, applicationScopes, applicationCeiling }: PrincipalRow): string[][] {
  const bounds: string[][] = [];
  for (const bound of [scopes, ceiling, applicationScopes, applicationCeiling])
    if (bound !== null) bounds.push(bound.split(' '));
  return bounds;
}

/** The roles of this moment, and the scopes that they give. */
function heldOf(held: readonly HeldRole[]): { roles: readonly string[]; scopes: readonly string[] } {
  const [only] = held;
  // Most people hold one role, and a built-in one.
  if (only?.scopes === null && held.length === 1)
    return { roles: [only.role], scopes: builtInRole(only.role)?.scopes ?? [] };
  const roles: string[] = [];
  const scopes = new Set<string>();
  for (const { role, scopes: own } of held) {
    if (!roles.includes(role)) roles.push(role);
    for (const scope of builtInRole(role)?.scopes ?? []) scopes.add(scope);
    if (own !== null) for (const scope of own.split(' ')) scopes.add(scope);
  }
  return { roles, scopes: [...scopes] };
}
