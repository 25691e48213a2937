import { storedTime, storedTimeOrNull } from '../../platform/database/stored-time.js';
import { policyOf } from '../../directory/sites/site-policy.js';
import type { SitePolicyChange } from '../../directory/sites/sites.types.js';
import {
  firstLimit,
  policyEnd,
  type PolicyRules,
  type PolicyViolation,
  policyViolation,
  rulesOf,
} from '../../tokens/policy/policy-rules.js';
import type { PrincipalRow, StoredTime } from './principal-row.js';

/** What the policy of a site makes of one of its tokens. */
export interface PolicyEvaluation {
  readonly stop: PolicyViolation | null;
  readonly endsAt: Date | null;
  readonly networks: readonly string[] | null;
  /** Until when `stop` stays as it is, if nothing about the token changes; milliseconds since the epoch. */
  readonly until: number;
}

interface ReadPolicy {
  readonly rules: PolicyRules;
  readonly networks: readonly string[] | null;
}

const NO_POLICY_APPLIES: PolicyEvaluation = { stop: null, endsAt: null, networks: null, until: Infinity };

/** Nothing where the site has no policy, or for anything but a token. `expiresAt` is the token's own. */
export function evaluatePolicy(row: PrincipalRow, expiresAt: Date | null, now: number): PolicyEvaluation {
  if (row.policy === null) return NO_POLICY_APPLIES;
  const { rules, networks } = read(row.policy);
  const times = {
    createdAt: storedTime(row.createdAt).getTime(),
    rotatedAt: instant(row.rotatedAt),
    lastUsedAt: instant(row.lastUsedAt),
    transferredAt: instant(row.transferredAt),
    expiresAt: expiresAt?.getTime() ?? null,
  };
  const end = policyEnd(rules, times);
  return {
    stop: policyViolation(rules, times, now),
    endsAt: end === Infinity ? null : new Date(end),
    networks,
    until: firstLimit(rules, times),
  };
}

const MOST_REMEMBERED = 1_000;
const readAlready = new Map<string, ReadPolicy>();

/** Policies repeat from request to request: the meaning of a policy text is cached, but never whose policy it is. */
function read(text: string): ReadPolicy {
  let policy = readAlready.get(text);
  if (policy === undefined) {
    const whole = policyOf(JSON.parse(text) as SitePolicyChange);
    policy = { rules: rulesOf(whole), networks: whole.allowedNetworks };
    if (readAlready.size >= MOST_REMEMBERED) readAlready.clear();
    readAlready.set(text, policy);
  }
  return policy;
}

function instant(time: StoredTime | null): number | null {
  return storedTimeOrNull(time)?.getTime() ?? null;
}
