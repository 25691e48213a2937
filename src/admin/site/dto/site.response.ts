import type { SiteRecord } from '../../../directory/sites/sites.types.js';

export class SitePolicyResponse {
  /**
   * The longest lifetime of a token, counted from its creation or last rotation, in seconds; null means no limit.
   * @example 7776000
   */
  maxLifetimeSeconds: number | null;

  /**
   * Whether a token may have no expiry.
   * @example false
   */
  allowNeverExpire: boolean;

  /**
   * The networks that tokens may be used from, in addition to each token's own restriction; null means anywhere.
   * @example ["203.0.113.0/24"]
   */
  allowedNetworks: string[] | null;

  /**
   * A token stops when it has not been used for this many days; null means never.
   * @example 90
   */
  revokeUnusedAfterDays: number | null;

  /**
   * A token that came from another user stops unless it is rotated within this many days; null means never.
   * @example 30
   */
  rotateInheritedWithinDays: number | null;

  /**
   * How many live tokens each application and each user may have; null means 100,000.
   * @example 1000
   */
  maxLiveTokens: number | null;
}

export class SiteResponse {
  /** @example "0199c0de-0000-7000-8000-000000000001" */
  id: string;

  /** @example "ACME" */
  name: string;

  /** @example "acme" */
  slug: string;

  /**
   * The id of the user who owns the site; null when the site has no owner.
   * @example "0199c0de-0000-7000-8000-0000000000aa"
   */
  ownerId: string | null;

  policy: SitePolicyResponse;

  /** @example "2026-11-01T09:30:00.000Z" */
  createdAt: string;

  /** @example "2026-11-01T09:30:00.000Z" */
  updatedAt: string;
}

export function siteResponse({ id, name, slug, ownerId, policy, createdAt, updatedAt }: SiteRecord): SiteResponse {
  const { allowedNetworks, ...rules } = policy;
  return {
    ...{ id, name, slug, ownerId },
    policy: { ...rules, allowedNetworks: allowedNetworks && [...allowedNetworks] },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
