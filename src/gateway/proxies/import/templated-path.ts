import { MOST_SEGMENTS, parsePattern, patternProblem, type RoutePattern, segmentOf } from '../rules/route-pattern.js';
import { isConditional, isSeveral, mayBeNothing, nameOf } from './template-parameter.js';

/** A path of a document, as rules can say it. */
export type TemplatedPath =
  | {
      readonly pattern: string;
      readonly reach: RoutePattern;
      readonly ignored: string;
      /** Whether a condition, which rules can't say, makes it match less: it may be meant before a pattern that it covers. */
      readonly isVague: boolean;
      /** The paths without the parameters at the end that may be nothing, as far as the pattern doesn't match them. */
      readonly shorter: readonly string[];
    }
  | {
      readonly pattern: null;
      /** Why no pattern says the same, as a clause. */
      readonly problem: string;
      /** What the path could match, and maybe more; null when the gateway refuses every such request. */
      readonly reach: RoutePattern | null;
    };

const TEMPLATE = /\{[^{}]*\}/g;
const WHOLE = /^\{[^{}]*\}$/;
const PLAIN = /^[A-Za-z0-9._~!$&'()+,=:@-]+$/;
/** What a literal consists of: an encoded character, several plain ones, or one that has to be encoded. */
const PIECE = /%[0-9A-Fa-f]{2}|[A-Za-z0-9._~!$&'()+,=:@-]+|[^]/gu;
/** Encoded or not, these make the gateway refuse a request (gateway-target.ts). */
const REFUSED = /[\u0000-\u001f\u007f\\/;%]/;
/** RFC 6570 §3.2: `{?q}`, `{&q}` and `{#f}` are no part of the path. */
const BESIDE_THE_PATH = /\{[?&#][^{}]*\}/g;
const NO_NAMES: ReadonlySet<string> = new Set();

/**
 * Reads a path as OpenAPI (3.1 §4.8.8.2) and the frameworks that write documents mean it.
 * @param wide the parameters that admit several segments, whatever the path says
 */
export function templatedPath(path: string, wide = NO_NAMES): TemplatedPath {
  const { kept, ignored } = cut(path);
  if (!path.startsWith('/')) return unsaid('must begin with a slash', templatedPath(`/${path}`, wide).reach);
  if (/[{}]/.test(kept.replace(TEMPLATE, '')))
    return unsaid('has a brace without its counterpart', openFrom(kept, kept.search(/[{}]/), wide));
  const segments = segmentsOf(kept);
  if (segments.at(-1) === '') segments.pop(); // a slash at the end
  if (segments.some((segment) => dotsOf(segment) !== null))
    return unsaid('has a segment of dots', templatedPath(`/${withoutDots(segments).join('/')}`, wide).reach);
  const said: string[] = [];
  let isVague = false;
  const needed = segments.findLastIndex((segment) => !WHOLE.test(segment) || !mayBeNothing(segment)) + 1;
  for (const [index, segment] of segments.entries()) {
    const isLast = index === segments.length - 1;
    if (isLast && /^\*{1,2}$/.test(segment)) said.push('*');
    else if (isLast && WHOLE.test(segment) && isSeveral(segment, wide)) {
      if (index < needed) said.push(`{${nameOf(segment)}}`);
      said.push('*');
      isVague = isConditional(segment, wide);
    } else {
      const { text, problem, isRefused } = segmentAsPattern(segment, wide);
      if (problem !== null) return unsaid(problem, isRefused ? null : { segments: reached(said), open: true });
      if (index < needed && WHOLE.test(segment) && mayBeNothing(segment))
        return unsaid(`has ${segment}, which may be nothing, before its end`, { segments: reached(said), open: true });
      said.push(text);
    }
  }
  return saidPath(said, { end: kept.length > 1 && kept.endsWith('/') ? '/' : '', needed, ignored, isVague });
}

interface Said {
  readonly end: string;
  readonly needed: number;
  readonly ignored: string;
  readonly isVague: boolean;
}

function saidPath(said: readonly string[], { end, needed, ignored, isVague }: Said): TemplatedPath {
  const pattern = `/${said.join('/')}${end}`;
  const problem = patternProblem(pattern);
  if (problem !== null)
    return unsaid(problem, { segments: reached(said.slice(0, Math.min(needed, MOST_SEGMENTS))), open: true });
  const least = said.at(-1) === '*' ? said.length - 1 : said.length; // what * matches is no path of its own
  const shorter = said.slice(needed, least).map((_, i) => `/${said.slice(0, needed + i).join('/')}`);
  return { pattern, reach: parsePattern(pattern), ignored, isVague, shorter };
}

function unsaid(problem: string, reach: RoutePattern | null): TemplatedPath {
  return { pattern: null, problem, reach };
}

/** A rule looks at the path alone: what comes after `?` or `#` makes no other path. */
function cut(path: string): { kept: string; ignored: string } {
  const plain = path.replace(TEMPLATE, (template) => 'x'.repeat(template.length));
  const mark = plain.search(/[?#]/);
  const within = mark === -1 ? path : path.slice(0, mark);
  const beside = within.match(BESIDE_THE_PATH) ?? [];
  return {
    kept: within.replace(BESIDE_THE_PATH, ''),
    ignored: beside.join('') + (mark === -1 ? '' : path.slice(mark)),
  };
}

/** Cut at slashes, but not at those in braces. */
function segmentsOf(path: string): string[] {
  const segments = [''];
  for (const piece of path.slice(1).split(/(\{[^{}]*\}|\/)/)) {
    if (piece === '/') segments.push('');
    else segments.push((segments.pop() ?? '') + piece);
  }
  return segments;
}

interface SaidSegment {
  readonly text: string;
  readonly problem: string | null;
  readonly isRefused: boolean;
}

function segmentAsPattern(segment: string, wide: ReadonlySet<string>): SaidSegment {
  if (segment === '') return refused('has an empty segment');
  let text = '';
  for (const piece of segment.split(/(\{[^{}]*\})/).filter((each) => each !== '')) {
    if (piece.startsWith('{')) {
      if (isSeveral(piece, wide)) return unsaidSegment(`has ${piece}, a parameter of several segments, before its end`);
      if (piece !== segment && mayBeNothing(piece))
        return unsaidSegment(`has ${piece}, which may be nothing, beside other text`);
      if (/^\{[/;.]/.test(piece)) return unsaidSegment(`has ${piece}, which may be nothing or several segments`);
      if (!text.endsWith('}')) text += `{${nameOf(piece)}}`; // two parameters side by side are as good as one
      continue;
    }
    if (piece.includes('*')) return unsaidSegment('may have * at its end alone');
    const literal = encoded(piece);
    if (literal === null)
      return refused('has characters that the gateway refuses: a control character, ; \\ % or an encoded slash');
    text += literal;
  }
  return { text, problem: null, isRefused: false };
}

/** `.`, `..`, `%2e%2E`; null for any other segment. */
function dotsOf(segment: string): string | null {
  const text = segment.replace(/%2e/gi, '.');
  return /^\.{1,2}$/.test(text) ? text : null;
}

/** What clients make of a path before they send it (RFC 3986 §5.2.4). */
function withoutDots(segments: readonly string[]): string[] {
  const kept: string[] = [];
  for (const segment of segments) {
    const dots = dotsOf(segment);
    if (dots === '..') kept.pop();
    else if (dots === null) kept.push(segment);
  }
  return kept;
}

function refused(problem: string): SaidSegment {
  return { text: '', problem, isRefused: true };
}

function unsaidSegment(problem: string): SaidSegment {
  return { text: '', problem, isRefused: false };
}

/** Percent-encoded where that is needed; null when the gateway refuses it in any form. */
function encoded(literal: string): string | null {
  try {
    const text = literal.replace(PIECE, (piece) =>
      PLAIN.test(piece) || piece.length === 3 ? piece : encodeURIComponent(piece),
    );
    return REFUSED.test(decodeURIComponent(text)) ? null : text;
  } catch {
    return null; // half of a surrogate pair, or not UTF-8
  }
}

function reached(said: readonly string[]): RoutePattern['segments'] {
  return said.filter((each) => each !== '*').map(segmentOf);
}

/** Everything below the segments before the one at this place. */
function openFrom(path: string, at: number, wide: ReadonlySet<string>): RoutePattern {
  const whole = withoutDots(path.slice(0, at).split('/').slice(1, -1));
  const said = whole.map((each) => segmentAsPattern(each, wide));
  const bad = whole.findIndex(
    (each, index) => said[index]?.problem !== null || (WHOLE.test(each) && mayBeNothing(each)),
  );
  return { segments: reached((bad === -1 ? said : said.slice(0, bad)).map(({ text }) => text)), open: true };
}
