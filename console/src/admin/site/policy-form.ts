import type { Schemas } from '../../api/client';
import { networksOf } from '../../tokens/new-token';
import type { Site } from './use-site';

const DAY_SECONDS = 24 * 3600;

/** The policy as it is typed: an empty field is no rule. */
export interface PolicyForm {
  maxDays: string;
  allowNeverExpire: boolean;
  networks: string;
  unusedDays: string;
  inheritedDays: string;
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

export function policyOf(form: PolicyForm): Schemas['SitePolicyRequest'] {
  const longest = days(form.maxDays);
  return {
    maxLifetimeSeconds: longest === null ? null : Math.round(longest * DAY_SECONDS),
    allowNeverExpire: form.allowNeverExpire,
    allowedNetworks: networksOf(form.networks),
    revokeUnusedAfterDays: days(form.unusedDays),
    rotateInheritedWithinDays: days(form.inheritedDays),
  };
}
