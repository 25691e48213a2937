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
  readonly headers?: NonNullable<Response['headers']>;
}

const DESCRIPTIONS = {
  400: { description: 'The request is malformed; `errors` names the fields.' },
  401: { description: 'No credential, or one that does not work.', headers: challenge },
  403: { description: 'The caller may not do this.', headers: challenge },
  404: { description: 'There is no such thing in the site of the caller.' },
  409: { description: 'It does not fit with how things stand; `code` says why.' },
  413: { description: 'The body is too large.' },
  415: { description: 'The body is of a kind that is not understood.' },
  429: { description: 'Too many attempts.', headers: retryAfter },
  500: { description: 'Something went wrong on our side.' },
  503: { description: 'The service cannot reach its database.', headers: retryAfter },
} as const satisfies Record<number, ErrorResponse>;

type ErrorStatus = keyof typeof DESCRIPTIONS;

/** `problem` (RFC 9457) everywhere but on the OAuth endpoints, whose errors are RFC 6749's. */
export type ErrorFormat = 'problem' | 'oauth';

/** The error responses that these paths refer to, for components/responses. */
export function errorComponents(paths: Record<string, PathItem>): NonNullable<Components['responses']> {
  const entries = (['problem', 'oauth'] as const).flatMap((format): [string, Response][] =>
    Object.entries(DESCRIPTIONS).map(([status, response]) => [
      nameOf(Number(status) as ErrorStatus, format),
      answer(format, response),
    ]),
  );
  const text = JSON.stringify(paths);
  const used = entries.filter(([name]) => text.includes(`"${referenceTo(name)}"`));
  return Object.fromEntries(used);
}

/** The errors that this route can answer, as its access and its input say. */
export function errorsOf(route: DeclaredRoute, operation: Operation, format: ErrorFormat): Responses {
  const statuses = Object.keys(DESCRIPTIONS).map(Number) as ErrorStatus[];
  const answered = statuses.filter((status) => canAnswer(status, route, operation));
  const responses = answered.map((status) => [status, { $ref: referenceTo(nameOf(status, format)) }]);
  return Object.fromEntries(responses) as Responses;
}

function canAnswer(status: ErrorStatus, route: DeclaredRoute, operation: Operation): boolean {
  const parameters = (operation.parameters ?? []).filter((parameter) => 'in' in parameter);
  const hasBody = operation.requestBody !== undefined;
  const guarded = (operation.security ?? []).length > 0;
  switch (status) {
    case 401:
      return guarded;
    case 403:
      return guarded && (route.accountCall || (route.access?.to !== 'principal' && route.access?.to !== 'public'));
    case 404:
      return parameters.some((parameter) => parameter.in === 'path');
    case 409: // only what changes something can meet how things stand
      return guarded && !route.isSafe;
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

function referenceTo(name: string): string {
  return `#/components/responses/${name}`;
}

function nameOf(status: ErrorStatus, format: ErrorFormat): string {
  return `${format === 'oauth' ? 'OAuth' : 'Problem'}${status}`;
}

function answer(format: ErrorFormat, response: ErrorResponse): Response {
  const [type, schema] =
    format === 'oauth' ? ['application/json', 'OAuthError'] : ['application/problem+json', 'Problem'];
  return { ...response, content: { [type]: { schema: { $ref: `#/components/schemas/${schema}` } } } };
}
