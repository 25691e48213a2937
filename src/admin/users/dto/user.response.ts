import type { UserKind } from '../../../shared/authz/principal.js';
import type { InvitationLink, UserRecord, UserStatus } from '../../../directory/users/users.types.js';

export class UserResponse {
  /** @example "0199c0de-0000-7000-8000-0000000000aa" */
  id: string;

  /** @example "ben" */
  username: string;

  /** @example "ben@example.com" */
  email: string | null;

  /**
   * `person`, who signs in, or `service`, which never does.
   * @example "person"
   */
  kind: UserKind;

  /** @example "active" */
  status: UserStatus;

  /**
   * The names of the user's roles, sorted.
   * @example ["ROLE_MANAGE_PROXIES"]
   */
  roles: string[];

  /**
   * Whether a password has ever been set. A person without one can't sign in yet; a service account never has one.
   * @example true
   */
  passwordSet: boolean;

  /** @example "2026-11-01T09:30:00.000Z" */
  createdAt: string;

  /** @example "2026-11-01T09:30:00.000Z" */
  updatedAt: string;
}

export class InvitationResponse {
  /**
   * The link to pass on to the person. It is only ever shown in this answer.
   * @example "https://localhost:8443/invitation#gth_sec_…"
   */
  url: string;

  /**
   * When the link stops working.
   * @example "2026-11-08T09:30:00.000Z"
   */
  expiresAt: string;
}

export class CreatedUserResponse extends UserResponse {
  /** For a person who was created without a password; null otherwise. */
  invitation: InvitationResponse | null;
}

export class UserPageResponse {
  items: UserResponse[];

  /**
   * Send it as `cursor` to get the next page; null on the last one.
   * @example null
   */
  nextCursor: string | null;
}

export function userResponse(user: UserRecord): UserResponse {
  return {
    id: user.id,
    username: user.username,
    email: user.email,
    kind: user.kind,
    status: user.status,
    roles: [...user.roles],
    passwordSet: user.passwordSet,
    createdAt: user.createdAt.toISOString(),
    updatedAt: user.updatedAt.toISOString(),
  };
}

export function createdUserResponse(user: UserRecord, link: InvitationLink | null): CreatedUserResponse {
  return Object.assign(new CreatedUserResponse(), userResponse(user), { invitation: link && invitationResponse(link) });
}

export function invitationResponse({ url, expiresAt }: InvitationLink): InvitationResponse {
  return { url, expiresAt: expiresAt.toISOString() };
}
