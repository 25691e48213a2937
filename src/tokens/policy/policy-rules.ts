import type { SitePolicy } from '../../directory/sites/sites.types.js';

/**
 * Why the policy of its site stops a token. The audit log records the reason; the caller learns no more than with any dead token.
 */
export type PolicyViolation = 'policy_never_expires' | 'policy_lifetime' | 'policy_unused' | 'policy_inherited';

/** The times of a token that a policy looks at, in milliseconds since the epoch. */
export interface TokenTimes {
  readonly createdAt: number;
  readonly rotatedAt: number | null;
  readonly lastUsedAt: number | null;
  readonly transferredAt: number | null;
  /** Its own expiry; null means never. */
  readonly expiresAt: number | null;
}

/** A rule with a time: a token stops `milliseconds` after the latest of these times that it has, if it has one. */
export interface PolicyTimeLimit {
  readonly reason: PolicyViolation;
  readonly since: readonly Exclude<keyof TokenTimes, 'expiresAt'>[];
  readonly milliseconds: number;
  /** Whether using the token postpones the end, so that nobody can know yet when it will be. */
  readonly movesWithUse: boolean;
}

const SECOND_MS = 1000;
const DAY_MS = 24 * 3600 * SECOND_MS;

/**
 * The part of a policy that stops tokens, as data. The check of every use reads it here, and the preview builds its SQL from it,
 * so that the preview and the check agree.
 */
export interface PolicyRules {
  readonly allowNeverExpire: boolean;
  readonly timeLimits: readonly PolicyTimeLimit[];
}

export function rulesOf(policy: SitePolicy): PolicyRules {
  return { allowNeverExpire: policy.allowNeverExpire, timeLimits: timeLimitsOf(policy) };
}

function timeLimitsOf(policy: SitePolicy): PolicyTimeLimit[] {
  const timeLimits: PolicyTimeLimit[] = [];
  const add = (length: number | null, unitMs: number, timeLimit: Omit<PolicyTimeLimit, 'milliseconds'>): void => {
    if (length !== null) timeLimits.push({ ...timeLimit, milliseconds: length * unitMs });
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
  return timeLimits;
}

/** Why the policy stops a token at this instant, or null. A time limit has passed at the very instant that it ends. */
export function policyViolation(
  { allowNeverExpire, timeLimits }: PolicyRules,
  times: TokenTimes,
  now: number,
): PolicyViolation | null {
  if (!allowNeverExpire && times.expiresAt === null) return 'policy_never_expires';
  for (const timeLimit of timeLimits) if (endOf(timeLimit, times) <= now) return timeLimit.reason;
  return null;
}

/** When the policy stops a token, however much it is used; Infinity means never. */
export function policyEnd({ timeLimits }: PolicyRules, times: TokenTimes): number {
  let end = Infinity;
  for (const timeLimit of timeLimits) if (!timeLimit.movesWithUse) end = Math.min(end, endOf(timeLimit, times));
  return end;
}

/** The first instant at which the policy may stop a token that is not used again; Infinity means never. */
export function firstLimit({ timeLimits }: PolicyRules, times: TokenTimes): number {
  return Math.min(Infinity, ...timeLimits.map((timeLimit) => endOf(timeLimit, times)));
}

function endOf({ since, milliseconds }: PolicyTimeLimit, times: TokenTimes): number {
  let latest = -Infinity;
  for (const name of since) latest = Math.max(latest, times[name] ?? -Infinity);
  return latest === -Infinity ? Infinity : latest + milliseconds;
}
