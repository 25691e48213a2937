/** RFC 8414 §2. */
export class AuthorizationServerMetadataResponse {
  /** @example "https://localhost:8443" */
  issuer: string;

  /** @example "https://localhost:8443/oauth/token" */
  token_endpoint: string;

  /** @example "https://localhost:8443/oauth/introspect" */
  introspection_endpoint: string;

  /** @example "https://localhost:8443/oauth/revoke" */
  revocation_endpoint: string;

  /** @example "https://localhost:8443/.well-known/jwks.json" */
  jwks_uri: string;

  /**
   * Absent when `GATEHOUSE_DOCS` closes the documents.
   * @example "https://localhost:8443/docs"
   */
  service_documentation?: string;

  /** @example ["client_credentials"] */
  grant_types_supported: string[];

  /**
   * There is no authorization endpoint. RFC 8414 requires the field (§2) and forbids an empty list (§3.2); `none` is the registered
   * response type that returns nothing.
   * @example ["none"]
   */
  response_types_supported: string[];

  /** @example ["projects:read"] */
  scopes_supported: string[];

  /** @example ["client_secret_basic", "client_secret_post"] */
  token_endpoint_auth_methods_supported: string[];

  /**
   * Of clients. A bearer token, which is taken too, is no client authentication.
   * @example ["client_secret_basic", "client_secret_post"]
   */
  introspection_endpoint_auth_methods_supported: string[];

  /**
   * Of clients. A bearer token, which can revoke itself, is no client authentication.
   * @example ["client_secret_basic", "client_secret_post"]
   */
  revocation_endpoint_auth_methods_supported: string[];
}

/** RFC 7517 §5. */
export class JwksResponse {
  /**
   * The public keys, with the current signing key first.
   * @example [{"kty": "EC", "crv": "P-256", "x": "…", "y": "…", "kid": "0199c0de-0000-7000-8000-0000000000b0", "alg": "ES256", "use": "sig"}]
   */
  keys: Record<string, unknown>[];
}
