import { invalidRequest } from '../shared/errors/general.errors.js';
import { holdsCredentialInQuery } from './presented/query-credential.js';

/** What a request presents to prove its caller. */
export type PresentedCredential =
  | { readonly scheme: 'none' }
  | { readonly scheme: 'bearer'; readonly value: string }
  | { readonly scheme: 'secret'; readonly value: string }
  | { readonly scheme: 'basic'; readonly value: string }
  /** At least one value. */
  | { readonly scheme: 'session'; readonly cookies: readonly string[] }
  /** An Authorization header with a scheme that we don't know, or with no credential after the scheme. */
  | { readonly scheme: 'unknown' };

/** The parts of a request that a credential can be in. */
export interface CredentialCarrier {
  readonly raw: { readonly rawHeaders: readonly string[]; readonly url?: string | undefined };
  readonly headers: { readonly authorization?: string | undefined };
  readonly query: unknown;
  readonly body?: unknown;
}

const TOKEN_PARAMETER = 'access_token';

/**
 * Reads the one credential of a request (contract §3). Two credentials, or one in the query or the body (RFC 6750 §2.2 and §2.3,
 * which we don't offer), are refused whether valid or not.
 */
export function presentedCredential(
  request: CredentialCarrier,
  sessionCookies: readonly string[],
): PresentedCredential {
  refuseTokenOutsideHeader(request);
  if (countOf(request.raw.rawHeaders, 'authorization') > 1)
    throw invalidRequest({ detail: 'Send one Authorization header, not several.' });
  const { authorization } = request.headers;
  if (authorization === undefined)
    return sessionCookies.length === 0 ? { scheme: 'none' } : { scheme: 'session', cookies: sessionCookies };
  if (sessionCookies.length > 0)
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

/** @throws invalidRequest, which does not repeat the credential */
export function refuseTokenOutsideHeader({
  query,
  body,
  raw,
}: Pick<CredentialCarrier, 'query' | 'body' | 'raw'>): void {
  if (hasTokenParameter(query) || hasTokenParameter(body) || holdsCredentialInQuery(raw.url))
    throw invalidRequest({ detail: 'A token goes into the Authorization header, never into the query or the body.' });
}

function hasTokenParameter(parameters: unknown): boolean {
  return typeof parameters === 'object' && parameters !== null && Object.hasOwn(parameters, TOKEN_PARAMETER);
}

function countOf(rawHeaders: readonly string[], name: string): number {
  let count = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) if (rawHeaders[i]?.toLowerCase() === name) count++;
  return count;
}
