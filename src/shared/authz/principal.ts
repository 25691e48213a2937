import type { SiteId } from '../ids/site-id.js';

export type UserKind = 'person' | 'service';

/** `personal` and `application` are bearer tokens; `secret` is the `Secret` scheme or OAuth client authentication. */
export type PrincipalCredentialKind = 'session' | 'personal' | 'application' | 'secret';

/** The credential that proved who is calling, and how far it narrows what its owner may do. */
export interface PrincipalCredential {
  readonly kind: PrincipalCredentialKind;
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  /** When it ends, whether by itself or by the policy of its site. */
  readonly expiresAt: Date | null;
  /** When it ends by itself: its expiry, or the end of its grace if it was rotated away. */
  readonly ownExpiresAt: Date | null;
  /** When a token got the value that was current as it was read; null for one that never rotated, and for no token. */
  readonly rotatedAt: Date | null;
  /** The application it was issued to, if any. */
  readonly applicationId: string | null;
  /** The client id of that application. */
  readonly clientId: string | null;
  /** Whether scopes or a ceiling of its own narrow it, beside what bounds its application. */
  readonly narrowed: boolean;
  /** Whether it holds all that its owner's roles give, now and later: neither narrowed nor bound by an application. */
  readonly unbounded: boolean;
  /** CIDR networks it may be used from; null is everywhere. What it mints inherits them. */
  readonly allowedNetworks: readonly string[] | null;
  /** CIDR networks that the site lets its tokens be used from, besides; null is everywhere. */
  readonly siteNetworks: readonly string[] | null;
  /** When the person last proved their password in this session; null for everything but a session. */
  readonly confirmedAt: Date | null;
}

/** What a request acts as (CONTRACT §1): the owning user, the credential that proved it, the effective scopes, the account. */
export interface Principal {
  readonly siteId: SiteId;
  readonly userId: string;
  readonly username: string;
  readonly userKind: UserKind;
  readonly roles: readonly string[];
  /** Effective: the owner's roles of this moment ∩ the credential's scopes ∩ its ceilings. */
  readonly scopes: readonly string[];
  /** The account the credential is pinned to, or null. */
  readonly accountId: string | null;
  readonly credential: PrincipalCredential;
}
