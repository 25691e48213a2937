import type { DomainError, ErrorKind } from '../shared/errors/domain-error.js';
import { OAuthError, type OAuthErrorCode } from '../shared/errors/oauth-error.js';
import { jsonAnswer, retryAfter, type Answer } from './answer.js';
import { STATUS_OF_KIND } from './error-status.js';
import { masked } from './secret-mask.js';

const JSON_TYPE = 'application/json; charset=utf-8';

/** Paths whose errors are those of RFC 6749 §5.2, also when the request never reached its handler. */
export function speaksOAuth(url: string, apiPrefix: string): boolean {
  return url.startsWith('/oauth/') || /^\/auth\/token\/?(?:\?|$)/.test(withoutPrefix(url, apiPrefix));
}

function withoutPrefix(url: string, apiPrefix: string): string {
  return url.startsWith(apiPrefix) ? url.slice(apiPrefix.length) : '';
}

export function oauthAnswer(error: OAuthError): Answer {
  const { challenge, retryAfterSeconds, allow } = error.options;
  const body = { error: error.error, error_description: masked(error.description) };
  return jsonAnswer(error.status, JSON_TYPE, body, {
    'www-authenticate': challenge,
    'retry-after': retryAfter(retryAfterSeconds),
    allow,
  });
}

/** What RFC 6749 §5.2 would call an error that is none of its own. */
export function asOAuthError(error: DomainError): OAuthError {
  const { definition, occurrence } = error;
  const fields = occurrence.errors?.map(({ path, message }) => `${path}: ${message}`).join('; ');
  const { challenge, retryAfterSeconds, extensions } = occurrence;
  const allow = Array.isArray(extensions?.['allow']) ? extensions['allow'].join(', ') : undefined;
  return new OAuthError(
    statusOf(definition.kind),
    OAUTH_CODE[definition.kind],
    fields ?? occurrence.detail ?? definition.title,
    {
      ...(challenge === undefined ? {} : { challenge }),
      ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
      ...(allow === undefined ? {} : { allow }),
    },
  );
}

const OAUTH_CODE = {
  invalid: 'invalid_request',
  unauthenticated: 'invalid_client',
  forbidden: 'invalid_request',
  not_found: 'invalid_request',
  method_not_allowed: 'invalid_request',
  conflict: 'invalid_request',
  precondition_failed: 'invalid_request',
  too_large: 'invalid_request',
  unsupported_media_type: 'invalid_request',
  rate_limited: 'temporarily_unavailable',
  unavailable: 'temporarily_unavailable',
  internal: 'server_error',
  bad_gateway: 'server_error',
  gateway_timeout: 'temporarily_unavailable',
} as const satisfies Record<ErrorKind, OAuthErrorCode>;

/** RFC 6749 §5.2 answers 400 to any malformed request, a body that is not a form included. */
function statusOf(kind: ErrorKind): OAuthError['status'] {
  if (kind === 'unsupported_media_type' || kind === 'conflict' || kind === 'precondition_failed') return 400;
  if (kind === 'bad_gateway' || kind === 'gateway_timeout') return 503; // neither is of these endpoints
  return STATUS_OF_KIND[kind];
}
