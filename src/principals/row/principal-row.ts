import type { EndOfCaller, Principal } from '../../shared/authz/principal.js';
import type { SiteId } from '../../shared/ids/site-id.js';

/** UTC, as the database writes it into JSON: `YYYY-MM-DD HH:MM:SS.mmm`. */
export type StoredTime = string;

/** Everything that a request needs to know about a credential and its owner, as of this moment. */
export interface PrincipalRow {
  readonly id: string;
  /** Its hash, or the id of a session. */
  readonly key: string;
  /** For a repeated call: how that call ended the value. */
  readonly repeats?: EndOfCaller | undefined;
  readonly kind: 'personal' | 'application' | 'secret' | 'session';
  readonly name: string;
  readonly createdAt: StoredTime;
  readonly expiresAt: StoredTime | null;
  /** For an old value of a token, or a replaced client secret: until when it still works. */
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
  /** Whose changes are also changes of the application. */
  readonly applicationOwnerId: string | null;
  readonly applicationDeletedAt: StoredTime | null;
  readonly applicationEndsAt: StoredTime | null;
  readonly clientId: string | null;
  /**
   * The policy of a token's site, as JSON; null when the site has none, and for anything but a token. The time is null too then.
   */
  readonly policy: string | null;
  readonly lastUsedAt: StoredTime | null;
  /** For a token, or for the application that a secret belongs to. */
  readonly transferredFrom: string | null;
  readonly transferredAt: StoredTime | null;
  readonly lineageKey: string;
  readonly madeBy: string;
  /** Proved by the credential itself. */
  readonly siteId: SiteId;
  readonly userId: string;
  readonly username: string;
  readonly userKind: 'person' | 'service';
  readonly userStatus: 'active' | 'suspended' | 'removed';
  readonly held: readonly HeldRole[];
  /** What the row meant when it was last judged. It means the same until then, unless the row changes. */
  standing?: Standing | undefined;
}

export interface Standing {
  readonly principal: Principal;
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly until: number;
}

/** An account, as of this moment. */
export interface AccountRow {
  readonly kind: 'account';
  readonly id: string;
  readonly siteId: SiteId;
  readonly status: 'active' | 'suspended';
}

/** A role that the user holds, with the scopes of a site role: the same role, or any of the site's roles for an administrator. */
export interface HeldRole {
  readonly role: string;
  /** Space-separated; null for a built-in role, whose scopes are not in the database. */
  readonly scopes: string | null;
}

/** The columns that only a token has, for a credential of another kind. */
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
  applicationOwnerId: null,
  applicationDeletedAt: null,
  applicationEndsAt: null,
  clientId: null,
  policy: null,
  lastUsedAt: null,
  transferredFrom: null,
  transferredAt: null,
} as const;

/** The row as it was before the call that ended its value (contract §9, "Idempotency-Key"). */
export function beforeItsEnd(row: PrincipalRow, repeats: EndOfCaller): PrincipalRow {
  return {
    ...row,
    standing: undefined,
    repeats,
    ...(repeats === 'rotated' ? { validUntil: null } : { revokedAt: null }),
  };
}
