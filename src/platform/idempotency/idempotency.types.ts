/** How long an answer is kept (contract §9). */
export const KEPT_MS = 3600 * 1000;

/** The caller, and the name under which the call may be repeated. Neither is stored. */
export interface CallIdentity {
  /** The presented value: a token, a client secret, or the cookie of a session. */
  readonly credential: string;
  /** The Idempotency-Key. */
  readonly key: string;
}

export interface Answer {
  /** A digest of the call that was answered. */
  readonly request: string;
  /** The body, as JSON. */
  readonly body: string;
  /**
   * What the call did to the token that made it, if anything: it rotated that token, with or without a grace for the old value,
   * or put another token in its place.
   */
  readonly callerEnd: 'rotated' | 'replaced' | null;
}
