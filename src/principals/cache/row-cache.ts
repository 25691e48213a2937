import { LRUCache } from 'lru-cache';
import type { ChangeFollower } from '../../platform/database/change-clock.js';
import { EVERYTHING, type Subject } from '../../platform/database/subjects.js';
import { Dependents } from './dependents.js';

export interface CacheLimits {
  readonly rows: number;
  /** Of all rows together, about. */
  readonly bytes: number;
  /** Keys without a row: apart, so that junk evicts nothing that is of use. */
  readonly missing: number;
}

const OF_VALUE = 'value:';
/** An object with its fields, its places in the maps, and the principal that is made of it. */
const BYTES_OF_A_ROW = 1_500;

/** About how many bytes a row takes. */
function sizeOf(row: object): number {
  let bytes = BYTES_OF_A_ROW;
  for (const value of Object.values(row)) if (typeof value === 'string') bytes += value.length;
  return bytes;
}

/**
 * Rows as they were read, by the hash or id that a caller presents. Never stale: its owner asks the change clock before each use,
 * which has it drop what has changed. A key without a row is kept as well: keys are random, so nobody can present one before it is
 * made.
 */
export class RowCache<Row extends object> implements ChangeFollower {
  readonly #rows: LRUCache<string, Row>;
  readonly #missing: LRUCache<string, true>;
  readonly #dependents = new Dependents();

  /** @param subjectsOf what a row depends on, the same whenever it is asked */
  constructor(
    private readonly subjectsOf: (row: Row) => readonly Subject[],
    limits: CacheLimits,
  ) {
    this.#rows = new LRUCache<string, Row>({
      max: limits.rows,
      maxSize: limits.bytes,
      sizeCalculation: sizeOf,
      dispose: (row, key) => {
        this.#dependents.remove(key, subjectsOf(row));
      },
    });
    this.#missing = new LRUCache({ max: limits.missing });
  }

  get size(): number {
    return this.#rows.size;
  }

  /** The row; null when it is known that there is none; undefined when that is not known. */
  get(key: string): Row | null | undefined {
    return this.#rows.get(key) ?? (this.#missing.has(key) ? null : undefined);
  }

  put(key: string, row: Row | undefined): void {
    if (row === undefined) {
      this.#rows.delete(key);
      this.#missing.set(key, true);
      return;
    }
    this.#missing.delete(key);
    this.#rows.set(key, row);
    // one that is too large for the cache is not in it
    if (this.#rows.has(key)) this.#dependents.add(key, this.subjectsOf(row));
  }

  changed(subjects: readonly Subject[]): void {
    if (subjects.includes(EVERYTHING)) {
      this.#rows.clear();
      this.#missing.clear();
      return;
    }
    for (const subject of subjects) {
      if (subject.startsWith(OF_VALUE)) this.#rows.delete(subject.slice(OF_VALUE.length));
      for (const key of this.#dependents.of(subject)) this.#rows.delete(key);
    }
  }
}
