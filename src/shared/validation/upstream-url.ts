const LONGEST_URL = 2000;

interface UpstreamUrlRule {
  readonly schemes: readonly ('http' | 'https')[];
  /** RFC 6749 §3.2 lets a token endpoint have a query; the base of other addresses can't have one. */
  readonly query: boolean;
}

/**
 * What is wrong with the address of an upstream: a clause, or null. What a URL parser would silently repair is refused,
 * so that whoever reads the address reads what is called.
 */
export function upstreamUrlProblem(text: string, { schemes, query }: UpstreamUrlRule): string | null {
  const url = parsed(text, schemes);
  if (url === null) return `must be an address that begins with ${schemes.map((each) => `${each}://`).join(' or ')}`;
  if (url.username !== '' || url.password !== '' || authorityOf(text).includes('@'))
    return 'must hold no username or password: they belong into a credential';
  if (text.includes('#')) return 'must have no fragment';
  if (!query && text.includes('?')) return 'must have no query';
  if (!isPlainPath(url.pathname))
    return 'must have a path without empty parts and encoded slashes or control characters';
  return normalizedUrl(text).length > LONGEST_URL ? `must have at most ${LONGEST_URL} characters` : null;
}

/** The address as it is kept: how a URL parser writes it. */
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

/** A slash that is encoded is a part's text to one server and the end of a part to the next. */
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
