import type { SiteRecord } from '../../sites/sites.types.js';

export class SitePolicyResponse {
  /**
   * How long a token lives at most, from its making or its last rotation, in seconds; null is no bound.
   * @example 7776000
   */
  maxLifetimeSeconds: number | null;

  /**
   * Whether tokens may be without an expiry.
   * @example false
   */
  allowNeverExpire: boolean;

  /**
   * The networks that tokens may be used from, besides what each says itself; null is anywhere.
   * @example ["203.0.113.0/24"]
   */
  allowedNetworks: string[] | null;

  /**
   * A token stops when it was not used for so many days; null is never.
   * @example 90
   */
  revokeUnusedAfterDays: number | null;

  /**
   * A token that came from another user stops unless it is rotated within so many days; null is never.
   * @example 30
   */
  rotateInheritedWithinDays: number | null;
}

export class SiteResponse {
  /** @example "0199c0de-0000-7000-8000-000000000001" */
  id: string;

  /** @example "ACME" */
  name: string;

  /** @example "acme" */
  slug: string;

  /**
   * The user who owns the site; null is nobody.
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
