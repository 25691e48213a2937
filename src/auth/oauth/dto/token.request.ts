import { IsString, MaxLength } from 'class-validator';

/** What oauth-form.ts takes at most. */
const LONGEST = 10_000;

/** The form of the token endpoint (RFC 6749 §4.4.2). Documentation: oauth-form.ts reads it, with the RFC's own errors. */
export class TokenEndpointRequest {
  /** @example "client_credentials" */
  grant_type: 'client_credentials';

  /**
   * Scopes to narrow the token to, space-separated; `account:{id}` pins it to an account. Left out: all that the
   * application may do.
   * @example "projects:read"
   */
  @IsString()
  @MaxLength(LONGEST)
  scope?: string;

  /**
   * The client id, unless HTTP Basic carries it.
   * @example "app_3f0c9a6be1d24d0f8a3b5c7d9e1f2a4b"
   */
  @IsString()
  @MaxLength(LONGEST)
  client_id?: string;

  /**
   * The client secret, unless HTTP Basic carries it.
   * @example "gth_sec_…"
   */
  @IsString()
  @MaxLength(LONGEST)
  client_secret?: string;
}

/** The form for people. */
export class PersonTokenRequest {
  /** @example "client_credentials" */
  grant_type: 'client_credentials';

  /**
   * The username or the e-mail address.
   * @example "ann"
   */
  @IsString()
  @MaxLength(LONGEST)
  client_id: string;

  /**
   * The password.
   * @example "correct horse battery staple"
   */
  @IsString()
  @MaxLength(LONGEST)
  client_secret: string;
}

/** The form of introspection and revocation (RFC 7662 §2.1, RFC 7009 §2.1). */
export class TokenParameterRequest {
  /**
   * The token to look at.
   * @example "gth_pat_…"
   */
  @IsString()
  @MaxLength(LONGEST)
  token: string;

  /**
   * Taken and not needed: a token tells its own kind.
   * @example "access_token"
   */
  @IsString()
  @MaxLength(LONGEST)
  token_type_hint?: string;

  /**
   * The client id, unless the Authorization header carries it.
   * @example "app_3f0c9a6be1d24d0f8a3b5c7d9e1f2a4b"
   */
  @IsString()
  @MaxLength(LONGEST)
  client_id?: string;

  /**
   * The client secret, unless the Authorization header carries it.
   * @example "gth_sec_…"
   */
  @IsString()
  @MaxLength(LONGEST)
  client_secret?: string;
}
