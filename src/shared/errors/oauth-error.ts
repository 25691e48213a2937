import { StacklessError } from './stackless-error.js';

/** The error codes of RFC 6749 §5.2 and RFC 6750 §3.1 that this service uses; `unauthorized_client` is for people. */
export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_scope'
  | 'insufficient_scope'
  | 'account_pinned'
  | 'inherited_credential'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'temporarily_unavailable'
  | 'server_error';

const LONGEST_DESCRIPTION = 500;

/** An error of the OAuth endpoints. It has their own body, `{error, error_description}`, and is never a problem document. */
export class OAuthError extends StacklessError {
  readonly description: string;

  /** The description may quote the caller's input. It is converted to the form that the RFC allows. */
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 405 | 413 | 415 | 429 | 500 | 503,
    readonly error: OAuthErrorCode,
    description: string,
    readonly options: {
      readonly challenge?: string;
      readonly retryAfterSeconds?: number;
      readonly allow?: string;
    } = {},
  ) {
    super(describable(description));
    this.name = 'OAuthError';
    this.description = this.message;
  }
}

/** In a description, RFC 6749 §5.2 allows printable ASCII only, without quotes and backslashes. */
function describable(text: string): string {
  return text
    .replace(/["\\]/g, "'")
    .replace(/[^\x20-\x7e]/gu, '?')
    .slice(0, LONGEST_DESCRIPTION);
}
