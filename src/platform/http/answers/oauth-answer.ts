import type { DomainError, ErrorKind } from '../../../shared/errors/domain-error.js';
import { OAuthError, type OAuthErrorCode } from '../../../shared/errors/oauth-error.js';
import { jsonAnswer, retryAfter, type Answer } from './answer.js';
import { STATUS_OF_KIND } from './error-status.js';
import { masked } from '../logging/secret-mask.js';

const JSON_TYPE = 'application/json; charset=utf-8';

export function oauthAnswer(error: OAuthError): Answer {
  const { challenge, retryAfterSeconds, allow } = error.options;
  const body = { error: error.error, error_description: masked(error.description) };
  return jsonAnswer(error.status, JSON_TYPE, body, {
    'www-authenticate': challenge,
    'retry-after': retryAfter(retryAfterSeconds),
    allow,
  });
}

/** The nearest error of RFC 6749 §5.2 for an error that is not one of its own. */
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

/** RFC 6749 §5.2 answers 400 to any malformed request, including a body that is not a form. */
function statusOf(kind: ErrorKind): OAuthError['status'] {
  if (kind === 'unsupported_media_type' || kind === 'conflict' || kind === 'precondition_failed') return 400;
  if (kind === 'bad_gateway' || kind === 'gateway_timeout') return 503; // these endpoints have neither error
  return STATUS_OF_KIND[kind];
}
