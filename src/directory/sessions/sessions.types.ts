import type { Session } from './session.entity.js';
import type { SiteId } from '../../shared/ids/site-id.js';

/** A session as other modules see it. */
export type SessionRecord = Readonly<Session>;

/** The longest life of a sign-in, however much it is used (OWASP ASVS 7.3.2). */
export const SESSION_LIFETIME_MS = 30 * 24 * 3600 * 1000;

/** A session that nobody uses for this long is over (OWASP ASVS 7.3.1). */
export const SESSION_IDLE_MS = 12 * 3600 * 1000;

/** Why a session is over. Its row and the audit log keep the reason. */
export type SessionEnd =
  | 'signed_out'
  | 'ended_by_user'
  /** The same browser signed in again: no sign-in continues under an older id (OWASP ASVS 7.2.4). */
  | 'replaced'
  | 'password_changed'
  | 'suspended'
  | 'removed'
  /** Strangers may have read its cookie. */
  | 'sent_in_plaintext'
  | 'leaked';

/** A person who has proved who they are. */
export interface SessionUser {
  readonly siteId: SiteId;
  readonly id: string;
  readonly username: string;
}

/** What other modules may know of a session. */
export interface LiveSession {
  readonly siteId: SiteId;
  readonly id: string;
  readonly userId: string;
  readonly expiresAt: Date;
}
