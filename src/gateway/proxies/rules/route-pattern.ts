/** A parsed path pattern: decoded texts, and null for a parameter. */
export interface RoutePattern {
  readonly segments: readonly (string | null)[];
  /** Whether further segments may follow. */
  readonly open: boolean;
}

const MOST_SEGMENTS = 32;
const LONGEST_PATTERN = 500;
const PARAMETER = /^\{[A-Za-z][A-Za-z0-9_]{0,63}\}$/;
/** RFC 3986 `pchar`, without `;`, which some servers cut off, and `*`, which has a meaning here. */
const LITERAL = /^(?:[A-Za-z0-9._~!$&'()+,=:@-]|%[0-9A-Fa-f]{2})+$/;

/**
 * The patterns that rules of a proxy use for paths: `/orders`, `/orders/{id}`, `/files/*`, `/`. A parameter is one segment, `*`
 * at the end is any number of them, including none. A trailing slash makes no difference: many servers treat the two paths as the
 * same, so a rule must too.
 */
export function parsePattern(pattern: string): RoutePattern {
  const problem = patternProblem(pattern);
  if (problem !== null) throw new Error(`${pattern} ${problem}`);
  const parts = partsOf(pattern);
  const open = parts.at(-1) === '*';
  return { segments: (open ? parts.slice(0, -1) : parts).map(segmentOf), open };
}

/** Why the text is not a pattern, as a clause; null when it is one. */
export function patternProblem(pattern: string): string | null {
  if (!pattern.startsWith('/')) return 'must begin with a slash';
  if (pattern.length > LONGEST_PATTERN) return `must have at most ${LONGEST_PATTERN} characters`;
  const parts = partsOf(pattern);
  if (parts.length > MOST_SEGMENTS) return `must have at most ${MOST_SEGMENTS} segments`;
  for (const [index, part] of parts.entries()) {
    if (part === '*' && index === parts.length - 1) continue;
    if (part === '*') return 'may have * at its end alone';
    if (!PARAMETER.test(part) && !isLiteral(part))
      return 'must consist of segments that are plain text or {parameter}; no dots alone, no ; and no encoded slash';
  }
  return null;
}

/** The segments of a path; a trailing slash adds none. */
function partsOf(path: string): string[] {
  const inner = path.slice(1).replace(/\/$/, '');
  return inner === '' ? [] : inner.split('/');
}

function segmentOf(part: string): string | null {
  return PARAMETER.test(part) ? null : decodeURIComponent(part);
}

function isLiteral(part: string): boolean {
  if (!LITERAL.test(part)) return false;
  try {
    const text = decodeURIComponent(part);
    return text !== '.' && text !== '..' && !/[\u0000-\u001f\u007f/\\;%]/.test(text);
  } catch {
    return false; // not UTF-8
  }
}
