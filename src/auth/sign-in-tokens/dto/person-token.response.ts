export class PersonTokenResponse {
  /**
   * A JWT (RFC 9068).
   * @example "eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9.…"
   */
  access_token: string;

  /** @example "Bearer" */
  token_type: 'Bearer';

  /**
   * In seconds.
   * @example 3600
   */
  expires_in: number;
}
