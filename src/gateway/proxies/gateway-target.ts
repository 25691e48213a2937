import { unsafePath } from './proxies.errors.js';

/** Where a request of the gateway goes, read in the one possible way. */
export interface GatewayTarget {
  readonly site: string;
  /** The segments below the site, decoded: what rules look at. */
  readonly segments: readonly string[];
  /** The segments as a server reads them that takes an encoded `(` or `:` for another character than a plain one; else `segments`. */
  readonly verbatim: readonly string[];
  /** The segments as `decodeURI` reads them, and routers that build on it: `(` decoded, `:` not; else `segments`. */
  readonly uriDecoded: readonly string[];
  /** The same segments as they are passed on: decoded only where that changes nothing (RFC 3986 §6.2.2). */
  readonly raw: readonly string[];
  readonly endsInSlash: boolean;
  /** Includes its question mark; empty when there is no query. */
  readonly query: string;
}

/** RFC 3986 `pchar` and `/`; without `;`, at which some servers cut a segment. */
const PATH = /^\/gw\/[A-Za-z0-9._~!$&'()*+,=:@/-]*(?:%[0-9A-Fa-f]{2}[A-Za-z0-9._~!$&'()*+,=:@/-]*)*$/;
const QUERY = /^[\x21\x22\x24-\x7e]*$/;
const UNRESERVED = /^[A-Za-z0-9._~-]$/;
/** RFC 3986 `sub-delims`, and what else a segment may hold as it is: encoded, these may mean something else (§2.2). */
const ENCODED_DELIMITER = /%(2[146-9A-C]|3[AD]|40)/gi;
/** Those of them that `decodeURI` leaves as they are. */
const ENCODED_RESERVED = /%(2[46BC]|3[AD]|40)/gi;
/** All of them, decoded. */
export const DELIMITER = /[!$&'()*+,=:@]/g;
/** Characters at which some server might end a segment, or which it might decode again. */
const AMBIGUOUS = /[\u0000-\u001f\u007f/\\;%]/;

/**
 * Takes the request target apart. A target that two servers could read differently is refused, so that the upstream receives
 * exactly what a rule has matched.
 * @throws unsafePath
 */
export function gatewayTarget(url: string): GatewayTarget {
  const mark = url.indexOf('?');
  const path = mark === -1 ? url : url.slice(0, mark);
  const query = mark === -1 ? '' : url.slice(mark);
  if (!PATH.test(path) || !QUERY.test(query)) throw unsafePath();
  const parts = path.slice(4).split('/');
  const endsInSlash = parts.at(-1) === '';
  if (endsInSlash) parts.pop();
  const [site = '', ...rest] = parts;
  const segments = rest.map(textOf);
  const isOneReading = !path.includes('%') || path.search(ENCODED_DELIMITER) === -1;
  const [verbatim, uriDecoded] = isOneReading
    ? [segments, segments]
    : [rest.map((each) => decodedBut(ENCODED_DELIMITER, each)), rest.map((each) => decodedBut(ENCODED_RESERVED, each))];
  return { site: textOf(site), segments, verbatim, uriDecoded, raw: rest.map(plainForm), endsInSlash, query };
}

/** Only encoded characters can be ambiguous: PATH lets no others through. */
function textOf(segment: string): string {
  const encoded = segment.includes('%');
  const text = encoded ? decoded(segment) : segment;
  if (text === '' || text === '.' || text === '..' || (encoded && AMBIGUOUS.test(text))) throw unsafePath();
  return text;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw unsafePath({ detail: 'The path is not percent-encoded UTF-8.' });
  }
}

function decodedBut(kept: RegExp, segment: string): string {
  return decodeURIComponent(segment.replace(kept, (_, code: string) => `%25${code.toUpperCase()}`));
}

function plainForm(segment: string): string {
  if (!segment.includes('%')) return segment;
  return segment.replace(/%[0-9A-Fa-f]{2}/g, (code) => {
    const character = String.fromCharCode(parseInt(code.slice(1), 16));
    return UNRESERVED.test(character) ? character : code.toUpperCase();
  });
}
