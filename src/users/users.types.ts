import type { AuditActor } from '../audit/audit.types.js';
import type { UserKind } from '../shared/authz/principal.js';
import type { SiteId } from '../shared/ids/site-id.js';

export type UserStatus = 'active' | 'suspended';

/**
 * What a row says besides of a user who was removed. It is a tombstone then: it keeps the id that revoked tokens still
 * point at, and nothing that says who it was. Nobody but the repository sees it.
 */
export type StoredUserStatus = UserStatus | 'removed';

/** A user as the rest of the service may know them: everything but the password's hash. */
export interface UserRecord {
  readonly id: string;
  readonly siteId: SiteId;
  readonly username: string;
  readonly email: string | null;
  readonly kind: UserKind;
  readonly status: UserStatus;
  /** Whether a password was ever set: until then a person can't sign in. */
  readonly passwordSet: boolean;
  /** Names, sorted. */
  readonly roles: readonly string[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What a sign-in needs. */
export interface UserForLogin {
  readonly id: string;
  readonly siteId: SiteId;
  readonly username: string;
  readonly email: string | null;
  readonly kind: UserKind;
  readonly status: UserStatus;
  /** Null until the invitation is accepted, and always for a service account: such a user can't sign in. */
  readonly passwordHash: string | null;
}

export interface NewUser {
  readonly siteId: SiteId;
  /** In any case; it is stored in lower case. */
  readonly username: string;
  readonly email: string | null;
  readonly kind: UserKind;
  readonly roles: readonly string[];
  /** Null for a service account, and for a person who gets an invitation instead. */
  readonly password: string | null;
  readonly actor: AuditActor;
}

export interface UserFilter {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly search?: string | undefined;
  readonly kind?: UserKind | undefined;
  readonly status?: UserStatus | undefined;
  readonly role?: string | undefined;
}

/** A link that was just made; it can't be shown again. */
export interface InvitationLink {
  readonly url: string;
  readonly expiresAt: Date;
}

/** Enough of a user to write about them in the audit log and to reach their rows. */
export type UserName = Pick<UserRecord, 'id' | 'siteId' | 'username'>;

/** A developer secret as other modules may see it: whose, and nothing of its value. */
export interface DeveloperSecretRecord {
  readonly userId: string;
  readonly last4: string;
  readonly createdAt: Date;
}
