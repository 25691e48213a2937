import type { PolicySnapshot } from '../policy/policy-violations.js';
import type { OwnedToken } from '../listing/site-tokens.js';
import { TokenResponse, tokenResponse } from './token.response.js';

export class TokenOwnerResponse {
  /** @example "0199c0de-0000-7000-8000-0000000000aa" */
  id: string;

  /**
   * Null when the user was removed.
   * @example "ann"
   */
  username: string | null;
}

export class AdminTokenResponse extends TokenResponse {
  /** The user who owns the token. */
  owner: TokenOwnerResponse;
}

export class AdminTokenPageResponse {
  items: AdminTokenResponse[];

  /**
   * Send it as `cursor` to get the next page; null on the last one.
   * @example null
   */
  nextCursor: string | null;
}

export function adminTokenResponse(
  { token, origin, username }: OwnedToken,
  snapshot: PolicySnapshot,
): AdminTokenResponse {
  return { ...tokenResponse(token, snapshot, origin), owner: { id: token.ownerId, username } };
}
