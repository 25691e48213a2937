import { TokenResponse } from './token.response.js';

export class TokenPageResponse {
  items: TokenResponse[];

  /**
   * Send it as `cursor` to get the next page; null on the last one.
   * @example null
   */
  nextCursor: string | null;
}
