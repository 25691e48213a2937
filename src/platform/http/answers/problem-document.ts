import type { Settings } from '../../config/settings.js';
import type { DomainError } from '../../../shared/errors/domain-error.js';
import { jsonAnswer, retryAfter, type Answer } from './answer.js';
import { STATUS_OF_KIND } from './error-status.js';

/** RFC 9110 §15.5.2: a 401 always has a challenge. This one is for refusals that are not about a token. */
const PLAIN_CHALLENGE = 'Bearer realm="gatehouse"';
const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

/** A domain error as RFC 9457 problem details (contract §6), without its requestId. Its cause never leaves the log. */
export function problemAnswer(
  error: DomainError,
  { publicUrl, apiPrefix }: Pick<Settings, 'publicUrl' | 'apiPrefix'>,
): Answer {
  const { definition, occurrence } = error;
  const status = STATUS_OF_KIND[definition.kind];
  const named = (text: string): string => text.replaceAll('{api}', apiPrefix);
  const body = {
    ...occurrence.extensions,
    type: `${publicUrl}/docs/errors#${definition.code}`,
    title: definition.title,
    status,
    detail: named(occurrence.detail ?? definition.remedy),
    code: definition.code,
    ...(occurrence.errors === undefined
      ? {}
      : { errors: occurrence.errors.map(({ path, message }) => ({ path, message: named(message) })) }),
  };
  return jsonAnswer(status, PROBLEM_JSON, body, {
    'www-authenticate': occurrence.challenge ?? (status === 401 ? PLAIN_CHALLENGE : undefined),
    'retry-after': retryAfter(occurrence.retryAfterSeconds),
    allow: allowOf(error),
  });
}

/** The problem for one particular request. */
export function withRequestId({ status, headers, body }: Answer, requestId: string): Answer {
  return { status, headers, body: `${body.slice(0, -1)},"requestId":${JSON.stringify(requestId)}}` };
}

/** RFC 9110 §15.5.6: a 405 names the methods that work. */
function allowOf(error: DomainError): string | undefined {
  const allow = error.occurrence.extensions?.['allow'];
  return Array.isArray(allow) ? allow.join(', ') : undefined;
}
