const LONGEST_URL = 2000;
/**
 * A host as URL parsers write it (RFC 1123 §2.1, with the underscore that many networks use). The parsers accept characters that
 * no host has, such as `*`.
 */
const HOST = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])$/;

interface UpstreamUrlRule {
  readonly schemes: readonly ('http' | 'https')[];
  /** RFC 6749 §3.2 allows a query in a token endpoint; the base of other addresses can't have one. */
  readonly query: boolean;
}

/**
 * Says in a clause what is wrong with the address of an upstream, or null. Refuses anything that a URL parser would silently
 * repair, so that people read the address that is really called.
 */
export function upstreamUrlProblem(text: string, { schemes, query }: UpstreamUrlRule): string | null {
  const url = parsed(text, schemes);
  if (url === null) return `must be a URL that begins with ${schemes.map((each) => `${each}://`).join(' or ')}`;
  if (url.username !== '' || url.password !== '' || authorityOf(text).includes('@'))
    return 'must not contain a username or password; put them into a credential';
  if (!HOST.test(url.hostname)) return 'must name one host, by its name or its address';
  if (text.includes('#')) return 'must have no fragment';
  if (!query && text.includes('?')) return 'must have no query';
  if (!isPlainPath(url.pathname))
    return 'must have a path without empty parts and encoded slashes or control characters';
  return normalizedUrl(text).length > LONGEST_URL ? `must have at most ${LONGEST_URL} characters` : null;
}

/** The stored form of the address: the form that a URL parser writes. */
export function normalizedUrl(text: string): string {
  return new URL(text).href;
}

function parsed(text: string, schemes: readonly string[]): URL | null {
  const [scheme = ''] = text.split('://', 1);
  const odd = /[\s\\\u0000-\u001f\u007f-\u00a0]/.test(text) || authorityOf(text) === '';
  if (odd || !schemes.includes(scheme.toLowerCase()) || !URL.canParse(text)) return null;
  return new URL(text);
}

function authorityOf(text: string): string {
  return /^[a-z]+:\/\/([^/?#]*)/i.exec(text)?.[1] ?? '';
}

/** One server takes an encoded slash as text within a part of the path, and the next server as the end of the part. */
function isPlainPath(path: string): boolean {
  const parts = path.slice(1).replace(/\/$/, '').split('/');
  return path === '/' || parts.every(isPlainPart);
}

function isPlainPart(part: string): boolean {
  try {
    return /^[^/\\\u0000-\u001f\u007f]+$/.test(decodeURIComponent(part));
  } catch {
    return false; // not percent-encoded UTF-8
  }
}
