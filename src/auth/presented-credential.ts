import { invalidRequest } from '../shared/errors/general.errors.js';

/** What a request brought to prove who it is. */
export type PresentedCredential =
  | { readonly scheme: 'none' }
  | { readonly scheme: 'bearer'; readonly value: string }
  | { readonly scheme: 'secret'; readonly value: string }
  | { readonly scheme: 'basic'; readonly value: string }
  | { readonly scheme: 'session'; readonly cookie: string }
  /** An Authorization header in a scheme that we don't know, or without a credential behind the scheme. */
  | { readonly scheme: 'unknown' };

/** The parts of a request that a credential can be in. */
export interface CredentialCarrier {
  readonly raw: { readonly rawHeaders: readonly string[] };
  readonly headers: { readonly authorization?: string | undefined };
  readonly query: unknown;
  readonly body?: unknown;
}

const TOKEN_PARAMETER = 'access_token';
/** The form of an opaque credential, whatever prefix the deployment gave it. */
const CREDENTIAL = /^[0-9A-Za-z]{1,20}_(?:pat|app|sec)_[0-9A-Za-z]{49}$/;

/**
 * Reads the one credential of a request (CONTRACT §3). Two of them, or one in the query or the body (RFC 6750 §2.2
 * and §2.3, which we don't offer), are refused whether good or not.
 */
export function presentedCredential(
  request: CredentialCarrier,
  sessionCookie: string | undefined,
): PresentedCredential {
  refuseTokenOutsideHeader(request);
  if (countOf(request.raw.rawHeaders, 'authorization') > 1)
    throw invalidRequest({ detail: 'Send one Authorization header, not several.' });
  const { authorization } = request.headers;
  if (authorization === undefined)
    return sessionCookie === undefined ? { scheme: 'none' } : { scheme: 'session', cookie: sessionCookie };
  if (sessionCookie !== undefined)
    throw invalidRequest({ detail: 'Send one credential: the Authorization header or the session cookie, not both.' });
  const match = /^([A-Za-z][A-Za-z0-9-]*) +(\S+) *$/.exec(authorization);
  const [, scheme = '', value = ''] = match ?? [];
  switch (scheme.toLowerCase()) {
    case 'bearer':
      return { scheme: 'bearer', value };
    case 'secret':
      return { scheme: 'secret', value };
    case 'basic':
      return { scheme: 'basic', value };
    default:
      return { scheme: 'unknown' };
  }
}

export function refuseTokenOutsideHeader(request: Pick<CredentialCarrier, 'query' | 'body'>): void {
  if (hasTokenParameter(request.query) || hasTokenParameter(request.body) || holdsCredential(request.query))
    throw invalidRequest({ detail: 'A token goes into the Authorization header, never into the query or the body.' });
}

function hasTokenParameter(parameters: unknown): boolean {
  return typeof parameters === 'object' && parameters !== null && Object.hasOwn(parameters, TOKEN_PARAMETER);
}

/** Under whatever name: a query is kept by every log on the way. */
function holdsCredential(parameters: unknown): boolean {
  if (typeof parameters !== 'object' || parameters === null) return false;
  return Object.values(parameters).some((value) => typeof value === 'string' && CREDENTIAL.test(value));
}

function countOf(rawHeaders: readonly string[], name: string): number {
  let count = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) if (rawHeaders[i]?.toLowerCase() === name) count++;
  return count;
}
