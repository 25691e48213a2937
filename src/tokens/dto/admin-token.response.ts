import type { PolicyMoment } from '../policy-stops.js';
import type { OwnedToken } from '../site-tokens.js';
import { TokenResponse, tokenResponse } from './token.response.js';

export class TokenOwnerResponse {
  /** @example "0199c0de-0000-7000-8000-0000000000aa" */
  id: string;

  /**
   * Null for a user who was removed.
   * @example "ann"
   */
  username: string | null;
}

export class AdminTokenResponse extends TokenResponse {
  /** Whose token it is. */
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

export function adminTokenResponse({ token, username }: OwnedToken, moment: PolicyMoment): AdminTokenResponse {
  return { ...tokenResponse(token, moment), owner: { id: token.ownerId, username } };
}
