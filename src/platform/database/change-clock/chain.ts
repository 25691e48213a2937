import type { Subject } from '../subjects.js';

/** The latest change of a shard, as it is known. */
export interface Pair {
  readonly number: number;
  readonly stamp: string;
}

/** A row of `changes`. MySQL's driver may give a large number as text. */
export interface ChangeRow {
  readonly number: number | string;
  readonly stamp: string;
  readonly previous: string;
  readonly subject: Subject;
}

export interface Chain {
  readonly last: Pair;
  readonly subjects: readonly Subject[];
}

/**
 * The changes from a known pair on, in the order of their numbers; null unless each follows from the one before and the shard's
 * current pair is among them. Then the known pair belongs to another history, or some of the rows are gone.
 */
export function chainFrom(known: Pair, rows: readonly ChangeRow[], current: Pair): Chain | null {
  let last = known;
  let isCurrentMet = false;
  const subjects: Subject[] = [];
  for (const { number: text, stamp, previous, subject } of rows) {
    const number = Number(text);
    const isNext = number === last.number + 1 && previous === last.stamp && last.stamp !== stamp;
    const isSame = number === last.number && stamp === last.stamp && last !== known;
    if (!isNext && !isSame) return null;
    if (isNext) last = { number, stamp };
    isCurrentMet ||= number === current.number && stamp === current.stamp;
    subjects.push(subject);
  }
  return isCurrentMet ? { last, subjects } : null;
}

/** From `number:stamp,number:stamp,…`, in the order of the shards. */
export function pairsIn(text: string): Pair[] {
  return text.split(',').map((pair) => {
    const [number, stamp = ''] = pair.split(':');
    return { number: Number(number), stamp };
  });
}

export function textOf(pairs: readonly Pair[]): string {
  return pairs.map(({ number, stamp }) => `${number}:${stamp}`).join(',');
}
