/** A repeatable source of choices: mulberry32. The seed is all that a failure has to print. */
export class Picks {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** In [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  integer(below: number): number {
    return Math.floor(this.next() * below);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  of<T>(list: readonly T[]): T | undefined {
    return list[this.integer(list.length)];
  }

  /** For lists that are never empty. */
  one<T>(list: readonly [T, ...T[]]): T {
    return this.of(list) ?? list[0];
  }

  /** Some of them, at least one. */
  some<T>(list: readonly T[]): T[] {
    const chosen = list.filter(() => this.chance(0.5));
    const [first] = list;
    return chosen.length > 0 || first === undefined ? chosen : [this.of(list) ?? first];
  }
}
