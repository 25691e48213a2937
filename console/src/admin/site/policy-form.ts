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
}

/** What the form calls the fields of the API. */
export const POLICY_LABELS = {
  'policy.maxLifetimeSeconds': words.maxDays,
  'policy.allowedNetworks': words.networks,
  'policy.revokeUnusedAfterDays': words.unusedDays,
  'policy.rotateInheritedWithinDays': words.inheritedDays,
} as const;

const MOST_DAYS = 3650;
const SHORTEST_DAYS = 60 / DAY_SECONDS;

export function lifeProblem(field: string): string | true {
  return isEmptyOr(field, (number) => number >= SHORTEST_DAYS && number <= MOST_DAYS) || words.lifeWrong;
}

export function daysProblem(field: string): string | true {
  const fits = (number: number) => Number.isInteger(number) && number >= 1 && number <= MOST_DAYS;
  return isEmptyOr(field, fits) || words.daysWrong;
}

function isEmptyOr(field: string, fits: (number: number) => boolean): boolean {
  return field.trim() === '' || fits(Number(field));
}

function typed(days: number | null): string {
  return days === null ? '' : String(days);
}

function days(field: string): number | null {
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
  };
}

const RULES: Readonly<Record<keyof PolicyForm, keyof Schemas['SitePolicyRequest']>> = {
  maxDays: 'maxLifetimeSeconds',
  allowNeverExpire: 'allowNeverExpire',
  networks: 'allowedNetworks',
  unusedDays: 'revokeUnusedAfterDays',
  inheritedDays: 'rotateInheritedWithinDays',
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
  const longest = days(form.maxDays);
  return {
    maxLifetimeSeconds: longest === null ? null : Math.round(longest * DAY_SECONDS),
    allowNeverExpire: form.allowNeverExpire,
    allowedNetworks: networksOf(form.networks),
    revokeUnusedAfterDays: days(form.unusedDays),
    rotateInheritedWithinDays: days(form.inheritedDays),
  };
}
