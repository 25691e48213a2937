/** The error codes of RFC 6749 §5.2 and RFC 6750 §3.1 that this service answers, and `unauthorized_client` for people. */
export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_scope'
  | 'insufficient_scope'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'temporarily_unavailable'
  | 'server_error';

/** An error of the OAuth endpoints: their own body, `{error, error_description}`, never a problem document. */
export class OAuthError extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 405 | 413 | 415 | 429 | 500 | 503,
    readonly error: OAuthErrorCode,
    readonly description: string,
    readonly options: {
      readonly challenge?: string;
      readonly retryAfterSeconds?: number;
      readonly allow?: string;
    } = {},
  ) {
    super(description);
    this.name = 'OAuthError';
  }
}
