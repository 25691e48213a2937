import { OAuthError } from '../shared/errors/oauth-error.js';

/** The parameters of an OAuth request: each at most once (RFC 6749 §3.2). */
export type OAuthForm = ReadonlyMap<string, string>;

const MOST_CHARACTERS = 10_000;
const FORM = /^\s*application\/x-www-form-urlencoded\s*(?:;|$)/i;

/**
 * Reads a form body. JSON is refused: RFC 6749 §3.2 only knows forms, and a body that two parsers accept could come from a
 * cross-site page as well as from a client.
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

export function invalidRequest(description: string): OAuthError {
  return new OAuthError(400, 'invalid_request', description);
}
