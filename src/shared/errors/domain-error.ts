import { StacklessError } from './stackless-error.js';

/** What went wrong, in terms of the domain. Only platform/http/answers/error-status.ts maps a kind to an HTTP status. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'precondition_failed'
  | 'too_large'
  | 'unsupported_media_type'
  | 'method_not_allowed'
  | 'rate_limited'
  | 'unavailable'
  | 'bad_gateway'
  | 'gateway_timeout'
  | 'internal';

/** One wrong field of a request. `path` names the field: `scopes.0`, `query.limit`, `header.X-Account-Id`. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}

/** One row of the error catalogue. docs/errors.md is generated from these. */
export interface ErrorDefinition {
  readonly kind: ErrorKind;
  /** A stable code, for programs. */
  readonly code: string;
  /** The same sentence for every occurrence. */
  readonly title: string;
  /** What the caller can do about the error. */
  readonly remedy: string;
}

export interface ErrorOccurrence {
  /** A sentence about this occurrence; without it, the definition's remedy. */
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  /** The number of seconds after which a retry makes sense: becomes Retry-After. */
  readonly retryAfterSeconds?: number;
  /** The value of WWW-Authenticate, for `unauthenticated` and for `insufficient_scope`. */
  readonly challenge?: string;
  /** Further members of the problem document (RFC 9457 §3.2). */
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** For the log only. */
  readonly cause?: unknown;
}

export class DomainError extends StacklessError {
  constructor(
    readonly definition: ErrorDefinition,
    readonly occurrence: ErrorOccurrence = {},
  ) {
    super(
      occurrence.detail ?? definition.remedy,
      occurrence.cause === undefined ? undefined : { cause: occurrence.cause },
    );
    this.name = 'DomainError';
  }

  get code(): string {
    return this.definition.code;
  }
}

const catalogue = new Map<string, ErrorDefinition>();

/** Declares an error once, in a module's `x.errors.ts`, and returns the function that makes an occurrence of it. */
export function defineError(definition: ErrorDefinition): (occurrence?: ErrorOccurrence) => DomainError {
  if (catalogue.has(definition.code)) throw new Error(`the error code ${definition.code} is declared twice`);
  catalogue.set(definition.code, definition);
  return (occurrence) => new DomainError(definition, occurrence);
}

/** Every error declared by the modules loaded so far, by code. */
export function errorCatalogue(): readonly ErrorDefinition[] {
  return [...catalogue.values()].sort((a, b) => a.code.localeCompare(b.code));
}
