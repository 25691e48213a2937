import { NO_POLICY, type SitePolicy, type SitePolicyChange } from './sites.types.js';

const RULES = Object.keys(NO_POLICY) as readonly (keyof SitePolicy)[];

/** The policy that the row of a site stores. A rule that did not exist when the row was written is not set. */
export function policyOf(stored: SitePolicyChange | null): SitePolicy {
  return stored === null ? NO_POLICY : changedPolicy(NO_POLICY, stored);
}

export function changedPolicy(policy: SitePolicy, change: SitePolicyChange): SitePolicy {
  const named = Object.entries(change).filter(([, value]) => value !== undefined);
  return { ...policy, ...(Object.fromEntries(named) as Partial<SitePolicy>) };
}

/** The rules that differ, in a fixed order. */
export function differingRules(from: SitePolicy, to: SitePolicy): (keyof SitePolicy)[] {
  return RULES.filter((rule) => JSON.stringify(from[rule]) !== JSON.stringify(to[rule]));
}

/** The value to store. A site without rules stores no policy at all, so that no request pays for reading it. */
export function storedPolicy(policy: SitePolicy): SitePolicy | null {
  return differingRules(NO_POLICY, policy).length === 0 ? null : policy;
}
