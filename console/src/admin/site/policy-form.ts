import type { Schemas } from '../../api/client';
import { networksOf } from '../../tokens/new-token';
import { text } from '../../text/text';
import type { Site } from './use-site';

const { site: words } = text.admin;
const DAY_SECONDS = 24 * 3600;

/** The policy as it is typed: an empty field is no rule. */
export interface PolicyForm {
  maxDays: string;
  allowNeverExpire: boolean;
  networks: string;
  unusedDays: string;
  inheritedDays: string;
  liveTokens: string;
}

/** What the form calls the fields of the API. */
export const POLICY_LABELS = {
  'policy.maxLifetimeSeconds': words.maxDays,
  'policy.allowedNetworks': words.networks,
  'policy.revokeUnusedAfterDays': words.unusedDays,
  'policy.rotateInheritedWithinDays': words.inheritedDays,
  'policy.maxLiveTokens': words.liveTokens,
} as const;

const MOST_DAYS = 3650;
const MOST_LIVE_TOKENS = 1_000_000;
const SHORTEST_DAYS = 60 / DAY_SECONDS;

export function lifeProblem(field: string): string | true {
  return isEmptyOr(field, (number) => number >= SHORTEST_DAYS && number <= MOST_DAYS) || words.lifeWrong;
}

export function daysProblem(field: string): string | true {
  return isEmptyOr(field, (number) => isWhole(number, MOST_DAYS)) || words.daysWrong;
}

export function liveTokensProblem(field: string): string | true {
  return isEmptyOr(field, (number) => isWhole(number, MOST_LIVE_TOKENS)) || words.liveTokensWrong;
}

function isWhole(number: number, most: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= most;
}

function isEmptyOr(field: string, fits: (number: number) => boolean): boolean {
  return field.trim() === '' || fits(Number(field));
}

function typed(number: number | null): string {
  return number === null ? '' : String(number);
}

function numberIn(field: string): number | null {
  return field.trim() === '' ? null : Number(field);
}

export function formOf({ policy }: Site): PolicyForm {
  const { maxLifetimeSeconds } = policy;
  return {
    maxDays: typed(maxLifetimeSeconds === null ? null : maxLifetimeSeconds / DAY_SECONDS),
    allowNeverExpire: policy.allowNeverExpire,
    networks: (policy.allowedNetworks ?? []).join('\n'),
    unusedDays: typed(policy.revokeUnusedAfterDays),
    inheritedDays: typed(policy.rotateInheritedWithinDays),
    liveTokens: typed(policy.maxLiveTokens),
  };
}

const RULES: Readonly<Record<keyof PolicyForm, keyof Schemas['SitePolicyRequest']>> = {
  maxDays: 'maxLifetimeSeconds',
  allowNeverExpire: 'allowNeverExpire',
  networks: 'allowedNetworks',
  unusedDays: 'revokeUnusedAfterDays',
  inheritedDays: 'rotateInheritedWithinDays',
  liveTokens: 'maxLiveTokens',
};

/** The rules that were changed, alone: somebody else may have changed another one meanwhile. */
export function policyOf(
  form: PolicyForm,
  dirty: Partial<Record<keyof PolicyForm, boolean>>,
): Schemas['SitePolicyRequest'] {
  const all = rulesOf(form);
  const changed = Object.entries(RULES).filter(([field]) => dirty[field as keyof PolicyForm] === true);
  return Object.fromEntries(changed.map(([, rule]) => [rule, all[rule]]));
}

function rulesOf(form: PolicyForm): Schemas['SitePolicyRequest'] {
  const longest = numberIn(form.maxDays);
  return {
    maxLifetimeSeconds: longest === null ? null : Math.round(longest * DAY_SECONDS),
    allowNeverExpire: form.allowNeverExpire,
    allowedNetworks: networksOf(form.networks),
    revokeUnusedAfterDays: numberIn(form.unusedDays),
    rotateInheritedWithinDays: numberIn(form.inheritedDays),
    maxLiveTokens: numberIn(form.liveTokens),
  };
}
