import { DELIMITER } from '../gateway-target.js';
import { fitsSegment, type PatternSegment, type RoutePattern } from '../rules/route-pattern.js';

/** Whether some path fits both. */
export function overlap(one: RoutePattern, other: RoutePattern): boolean {
  if (!one.open && one.segments.length < other.segments.length) return false;
  if (!other.open && other.segments.length < one.segments.length) return false;
  const count = Math.min(one.segments.length, other.segments.length);
  for (let index = 0; index < count; index++)
    if (!meet(one.segments[index] ?? null, other.segments[index] ?? null)) return false;
  return true;
}

/** Whether every path that fits `inner` fits `outer`. */
export function covers(outer: RoutePattern, inner: RoutePattern): boolean {
  const { length } = outer.segments;
  if (outer.open ? inner.segments.length < length : inner.open || inner.segments.length !== length) return false;
  return outer.segments.every((segment, index) => coversSegment(segment, inner.segments[index] ?? null));
}

/**
 * Whether a request for `inner` can be one for `outer` to a server that leaves encoded delimiters as they are: `/7%3Areport` fits
 * `/{id}:report`, and there `/{id}`. What fits with several of them encoded fits with one.
 */
export function coversEncoded(outer: RoutePattern, inner: RoutePattern): boolean {
  return inner.segments.some((segment, at) =>
    encodedForms(segment).some((form) => overlap(outer, { ...inner, segments: inner.segments.with(at, form) })),
  );
}

function encodedForms(segment: PatternSegment): PatternSegment[] {
  if (segment === null) return [];
  if (typeof segment === 'string') return encodedTexts(segment);
  return segment.flatMap((text, at) => encodedTexts(text).map((form) => segment.with(at, form)));
}

function encodedTexts(text: string): string[] {
  return [...text.matchAll(DELIMITER)].map(
    ({ 0: delimiter, index }) =>
      `${text.slice(0, index)}%${delimiter.charCodeAt(0).toString(16).toUpperCase()}${text.slice(index + 1)}`,
  );
}

/**
 * The order in which rules of a proposal stand: if one pattern covers another, the covered one comes first. Texts come before
 * texts with parameters, those before parameters alone, and `*` comes last, segment by segment.
 */
export function bySpecificity(one: RoutePattern, other: RoutePattern): number {
  for (let index = 0; ; index++) {
    const [rank, otherRank] = [rankAt(one, index), rankAt(other, index)];
    if (rank !== otherRank) return rank - otherRank;
    if (rank === END || rank === ANYTHING) return 0;
    const [key, otherKey] = [one, other].map(({ segments }) => JSON.stringify(segments[index])) as [string, string];
    if (key !== otherKey) return key < otherKey ? -1 : 1;
  }
}

const END = -1;
const TEXT = 0;
const PARAMETER = 1_000;
const ANYTHING = 1_001;

/** Of two segments with parameters, one that covers the other has less text. */
function rankAt({ segments, open }: RoutePattern, index: number): number {
  const segment = segments[index];
  if (segment === undefined) return open ? ANYTHING : END;
  if (segment === null) return PARAMETER;
  return typeof segment === 'string' ? TEXT : PARAMETER - 1 - Math.min(segment.join('').length, PARAMETER - 2);
}

/** A parameter can be any text, also one that occurs in no pattern: what fits that fits all. */
function coversSegment(outer: PatternSegment, inner: PatternSegment): boolean {
  if (outer === null || inner === null) return outer === null;
  return fitsSegment(outer, typeof inner === 'string' ? inner : inner.join('\u0000'));
}

function meet(one: PatternSegment, other: PatternSegment): boolean {
  if (one === null || other === null) return true;
  if (typeof one === 'string') return fitsSegment(other, one);
  if (typeof other === 'string') return fitsSegment(one, other);
  if (!begin(one[0] ?? '', other[0] ?? '') || !end(one.at(-1) ?? '', other.at(-1) ?? '')) return false; // most don't
  return textsMeet(symbolsOf(one), symbolsOf(other));
}

function begin(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

function end(one: string, other: string): boolean {
  return one.endsWith(other) || other.endsWith(one);
}

const ANY_CHARACTER = null;
const ANY_TEXT = undefined;
type Symbols = readonly (string | typeof ANY_CHARACTER | typeof ANY_TEXT)[];

/** A parameter is one character, and then any text. */
function symbolsOf(texts: readonly string[]): Symbols {
  return texts.flatMap((text, index) => (index === 0 ? [...text] : [ANY_CHARACTER, ANY_TEXT, ...text]));
}

/** `reachable[j]`: whether some text fits what of `one` was looked at, and the first `j` symbols of `other`. */
function textsMeet(one: Symbols, other: Symbols): boolean {
  let reachable = other.map(() => false).concat(false);
  reachable[0] = true;
  for (let j = 0; j < other.length; j++) if (reachable[j] && other[j] === ANY_TEXT) reachable[j + 1] = true;
  for (const symbol of one) {
    const next = reachable.map(() => false);
    for (let j = 0; j <= other.length; j++) {
      const theirs = other[j];
      if (symbol === ANY_TEXT && (reachable[j] || (j > 0 && next[j - 1]))) next[j] = true;
      if (j < other.length && reachable[j] && symbol !== ANY_TEXT && theirs === ANY_TEXT) next[j] = true;
      if (j < other.length && theirs === ANY_TEXT && next[j]) next[j + 1] = true;
      const isSame = symbol === theirs || symbol === ANY_CHARACTER || theirs === ANY_CHARACTER;
      if (j < other.length && reachable[j] && symbol !== ANY_TEXT && theirs !== ANY_TEXT && isSame) next[j + 1] = true;
    }
    reachable = next;
  }
  return reachable[other.length] ?? false;
}
