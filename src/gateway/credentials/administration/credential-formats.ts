import { plainHeaderName } from '../../../shared/protocol/header-name.js';
import { upstreamUrlProblem } from '../../../shared/validation/upstream-url.js';
import type { CredentialType } from '../credentials.types.js';

/** What is wrong with a text, as a clause; or null. The text itself is never repeated, because it may be a secret. */
export type Format = (text: string) => string | null;

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
/** RFC 9110 §5.6.2 */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** RFC 9110 §5.5 without obs-text: visible characters with blanks between them. */
const HEADER_VALUE = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;
/** RFC 6749 §3.3 */
const SCOPE = /^[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/;
/** RFC 6749 appendix A.1: VSCHAR */
const VISIBLE = /^[\x20-\x7e]+$/;

/** Headers that belong to one hop (RFC 9110 §7.6.1), frame the message, or are the gateway's own to set. */
const RESERVED_HEADERS =
  /^(?:connection|keep-alive|proxy-.+|te|trailer|transfer-encoding|upgrade|host|content-.+|expect|forwarded|via|x-forwarded-.+|x-auth-.+)$/;

export const isPlainText: Format = (text) =>
  text === '' || CONTROL.test(text) ? 'must be a string without control characters' : null;

/** RFC 7617 §2: the first colon ends the username. */
export const isUsername: Format = (text) => (text.includes(':') ? 'must not contain a colon' : isPlainText(text));

export const isHeaderName: Format = (text) => {
  if (!TOKEN.test(text)) return 'must be the name of a header: letters, digits and hyphens';
  return RESERVED_HEADERS.test(plainHeaderName(text)) ? 'is a header that the gateway sets or removes itself' : null;
};

export const isTokenUrl: Format = (text) => upstreamUrlProblem(text, { schemes: ['https'], query: true });

export const isClientId: Format = (text) => (VISIBLE.test(text) ? null : 'must be of printable ASCII characters');

export const isScopeText: Format = (text) => (SCOPE.test(text) ? null : 'must be scopes with a space between them');

const isHeaderValue: Format = (text) =>
  HEADER_VALUE.test(text) ? null : 'must be of printable ASCII characters, with no blank at either end';

/** A secret goes to its place unchanged: anything that the place can't hold is refused, above all a line break. */
export const SECRET_FORMATS: Readonly<Record<CredentialType, Format>> = {
  basic: isPlainText,
  bearer: (text) => (text.includes(' ') ? 'must not contain a blank' : isHeaderValue(text)),
  header: isHeaderValue,
  query: isPlainText,
  client_credentials: isClientId,
};

const SHORTEST_SECRET = 8;

/** A shorter secret could be guessed, and would be found by chance in the answers of an upstream (contract §9). */
export const tooShort: Format = (text) =>
  Array.from(text).length < SHORTEST_SECRET ? `must have at least ${SHORTEST_SECRET} characters` : null;
