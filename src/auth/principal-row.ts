import type { SiteId } from '../shared/ids/site-id.js';

/** UTC, as the database writes it into JSON: `YYYY-MM-DD HH:MM:SS.mmm`. */
export type StoredTime = string;

/** Everything that a request needs to know of a credential and its owner, as of this moment. */
export interface PrincipalRow {
  readonly id: string;
  readonly kind: 'personal' | 'application' | 'secret' | 'session';
  readonly name: string;
  readonly createdAt: StoredTime;
  readonly expiresAt: StoredTime | null;
  /** Of an old value of a token, or a replaced client secret: until when it still works. */
  readonly validUntil: StoredTime | null;
  readonly rotatedAt: StoredTime | null;
  readonly revokedAt: StoredTime | null;
  readonly confirmedAt: StoredTime | null;
  readonly lastSeenAt: StoredTime | null;
  readonly scopes: string | null;
  readonly ceiling: string | null;
  readonly allowedNetworks: string | null;
  readonly accountId: string | null;
  readonly accountStatus: 'active' | 'suspended' | null;
  readonly applicationId: string | null;
  readonly applicationScopes: string | null;
  readonly applicationCeiling: string | null;
  readonly applicationDeletedAt: StoredTime | null;
  readonly clientId: string | null;
  /** Of a token's site, as JSON; null when it has none, and of what is no token. Then the two times are null too. */
  readonly policy: string | null;
  readonly lastUsedAt: StoredTime | null;
  readonly transferredAt: StoredTime | null;
  /** Proved by the credential itself. */
  readonly siteId: SiteId;
  readonly userId: string;
  readonly username: string;
  readonly userKind: 'person' | 'service';
  readonly userStatus: 'active' | 'suspended' | 'removed';
  readonly held: readonly HeldRole[];
}

/** An account, as of this moment. */
export interface AccountRow {
  readonly kind: 'account';
  readonly siteId: SiteId;
  readonly status: 'active' | 'suspended';
}

/** A role that the user holds, with the scopes of a role of the site: the same one, or any of them for an administrator. */
export interface HeldRole {
  readonly role: string;
  /** Space-separated; null for a built-in role, whose scopes are not in the database. */
  readonly scopes: string | null;
}

/** What a credential of another kind than a token has none of. */
export const NO_TOKEN = {
  expiresAt: null,
  validUntil: null,
  rotatedAt: null,
  revokedAt: null,
  confirmedAt: null,
  lastSeenAt: null,
  scopes: null,
  ceiling: null,
  allowedNetworks: null,
  accountId: null,
  accountStatus: null,
  applicationId: null,
  applicationScopes: null,
  applicationCeiling: null,
  applicationDeletedAt: null,
  clientId: null,
  policy: null,
  lastUsedAt: null,
  transferredAt: null,
} as const;
