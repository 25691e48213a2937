import { IsString, MaxLength } from 'class-validator';

/** The most that oauth-form.ts accepts. */
const LONGEST = 10_000;

/**
 * The form of the token endpoint (RFC 6749 §4.4.2). For documentation only: oauth-form.ts reads the form, and answers with the
 * RFC's own errors.
 */
export class TokenEndpointRequest {
  /** @example "client_credentials" */
  grant_type: 'client_credentials';

  /**
   * Scopes to narrow the token to, separated by spaces; `account:{id}` pins it to an account. If left out: everything that the
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

/** The form of introspection and revocation (RFC 7662 §2.1, RFC 7009 §2.1). */
export class TokenParameterRequest {
  /**
   * The token to inspect or revoke.
   * @example "gth_pat_…"
   */
  @IsString()
  @MaxLength(LONGEST)
  token: string;

  /**
   * Accepted but not needed: a token shows its own kind.
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
