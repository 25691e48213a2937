/** The live descendants of a credential: those that it made, and those that they made in turn. */
export interface Descendants {
  readonly tokens: number;
  readonly clientSecrets: number;
}

export class DescendantsResponse {
  /**
   * The number of live descendants: credentials that this one made, that those made, and so on.
   * @example 3
   */
  count: number;

  /**
   * How many of them are tokens.
   * @example 2
   */
  tokens: number;

  /**
   * How many of them are client secrets.
   * @example 1
   */
  clientSecrets: number;
}

export class RevokedResponse {
  /**
   * How many live credentials this call ended, including those that the call was about.
   * @example 4
   */
  revoked: number;
}

export function descendantsResponse({ tokens, clientSecrets }: Descendants): DescendantsResponse {
  return { count: tokens + clientSecrets, tokens, clientSecrets };
}

/** What a deletion ended: the credential itself and, with `descendants`, those that it made. */
export interface Ended {
  readonly itself: number;
  /** Null when they were not asked for. */
  readonly descendants: Descendants | null;
}

interface StatusCarrier {
  code(status: number): unknown;
}

/** 204 without a body when only the credential ended; 200 with the number when its descendants were to end too (contract §9). */
export function endedResponse({ itself, descendants }: Ended, reply: StatusCarrier): RevokedResponse | undefined {
  if (descendants === null) return undefined;
  reply.code(200);
  return { revoked: itself + descendants.tokens + descendants.clientSecrets };
}
