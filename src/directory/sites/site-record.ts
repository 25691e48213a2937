import { policyOf } from './site-policy.js';
import type { Site } from './site.entity.js';
import type { SiteRecord } from './sites.types.js';

export function recordOf({ policy, ...site }: Site): SiteRecord {
  return { ...site, policy: policyOf(policy) };
}
