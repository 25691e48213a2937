import { unsafePath } from './proxies.errors.js';

/** Where a request of the gateway goes, read in the only way there is. */
export interface GatewayTarget {
  readonly site: string;
  /** Below the site, decoded: what rules look at. */
  readonly segments: readonly string[];
  /** The same as they are passed on: decoded as far as that changes nothing (RFC 3986 §6.2.2). */
  readonly raw: readonly string[];
  readonly endsInSlash: boolean;
  /** With its question mark; empty when there is none. */
  readonly query: string;
}

/** RFC 3986 `pchar` and `/`; without `;`, which some servers cut a segment at. */
const PATH = /^\/gw\/[A-Za-z0-9._~!$&'()*+,=:@/-]*(?:%[0-9A-Fa-f]{2}[A-Za-z0-9._~!$&'()*+,=:@/-]*)*$/;
const QUERY = /^[\x21\x22\x24-\x7e]*$/;
const UNRESERVED = /^[A-Za-z0-9._~-]$/;
/** What would end a segment, or be decoded once more, at some server or other. */
const AMBIGUOUS = /[\u0000-\u001f\u007f/\\;%]/;

/**
 * Takes the request target apart. What two servers could read differently is refused, so that what a rule has matched is
 * exactly what the upstream receives.
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
  return { site: textOf(site), segments: rest.map(textOf), raw: rest.map(plainForm), endsInSlash, query };
}

/** Only what was encoded can be ambiguous: PATH lets nothing else through. */
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

function plainForm(segment: string): string {
  if (!segment.includes('%')) return segment;
  return segment.replace(/%[0-9A-Fa-f]{2}/g, (code) => {
    const character = String.fromCharCode(parseInt(code.slice(1), 16));
    return UNRESERVED.test(character) ? character : code.toUpperCase();
  });
}
