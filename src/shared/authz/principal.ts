import type { SiteId } from '../ids/site-id.js';

export type UserKind = 'person' | 'service';

/** `personal` and `application` are bearer tokens; `secret` is the `Secret` scheme or OAuth client authentication. */
export type PrincipalCredentialKind = 'session' | 'personal' | 'application' | 'secret';

/** From whom a credential came, and when. That person may have kept a copy of its value (contract §5). */
export interface Inheritance {
  /** The id of the former owner. For a service account's credential: the id of the administrator who made its value. */
  readonly from: string;
  readonly at: Date;
}

/** How a call can end the value that makes it: by rotating it, or by putting another access token in its place. */
export type EndOfCaller = 'rotated' | 'replaced';

/** The credential that proved who is calling, and how far it narrows what its owner may do. */
export interface PrincipalCredential {
  readonly kind: PrincipalCredentialKind;
  readonly id: string;
  /** The key to read it again: the hash of its value, or the id of a session; empty for a password that was just proved. */
  readonly key: string;
  readonly name: string;
  readonly createdAt: Date;
  /** When it ends, either by itself or by the policy of its site. */
  readonly expiresAt: Date | null;
  /** When it ends by itself: at its expiry, or at the end of its grace if it was rotated away. */
  readonly ownExpiresAt: Date | null;
  /**
   * When the token got the value that was current at the read; null for a token that was never rotated, and for other
   * credentials.
   */
  readonly rotatedAt: Date | null;
  /** Whether the presented value was rotated away, and works only for the rest of its grace. */
  readonly superseded: boolean;
  /** Set while its value dates from before it changed hands: it makes calls, but can't make or change credentials. */
  readonly inherited: Inheritance | null;
  /** What the values that it makes keep as their maker (contract §9, "Lineage"). */
  readonly lineageKey: string;
  /** The id of the person who first held this value: its owner, or the administrator who made it for a service account. */
  readonly madeBy: string;
  /** The application it was issued to, if any. */
  readonly applicationId: string | null;
  /** The client id of that application. */
  readonly clientId: string | null;
  /** Whether scopes or a ceiling of its own narrow it, besides the bounds of its application. */
  readonly narrowed: boolean;
  /** Whether it holds everything that its owner's roles give, now and later: neither narrowed nor bound by an application. */
  readonly unbounded: boolean;
  /** CIDR networks that it may be used from; null is everywhere. Values that it makes inherit them. */
  readonly allowedNetworks: readonly string[] | null;
  /** CIDR networks that the site also requires for its tokens; null is everywhere. */
  readonly siteNetworks: readonly string[] | null;
  /**
   * Set when the very call that is repeated here with its Idempotency-Key, in order to read its answer, has ended the value
   * (contract §9), with how it ended. For that call, the credential counts as it was before.
   */
  readonly repeats?: EndOfCaller | undefined;
  /** When the person last proved their password in this session; null for everything except a session. */
  readonly confirmedAt: Date | null;
}

/** Whom a request acts as (contract §1): the owning user, the credential that proved it, the effective scopes, the account. */
export interface Principal {
  readonly siteId: SiteId;
  readonly userId: string;
  readonly username: string;
  readonly userKind: UserKind;
  /** The roles that the user holds. */
  readonly roles: readonly string[];
  /** The roles of which the credential holds all scopes: those that others are told (contract §1). */
  readonly namedRoles: readonly string[];
  /** Effective scopes: the owner's current roles ∩ the credential's scopes ∩ its ceilings. */
  readonly scopes: readonly string[];
  /** The account the credential is pinned to, or null. */
  readonly accountId: string | null;
  readonly credential: PrincipalCredential;
}

declare const STANDING: unique symbol;
/** A principal that was read again in a transaction, and stays the same until the commit (platform/database/makers.ts). */
export type StandingPrincipal = Principal & { readonly [STANDING]: true };
