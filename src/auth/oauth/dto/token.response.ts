export class TokenEndpointResponse {
  /** @example "gth_app_…" */
  access_token: string;

  /** @example "Bearer" */
  token_type: 'Bearer';

  /**
   * Seconds.
   * @example 1209600
   */
  expires_in: number;

  /**
   * What the token may do at this moment, space-separated.
   * @example "projects:read"
   */
  scope: string;

  /** @example "app_3f0c9a6be1d24d0f8a3b5c7d9e1f2a4b" */
  clientId: string;
}

export class PersonTokenResponse {
  /**
   * A JWT (RFC 9068).
   * @example "eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9.…"
   */
  access_token: string;

  /** @example "Bearer" */
  token_type: 'Bearer';

  /**
   * Seconds.
   * @example 3600
   */
  expires_in: number;
}

/** RFC 7662 §2.2. A token that is not active answers `{"active": false}` and nothing else. */
export class IntrospectionResponse {
  /** @example true */
  active: boolean;

  /**
   * What it may do at this moment, space-separated.
   * @example "projects:read"
   */
  scope?: string;

  /**
   * The client id of the application that it was issued to.
   * @example "app_3f0c9a6be1d24d0f8a3b5c7d9e1f2a4b"
   */
  client_id?: string;

  /** @example "ann" */
  username?: string;

  /** @example "Bearer" */
  token_type?: 'Bearer';

  /**
   * When it expires, in seconds since the epoch; missing when it never does.
   * @example 1796083200
   */
  exp?: number;

  /** @example 1764547200 */
  iat?: number;

  /**
   * The owning user's id.
   * @example "0199c0de-0000-7000-8000-0000000000aa"
   */
  sub?: string;

  /** @example "https://localhost:8443" */
  iss?: string;

  /**
   * The token's id.
   * @example "0199c0de-0000-7000-8000-0000000000ff"
   */
  jti?: string;

  /** @example "0199c0de-0000-7000-8000-000000000001" */
  site_id?: string;

  /**
   * The account that it is pinned to.
   * @example "0199c0de-0000-7000-8000-000000000002"
   */
  account_id?: string;

  /**
   * The roles that the owner has at this moment.
   * @example ["ROLE_ADMIN"]
   */
  roles?: string[];
}
