import type { SitePolicy } from '../sites/sites.types.js';

/** Why the policy of its site stops a token. The audit log has it; the caller is told as little as of any dead token. */
export type PolicyStop = 'policy_never_expires' | 'policy_lifetime' | 'policy_unused' | 'policy_inherited';

/** What a policy looks at of a token, in milliseconds since the epoch. */
export interface TokenTimes {
  readonly createdAt: number;
  readonly rotatedAt: number | null;
  readonly lastUsedAt: number | null;
  readonly transferredAt: number | null;
  /** Its own; null is never. */
  readonly expiresAt: number | null;
}

/** A rule with a time: a token stops `milliseconds` after the latest of these times that it has, if it has one. */
export interface PolicyTerm {
  readonly reason: PolicyStop;
  readonly since: readonly Exclude<keyof TokenTimes, 'expiresAt'>[];
  readonly milliseconds: number;
  /** Whether using the token puts it off: then nobody knows yet when it will be. */
  readonly movesWithUse: boolean;
}

const SECOND_MS = 1000;
const DAY_MS = 24 * 3600 * SECOND_MS;

/**
 * What of a policy stops tokens, as data: the check of every use reads it here, and the preview makes its SQL of the same, so
 * that what it says would stop is what stops.
 */
export interface PolicyRules {
  readonly allowNeverExpire: boolean;
  readonly terms: readonly PolicyTerm[];
}

export function rulesOf(policy: SitePolicy): PolicyRules {
  return { allowNeverExpire: policy.allowNeverExpire, terms: termsOf(policy) };
}

function termsOf(policy: SitePolicy): PolicyTerm[] {
  const terms: PolicyTerm[] = [];
  const add = (length: number | null, unitMs: number, term: Omit<PolicyTerm, 'milliseconds'>): void => {
    if (length !== null) terms.push({ ...term, milliseconds: length * unitMs });
  };
  add(policy.maxLifetimeSeconds, SECOND_MS, {
    reason: 'policy_lifetime',
    since: ['createdAt', 'rotatedAt'],
    movesWithUse: false,
  });
  add(policy.revokeUnusedAfterDays, DAY_MS, {
    reason: 'policy_unused',
    since: ['createdAt', 'rotatedAt', 'lastUsedAt'],
    movesWithUse: true,
  });
  add(policy.rotateInheritedWithinDays, DAY_MS, {
    reason: 'policy_inherited',
    since: ['transferredAt'],
    movesWithUse: false,
  });
  return terms;
}

/** Why the policy stops a token at this instant, or null. An instant at which a term ends is already over. */
export function policyStop(
  { allowNeverExpire, terms }: PolicyRules,
  times: TokenTimes,
  now: number,
): PolicyStop | null {
  if (!allowNeverExpire && times.expiresAt === null) return 'policy_never_expires';
  for (const term of terms) if (endOf(term, times) <= now) return term.reason;
  return null;
}

/** When the policy stops a token however much it is used; Infinity is never. */
export function policyEnd({ terms }: PolicyRules, times: TokenTimes): number {
  let end = Infinity;
  for (const term of terms) if (!term.movesWithUse) end = Math.min(end, endOf(term, times));
  return end;
}

function endOf({ since, milliseconds }: PolicyTerm, times: TokenTimes): number {
  let latest = -Infinity;
  for (const name of since) latest = Math.max(latest, times[name] ?? -Infinity);
  return latest === -Infinity ? Infinity : latest + milliseconds;
}
