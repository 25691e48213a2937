import { storedTime, storedTimeOrNull } from '../database/stored-time.js';
import { policyOf } from '../sites/site-policy.js';
import type { SitePolicyChange } from '../sites/sites.types.js';
import { policyEnd, type PolicyRules, type PolicyStop, policyStop, rulesOf } from '../tokens/policy-terms.js';
import type { PrincipalRow, StoredTime } from './principal-row.js';

/** What the policy of its site makes of a token. */
export interface PolicyVerdict {
  readonly stop: PolicyStop | null;
  readonly endsAt: Date | null;
  readonly networks: readonly string[] | null;
}

interface ReadPolicy {
  readonly rules: PolicyRules;
  readonly networks: readonly string[] | null;
}

const NO_VERDICT: PolicyVerdict = { stop: null, endsAt: null, networks: null };

/** Nothing where the site has no policy, and of what is no token. `expiresAt` is the token's own. */
export function policyVerdict(row: PrincipalRow, expiresAt: Date | null, now: number): PolicyVerdict {
  if (row.policy === null) return NO_VERDICT;
  const { rules, networks } = read(row.policy);
  const times = {
    createdAt: storedTime(row.createdAt).getTime(),
    rotatedAt: instant(row.rotatedAt),
    lastUsedAt: instant(row.lastUsedAt),
    transferredAt: instant(row.transferredAt),
    expiresAt: expiresAt?.getTime() ?? null,
  };
  const end = policyEnd(rules, times);
  return { stop: policyStop(rules, times, now), endsAt: end === Infinity ? null : new Date(end), networks };
}

const MOST_REMEMBERED = 1_000;
const readAlready = new Map<string, ReadPolicy>();

/** Policies repeat from request to request: what a text of one means is kept, and never whose it is. */
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
