import { storedTime, storedTimeOrNull } from '../../platform/database/stored-time.js';
import type { Inheritance, Principal } from '../../shared/authz/principal.js';
import type { PolicyViolation } from '../../tokens/policy/policy-rules.js';
import { heldOf, namedRoles } from './held-roles.js';
import { type PolicyEvaluation, evaluatePolicy } from './policy-of-row.js';
import type { PrincipalRow, StoredTime } from './principal-row.js';
import { Refusal, type RefusalReason } from '../refusal.js';

/** Milliseconds since the epoch; null stays null. */
export function instantOf(time: StoredTime | null): number | null {
  return time === null ? null : storedTime(time).getTime();
}

/**
 * What a row means at this instant: a principal, or the reason why there is none. At the instant of its expiry, a credential has
 * already ended.
 */
export function principalOfRow(row: PrincipalRow, now: number): Principal | Refusal {
  const { standing } = row;
  if (standing !== undefined && now >= standing.from && now < standing.until) return standing.principal;
  const expiresAt = earlier(storedTimeOrNull(row.expiresAt), storedTimeOrNull(row.applicationEndsAt));
  const validUntil = storedTimeOrNull(row.validUntil);
  const policy = evaluatePolicy(row, expiresAt, now);
  const reason = whyNot(row, now, { expiresAt, validUntil, stop: policy.stop });
  if (reason !== null) return new Refusal(reason, row);
  const bounds = boundsOf(row);
  const held = heldOf(row.held);
  const scopes =
    bounds.length === 0 ? held.scopes : held.scopes.filter((scope) => bounds.every((bound) => bound.includes(scope)));
  const principal: Principal = {
    siteId: row.siteId,
    userId: row.userId,
    username: row.username,
    userKind: row.userKind,
    roles: held.roles,
    namedRoles: namedRoles(held, scopes, row.accountId !== null),
    scopes,
    accountId: row.accountId,
    credential: { ...credentialOf(row, earlier(expiresAt, validUntil), policy), unbounded: bounds.length === 0 },
  };
  const until = Math.min(principal.credential.expiresAt?.getTime() ?? Infinity, policy.until);
  row.standing = { principal, from: now, until };
  return principal;
}

function credentialOf(
  row: PrincipalRow,
  ownExpiresAt: Date | null,
  policy: PolicyEvaluation,
): Omit<Principal['credential'], 'unbounded'> {
  return {
    kind: row.kind,
    id: row.id,
    key: row.key,
    repeats: row.repeats,
    name: row.name,
    createdAt: storedTime(row.createdAt),
    expiresAt: earlier(ownExpiresAt, policy.endsAt),
    ownExpiresAt,
    rotatedAt: storedTimeOrNull(row.rotatedAt),
    superseded: row.kind !== 'secret' && row.validUntil !== null,
    inherited: inheritanceOf(row),
    lineageKey: row.lineageKey,
    madeBy: row.madeBy,
    applicationId: row.applicationId,
    clientId: row.clientId,
    narrowed: row.scopes !== null || row.ceiling !== null,
    allowedNetworks: row.allowedNetworks === null ? null : row.allowedNetworks.split(' '),
    siteNetworks: policy.networks,
    confirmedAt: storedTimeOrNull(row.confirmedAt),
  };
}

interface Ends {
  readonly expiresAt: Date | null;
  readonly validUntil: Date | null;
  readonly stop: PolicyViolation | null;
}

/** Reasons that are final come first: a credential that is only held up may come back (refusal.ts). */
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
 * A value that was rotated away ends with its grace, and a token ends when the policy of its site says so. The caller must learn
 * that end, and must not mint beyond it.
 */
function earlier(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return other < one ? other : one;
}

/** Each bound is a list of scopes that limits what the owner's roles give (contract §1). */
function boundsOf({ scopes, ceiling, applicationScopes, applicationCeiling }: PrincipalRow): string[][] {
  const bounds: string[][] = [];
  for (const bound of [scopes, ceiling, applicationScopes, applicationCeiling])
    if (bound !== null) bounds.push(bound.split(' '));
  return bounds;
}

function inheritanceOf({ transferredFrom, transferredAt }: PrincipalRow): Inheritance | null {
  return transferredFrom === null || transferredAt === null
    ? null
    : { from: transferredFrom, at: storedTime(transferredAt) };
}
