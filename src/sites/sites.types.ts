import type { SiteId } from '../shared/ids/site-id.js';

/** What a site asks of every token in it, when it is made, rotated and used (docs/authorization.md, "Site policy"). */
export interface SitePolicy {
  /** How long a token lives at most, from its making or its last rotation; null is no bound. */
  readonly maxLifetimeSeconds: number | null;
  /** Whether a token may be without an expiry. */
  readonly allowNeverExpire: boolean;
  /** The CIDR networks that tokens may be used from, besides what each says itself; null is anywhere. */
  readonly allowedNetworks: readonly string[] | null;
  /** A token that was not used, rotated or made for so long stops; null is never. */
  readonly revokeUnusedAfterDays: number | null;
  /** A token that came from another user stops unless it is rotated within so long; null is never. */
  readonly rotateInheritedWithinDays: number | null;
}

/** What holds in a site that has set nothing. */
export const NO_POLICY: SitePolicy = {
  maxLifetimeSeconds: null,
  allowNeverExpire: true,
  allowedNetworks: null,
  revokeUnusedAfterDays: null,
  rotateInheritedWithinDays: null,
};

/** New values of some of its rules; what is left out stays. */
export type SitePolicyChange = { readonly [Rule in keyof SitePolicy]?: SitePolicy[Rule] | undefined };

/** A site as other modules may see it. */
export interface SiteRecord {
  readonly id: SiteId;
  readonly name: string;
  readonly slug: string;
  readonly ownerId: string | null;
  readonly policy: SitePolicy;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
