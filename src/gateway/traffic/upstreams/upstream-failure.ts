import { DomainError } from '../../../shared/errors/domain-error.js';
import { upstreamNotAllowed, upstreamTimeout, upstreamUnreachable } from '../gateway.errors.js';
import { AddressRefused } from './guarded-connector.js';

/** We gave the request up ourselves. */
export class UpstreamTooSlow extends Error {}
export class CallerGone extends Error {}
/** The answer was HTTP in form only. */
export class UpstreamNonsense extends Error {}

const TIMED_OUT = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT']);
/** The connection broke: most often, the upstream had closed it just then. */
const BROKEN = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE', 'ECONNREFUSED']);

/** The error to answer with for any failure on the way to the upstream. */
export function asUpstreamFailure(error: unknown): DomainError {
  const chain = causesOf(error);
  const known = chain.find((each) => each instanceof DomainError);
  if (known !== undefined) return known;
  if (chain.some((each) => each instanceof AddressRefused)) return upstreamNotAllowed({ cause: error });
  if (chain.some((each) => each instanceof UpstreamTooSlow || TIMED_OUT.has(codeOf(each))))
    return upstreamTimeout({ cause: error });
  return upstreamUnreachable({ cause: error });
}

/** Whether the connection failed, not the request. */
export function isBrokenConnection(error: unknown): boolean {
  return BROKEN.has(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** The error and its causes. Node tries several addresses and reports their errors together. */
function causesOf(error: unknown): unknown[] {
  if (!(error instanceof Error)) return [error];
  const parts: unknown[] = error instanceof AggregateError ? error.errors : [];
  return [error, ...parts.flatMap(causesOf), ...(error.cause === undefined ? [] : causesOf(error.cause))];
}
