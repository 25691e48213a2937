import { errorCatalogue } from '../../../shared/errors/domain-error.js';
import { isConditional } from './conditional-edits.js';
import type { Components, DeclaredRoute, Operation, PathItem, Response, Responses } from './document.types.js';

const challenge = {
  'WWW-Authenticate': {
    description: 'The challenge of RFC 6750 §3.',
    schema: { type: 'string', maxLength: 1024, example: 'Bearer error="invalid_token"' },
  },
} as const;
const retryAfter = {
  'Retry-After': {
    description: 'Seconds to wait.',
    schema: { type: 'integer', format: 'int32', minimum: 0, maximum: 86_400, example: 30 },
  },
} as const;

interface ErrorResponse {
  readonly description: string;
  /** The code in its example. */
  readonly code: string;
  readonly headers?: NonNullable<Response['headers']>;
}

const DESCRIPTIONS = {
  400: { description: 'The request is malformed; `errors` names the fields.', code: 'validation_failed' },
  401: { description: 'No credential, or one that does not work.', headers: challenge, code: 'invalid_token' },
  403: { description: 'The caller may not do this.', headers: challenge, code: 'insufficient_scope' },
  404: { description: 'The site of the caller has no such resource.', code: 'not_found' },
  409: { description: 'The request conflicts with the current state; `code` says how.', code: 'duplicate_name' },
  412: { description: 'It was changed since the version that If-Match names.', code: 'edit_conflict' },
  413: { description: 'The body is too large.', code: 'body_too_large' },
  415: { description: 'The media type of the body is not supported.', code: 'unsupported_media_type' },
  429: { description: 'Too many attempts.', headers: retryAfter, code: 'rate_limited' },
  500: { description: 'The service failed unexpectedly.', code: 'internal_error' },
  503: { description: 'The service cannot reach its database.', headers: retryAfter, code: 'database_unavailable' },
} as const satisfies Record<number, ErrorResponse>;

type ErrorStatus = keyof typeof DESCRIPTIONS;
const STATUSES = Object.keys(DESCRIPTIONS).map(Number) as ErrorStatus[];

/** The statuses that RFC 6749 §5.2 leaves to the OAuth endpoints, each with the error in its example. */
const OAUTH_ERRORS: Readonly<Partial<Record<ErrorStatus, string>>> = {
  400: 'invalid_request',
  401: 'invalid_client',
  403: 'insufficient_scope',
  413: 'invalid_request',
  429: 'temporarily_unavailable',
  500: 'server_error',
  503: 'temporarily_unavailable',
};

/** `problem` (RFC 9457) everywhere except on the OAuth endpoints, whose errors are those of RFC 6749. */
export type ErrorFormat = 'problem' | 'oauth';

/** The error responses that these paths refer to, for components/responses. */
export function errorComponents(
  paths: Record<string, PathItem>,
  publicUrl: string,
): NonNullable<Components['responses']> {
  const entries = (['problem', 'oauth'] as const).flatMap((format): [string, Response][] =>
    STATUSES.map((status) => [nameOf(status, format), answer(format, status, publicUrl)]),
  );
  const text = JSON.stringify(paths);
  const used = entries.filter(([name]) => text.includes(`"${referenceTo(name)}"`));
  return Object.fromEntries(used);
}

/** The errors that this route can answer, according to its access and its input. */
export function errorsOf(route: DeclaredRoute, operation: Operation, format: ErrorFormat): Responses {
  const possible = STATUSES.filter((status) => format === 'problem' || status in OAUTH_ERRORS);
  const answered = possible.filter((status) => canAnswer(status, route, operation));
  const responses = answered.map((status) => [status, { $ref: referenceTo(nameOf(status, format)) }]);
  return Object.fromEntries(responses) as Responses;
}

function canAnswer(status: ErrorStatus, route: DeclaredRoute, operation: Operation): boolean {
  if (status in operation.responses) return true;
  const parameters = (operation.parameters ?? []).filter((parameter) => 'in' in parameter);
  const hasBody = operation.requestBody !== undefined;
  const guarded = (operation.security ?? []).length > 0;
  switch (status) {
    case 401:
      return guarded;
    case 403: // a token may not be for this network, and a session's write may come from a foreign page
      return takes(operation, 'bearer') || takes(operation, 'session');
    case 404:
      return parameters.some((parameter) => parameter.in === 'path');
    case 409: // only a change can conflict with the current state
      return guarded && !route.isSafe && route.access?.to !== 'public';
    case 412:
      return isConditional(operation);
    case 413:
    case 415:
      return hasBody;
    case 400: // a credential in the query is refused everywhere (RFC 6750 §2.3)
    case 429:
    case 500:
    case 503:
      return true;
  }
}

function takes(operation: Operation, scheme: string): boolean {
  return (operation.security ?? []).some((requirement) => scheme in requirement);
}

function referenceTo(name: string): string {
  return `#/components/responses/${name}`;
}

function nameOf(status: ErrorStatus, format: ErrorFormat): string {
  return `${format === 'oauth' ? 'OAuth' : 'Problem'}${status}`;
}

function answer(format: ErrorFormat, status: ErrorStatus, publicUrl: string): Response {
  const { code, ...response }: ErrorResponse = DESCRIPTIONS[status];
  const [type, schema] =
    format === 'oauth' ? ['application/json', 'OAuthError'] : ['application/problem+json', 'Problem'];
  const example = exampleOf(format, status, code, publicUrl);
  return { ...response, content: { [type]: { schema: { $ref: `#/components/schemas/${schema}` }, example } } };
}

function exampleOf(format: ErrorFormat, status: ErrorStatus, code: string, publicUrl: string): object {
  const definition = errorCatalogue().find((each) => each.code === code);
  const { title = code, remedy = code } = definition ?? {};
  if (format === 'oauth') return { error: OAUTH_ERRORS[status], error_description: title };
  return {
    type: `${publicUrl}/docs/errors#${code}`,
    title,
    status,
    detail: remedy,
    code,
    requestId: 'EBWLCL1kgVLI-a',
    ...(status === 400 ? { errors: [{ path: 'scopes.0', message: 'scopes.0 must be a scope' }] } : {}),
  };
}
