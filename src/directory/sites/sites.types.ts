import type { SiteId } from '../../shared/ids/site-id.js';

/** What a site asks of each of its tokens when the token is made, rotated and used (docs/authorization.md, "Site policy"). */
export interface SitePolicy {
  /** The longest life of a token, from its creation or last rotation; null is no bound. */
  readonly maxLifetimeSeconds: number | null;
  /** Whether a token may have no expiry. */
  readonly allowNeverExpire: boolean;
  /** The CIDR networks that tokens may be used from, besides the networks of each token; null is anywhere. */
  readonly allowedNetworks: readonly string[] | null;
  /** A token stops when it was not used, rotated or made for this many days; null is never. */
  readonly revokeUnusedAfterDays: number | null;
  /** A token that came from another user stops unless it is rotated within this many days; null is never. */
  readonly rotateInheritedWithinDays: number | null;
  /** How many live tokens each application and each user may have; null is the default (100,000). */
  readonly maxLiveTokens: number | null;
}

/** The policy of a site that has set nothing. */
export const NO_POLICY: SitePolicy = {
  maxLifetimeSeconds: null,
  allowNeverExpire: true,
  allowedNetworks: null,
  revokeUnusedAfterDays: null,
  rotateInheritedWithinDays: null,
  maxLiveTokens: null,
};

/** New values for some rules. Omitted rules stay as they are. */
export type SitePolicyChange = { readonly [Rule in keyof SitePolicy]?: SitePolicy[Rule] | undefined };

/** A site as other modules see it. */
export interface SiteRecord {
  readonly id: SiteId;
  readonly name: string;
  readonly slug: string;
  readonly ownerId: string | null;
  readonly policy: SitePolicy;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
