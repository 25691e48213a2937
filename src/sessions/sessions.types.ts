import type { SiteId } from '../shared/ids/site-id.js';

/** How long a sign-in lasts at most, whatever is done with it (OWASP ASVS 7.3.2). */
export const SESSION_LIFETIME_MS = 30 * 24 * 3600 * 1000;

/** Nobody uses a session for this long: it is over (OWASP ASVS 7.3.1). */
export const SESSION_IDLE_MS = 12 * 3600 * 1000;

/** Why a session is over; its row and the audit log keep it. */
export type SessionEnd =
  | 'signed_out'
  | 'ended_by_user'
  /** The same browser signed in again: no sign-in goes on under an older id (OWASP ASVS 7.2.4). */
  | 'replaced'
  | 'password_changed'
  | 'suspended'
  | 'removed';

/** A person who has proved who they are. */
export interface SessionUser {
  readonly siteId: SiteId;
  readonly id: string;
  readonly username: string;
}

/** What others than this module may know of a session. */
export interface LiveSession {
  readonly siteId: SiteId;
  readonly id: string;
  readonly userId: string;
  readonly expiresAt: Date;
}
