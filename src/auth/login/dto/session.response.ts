import type { SessionRecord } from '../../../directory/sessions/sessions.types.js';

export class SessionResponse {
  /** @example "0199c0de-0000-7000-8000-0000000000ee" */
  id: string;

  /**
   * Whether this is the session that makes the call.
   * @example true
   */
  current: boolean;

  /**
   * When you signed in.
   * @example "2026-11-01T09:30:00.000Z"
   */
  createdAt: string;

  /**
   * When it was last used, to within a minute. It ends 12 hours after its last use.
   * @example "2026-11-01T11:02:00.000Z"
   */
  lastSeenAt: string;

  /**
   * When it ends, no matter how much it is used.
   * @example "2026-12-01T09:30:00.000Z"
   */
  expiresAt: string;

  /**
   * The address that you signed in from.
   * @example "203.0.113.9"
   */
  address: string;

  /**
   * The user agent that the browser reported.
   * @example "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
   */
  userAgent: string | null;
}

export class SessionPageResponse {
  items: SessionResponse[];

  /**
   * The `cursor` of the next page; null on the last one.
   * @example null
   */
  nextCursor: string | null;
}

export class EndedSessionsResponse {
  /**
   * How many running sessions were ended.
   * @example 2
   */
  ended: number;
}

export function sessionResponse(session: SessionRecord, currentId: string): SessionResponse {
  return {
    id: session.id,
    current: session.id === currentId,
    createdAt: session.createdAt.toISOString(),
    lastSeenAt: session.lastSeenAt.toISOString(),
    expiresAt: session.expiresAt.toISOString(),
    address: session.address,
    userAgent: session.userAgent,
  };
}
