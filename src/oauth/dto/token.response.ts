export class TokenEndpointResponse {
  /** @example "gth_app_…" */
  access_token: string;

  /** @example "Bearer" */
  token_type: 'Bearer';

  /**
   * In seconds.
   * @example 1209600
   */
  expires_in: number;

  /**
   * What the token may do now, separated by spaces; missing when it may do nothing.
   * @example "projects:read"
   */
  scope?: string;

  /** @example "app_3f0c9a6be1d24d0f8a3b5c7d9e1f2a4b" */
  clientId: string;
}

/** RFC 7662 §2.2. For a token that is not active the answer is `{"active": false}` and nothing else. */
export class IntrospectionResponse {
  /** @example true */
  active: boolean;

  /**
   * What the token may do now, separated by spaces; missing when it may do nothing.
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
   * When it expires, in seconds since the epoch; missing when it never expires.
   * @example 1796083200
   */
  exp?: number;

  /** @example 1764547200 */
  iat?: number;

  /**
   * The id of the user who owns it.
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
   * For an inherited credential whose value has not been replaced since: the id of the user it came from.
   * @example "0199c0de-0000-7000-8000-0000000000aa"
   */
  transferred_from?: string;

  /**
   * The owner's roles whose scopes the token holds in full.
   * @example ["ROLE_ADMIN"]
   */
  roles?: string[];
}
