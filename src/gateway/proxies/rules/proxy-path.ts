const SEGMENT = /^(?!\.{1,2}$)[A-Za-z0-9._~-]{1,64}$/;
const MOST_SEGMENTS = 8;
const LONGEST_PATH = 200;

/** With a leading slash and no trailing one, whichever way it was written. */
export function normalProxyPath(path: string): string {
  return `/${path.replace(/^\/|\/$/g, '')}`;
}

/** Why the text can't be the path of a proxy, as a clause; null when it can. */
export function proxyPathProblem(path: string): string | null {
  const normal = normalProxyPath(path);
  if (normal.length > LONGEST_PATH) return `must have at most ${LONGEST_PATH} characters`;
  const segments = normal.slice(1).split('/');
  if (segments.length > MOST_SEGMENTS) return `must have at most ${MOST_SEGMENTS} segments`;
  return segments.every((segment) => SEGMENT.test(segment))
    ? null
    : 'must be like /orders or /shop/v1, of letters, digits and . _ ~ -';
}
