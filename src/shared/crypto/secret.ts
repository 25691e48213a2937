import { inspect } from 'node:util';

const MASK = '[secret]';

/** A value that must never be printed. Every conversion to text gets a mask; `reveal` is for its one reader. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return MASK;
  }

  toJSON(): string {
    return MASK;
  }

  [inspect.custom](): string {
    return MASK;
  }
}
