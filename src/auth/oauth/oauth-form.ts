import { OAuthError } from '../../shared/errors/oauth-error.js';

/** The parameters of an OAuth request: each at most once (RFC 6749 §3.2). */
export type OAuthForm = ReadonlyMap<string, string>;

const MOST_CHARACTERS = 10_000;
const FORM = /^\s*application\/x-www-form-urlencoded\s*(?:;|$)/i;

/**
 * Reads a form body. JSON is refused: RFC 6749 §3.2 knows forms alone, and a cross-site page can't be told from a
 * client by a body that two parsers take.
 */
export function oauthForm(contentType: string | undefined, body: unknown): OAuthForm {
  const parameters = body ?? {}; // an empty body is not parsed: it is a form without parameters
  if (!FORM.test(contentType ?? '') || typeof parameters !== 'object')
    throw invalidRequest('Send the parameters as application/x-www-form-urlencoded.');
  const form = new Map<string, string>();
  for (const name of Object.keys(parameters)) {
    const value = (parameters as Record<string, unknown>)[name];
    if (typeof value !== 'string') throw invalidRequest(`The parameter ${name} is repeated.`);
    if (value.length > MOST_CHARACTERS) throw invalidRequest(`The parameter ${name} is too long.`);
    // RFC 6749 §3.1: a parameter sent without a value is treated as if it were omitted.
    if (value !== '') form.set(name, value);
  }
  return form;
}

export function required(form: OAuthForm, name: string): string {
  const value = form.get(name);
  if (value === undefined) throw invalidRequest(`The parameter ${name} is missing.`);
  return value;
}

/** The one grant of this service (RFC 6749 §4.4); the password grant is gone for good (RFC 9700 §2.4). */
export function requireClientCredentials(form: OAuthForm): void {
  const grant = required(form, 'grant_type');
  if (grant !== 'client_credentials')
    throw new OAuthError(400, 'unsupported_grant_type', 'The only grant_type is client_credentials.');
}

export function invalidRequest(description: string): OAuthError {
  return new OAuthError(400, 'invalid_request', description);
}
