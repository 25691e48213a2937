/**
 * A parsed segment: its decoded text; null for a parameter, which is any text; or, where a segment has both, the texts around its
 * parameters: `Salaries({id})` is `Salaries(` and `)`. Revisions store it.
 */
export type PatternSegment = string | null | readonly string[];

export interface RoutePattern {
  readonly segments: readonly PatternSegment[];
  /** Whether further segments may follow. */
  readonly open: boolean;
}

export const MOST_SEGMENTS = 32;
const LONGEST_PATTERN = 500;
const PARAMETER = /\{[A-Za-z][A-Za-z0-9_]{0,63}\}/;
/** RFC 3986 `pchar`, without `;`, which some servers cut off, and `*`, which has a meaning here. */
const LITERAL = /^(?:[A-Za-z0-9._~!$&'()+,=:@-]|%[0-9A-Fa-f]{2})+$/;

/**
 * The patterns that rules of a proxy use for paths: `/orders`, `/orders/{id}`, `/orders/{id}:cancel`, `/files/*`, `/`. A parameter
 * is one character or more of one segment, `*` at the end is any number of segments, including none. A trailing slash makes no
 * difference: many servers treat the two paths as the same, so a rule must too.
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
    if (!isSegment(part))
      return 'must consist of segments of plain text and {parameters}, with text between two parameters; no dots alone, no ; and no encoded slash';
  }
  return null;
}

/** Whether a segment of a request, decoded, is one of those that the pattern describes. */
export function fitsSegment(segment: PatternSegment, text: string): boolean {
  if (segment === null) return true;
  return typeof segment === 'string' ? segment === text : fitsTexts(segment, text);
}

/** Each text where it occurs first: if any places leave something for every parameter, these do. */
function fitsTexts(texts: readonly string[], text: string): boolean {
  const [first = '', ...rest] = texts;
  const last = rest.pop() ?? '';
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let end = first.length;
  for (const each of rest) {
    const found = text.indexOf(each, end + 1);
    if (found === -1) return false;
    end = found + each.length;
  }
  return end < text.length - last.length;
}

/** The segments of a path; a trailing slash adds none. */
function partsOf(path: string): string[] {
  const inner = path.slice(1).replace(/\/$/, '');
  return inner === '' ? [] : inner.split('/');
}

/** @param part of a pattern, between two slashes */
export function segmentOf(part: string): PatternSegment {
  const texts = part.split(PARAMETER).map(decodeURIComponent);
  if (texts.length === 1) return texts[0] ?? '';
  return texts.every((text) => text === '') ? null : texts;
}

function isSegment(part: string): boolean {
  const texts = part.split(PARAMETER);
  if (texts.length === 1) return isLiteral(part) && !/^\.{1,2}$/.test(decodeURIComponent(part));
  return texts.slice(1, -1).every((text) => text !== '') && texts.every((text) => text === '' || isLiteral(text));
}

function isLiteral(part: string): boolean {
  if (!LITERAL.test(part)) return false;
  try {
    return !/[\u0000-\u001f\u007f/\\;%]/.test(decodeURIComponent(part));
  } catch {
    return false; // not UTF-8
  }
}
