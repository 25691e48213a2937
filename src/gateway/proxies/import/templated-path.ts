import { MOST_SEGMENTS, parsePattern, patternProblem, type RoutePattern, segmentOf } from '../rules/route-pattern.js';

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
/** `{path+}`, `{+path}`, `{path*}`, `{*path}`, `{path...}` in the dialects that have parameters of several segments. */
const SEVERAL = /^(?:[+*]|\.\.\.)|(?:[+*]|\.\.\.)$/;
/** `{id:int}`, `{id:length(4,6)}`: what frameworks call values of one segment. */
const KIND =
  /^(?:int|integer|long|short|byte|float|double|decimal|number|bool|boolean|uuid|guid|ulid|date|datetime|alpha|alphanum|slug|str|string|hex|(?:min|max|length|minlength|maxlength|range)\([0-9., -]*\))$/i;
const WORD = /^\(?\w*\)?$/;
/** A regular expression that plainly admits no slash: no `.`, no `\S`, no range with a slash in it, no negated class without one. */
const WITHOUT_SLASH =
  /^\^?(?![*+?])(?:\\[dws.-]|\[-?(?:[A-Za-z0-9]-[A-Za-z0-9]|\\[dws.-]|[A-Za-z0-9_.:,~@+=!$' ])*-?\]|\[\^(?=[^\]]*\/)(?:\\[dws/.-]|[^[\]\\&])+\]|\(\?:|[A-Za-z0-9_,~@!' ()|*+?-])+\$?$/;
/** Conditions that say no more than that there may be several segments. */
const ANYTHING = /^(?:|\*{1,2}|path|\(?\.[*+]\??\)?)$/;
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
      isVague = !ANYTHING.test(partsOf(segment).condition) || isIn(wide, segment);
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

function isSeveral(template: string, wide: ReadonlySet<string>): boolean {
  const { name, mark, condition } = partsOf(template);
  return SEVERAL.test(name) || isIn(wide, template) || !isWithinOne(mark, condition);
}

function isIn(wide: ReadonlySet<string>, template: string): boolean {
  return wide.has(template.slice(1, -1)) || wide.has(partsOf(template).name);
}

/** `{id?}`, `{id=5}`, `{*path}` and what a regular expression says. `{path+}` and `{+path}` are a character at least. */
function mayBeNothing(template: string): boolean {
  const { name, mark, condition, isOptional } = partsOf(template);
  if (isOptional || /^(?:\*|\.\.\.)|(?:\*|\.\.\.)$/.test(name)) return true;
  if (mark === '') return false;
  if (mark === '=') return !/[/*]/.test(condition);
  if (condition.split(':').every((kind) => KIND.test(kind))) return false;
  return WORD.test(condition) || condition.includes('=') || fitsNothing(condition);
}

function fitsNothing(expression: string): boolean {
  try {
    return new RegExp(`^(?:${expression})$`).test('');
  } catch {
    return true; // in another dialect
  }
}

/** A condition that is not understood may admit anything. */
function isWithinOne(mark: string, condition: string): boolean {
  if (mark === '' || (mark === '=' && condition === '*')) return true;
  if (mark === '=') return !/\/|\*\*/.test(condition); // a default
  const { 0: kinds = '', length } = condition.split('=');
  if (length <= 2 && kinds.split(':').every((kind) => KIND.test(kind))) return true;
  return !WORD.test(condition) && !condition.includes('**') && WITHOUT_SLASH.test(condition);
}

/** Parameters have their names for people alone. */
function nameOf(template: string): string {
  const name = partsOf(template)
    .name.replace(/[^A-Za-z0-9_]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return /^[A-Za-z]/.test(name) ? name.slice(0, 64) : `part${name === '' ? '' : '_'}${name}`.slice(0, 64);
}

interface Parameter {
  readonly name: string;
  /** What stands between the name and the condition; empty when there is none. */
  readonly mark: string;
  readonly condition: string;
  /** `{id:int?}`, `{id<[0-9]+>?1}`: a question mark that is no quantifier. */
  readonly isOptional: boolean;
}

/** `{id:[0-9]+}` is `id` with a condition, and so are `{id<[0-9]+>}`, `{id([0-9]+)}` and `{name=projects/*}`. */
function partsOf(template: string): Parameter {
  const inner = template.slice(1, -1).trim();
  const at = inner.search(/[:=(<]/);
  const name = (at < 1 ? inner : inner.slice(0, at)).trim();
  if (at < 1) return { name, mark: '', condition: '', isOptional: name.endsWith('?') };
  const mark = inner[at] ?? '';
  const rest = inner.slice(at + 1).trim();
  if (mark === ':' || mark === '=') {
    const isOptional = name.endsWith('?') || /(?:^|[^+*?}\\])\?$/.test(rest);
    return { name, mark, condition: isOptional ? rest.replace(/\?$/, '') : rest, isOptional };
  }
  const end = rest.lastIndexOf(mark === '(' ? ')' : '>');
  const after = end === -1 ? '' : rest.slice(end + 1);
  const condition = end === -1 || !/^(?:\?|$)/.test(after) ? rest : rest.slice(0, end);
  return { name, mark, condition, isOptional: name.endsWith('?') || after.startsWith('?') };
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
