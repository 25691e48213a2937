import type { AuditActor } from '../../platform/audit/audit.types.js';
import type { PrincipalCredentialKind, UserKind } from '../../shared/authz/principal.js';
import type { SiteId } from '../../shared/ids/site-id.js';

export type UserStatus = 'active' | 'suspended';

/**
 * The status in a row, with one more value for a removed user. The row of a removed user is a tombstone: it keeps the id that
 * revoked tokens still refer to, and nothing that says who the user was. Only the repository sees this value.
 */
export type StoredUserStatus = UserStatus | 'removed';

/** A user as the rest of the service may know them: everything except the hash of the password. */
export interface UserRecord {
  readonly id: string;
  readonly siteId: SiteId;
  readonly username: string;
  readonly email: string | null;
  readonly kind: UserKind;
  readonly status: UserStatus;
  /** Whether the user ever set a password. Until then a person can't sign in. */
  readonly passwordSet: boolean;
  /** Role names, sorted. */
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
  /** In upper or lower case; stored in lower case. */
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

/** A new link. It can't be shown again. */
export interface InvitationLink {
  readonly url: string;
  readonly expiresAt: Date;
}

/** What made a link: a credential, or `system`, which means the operator or the service itself. */
export type LinkMakerKind = PrincipalCredentialKind | 'system';

/** The maker of a link, and the credential that made it. */
export interface LinkMaker {
  readonly madeBy: string | null;
  readonly issuedWithKind: LinkMakerKind | null;
  readonly issuedWith: string | null;
}

/** A link that is neither used nor over. */
export interface OpenLink extends LinkMaker {
  readonly id: string;
  readonly siteId: SiteId;
  /** The user whose password the link sets. */
  readonly userId: string;
  readonly createdAt: Date;
}

/** Enough of a user to name them in the audit log and to find their rows. */
export type UserName = Pick<UserRecord, 'id' | 'siteId' | 'username'>;

/** A developer secret in clear. The clear text is in this object and in the answer, and nowhere else. */
export interface ShownSecret {
  readonly secret: string;
  readonly last4: string;
  readonly createdAt: Date;
}

/** A developer secret as other modules see it: whose it is, without its value. */
export interface DeveloperSecretRecord {
  readonly userId: string;
  readonly last4: string;
  readonly createdAt: Date;
}
