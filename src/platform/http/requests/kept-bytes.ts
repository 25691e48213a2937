/** contract §2: how much of the plaintext of one connection is searched. */
export const MOST_SEARCHED = 1024 * 1024;

const FIRST_SIZE = 4 * 1024;

/** The first MiB of the input. */
export class KeptBytes {
  #bytes = Buffer.alloc(0);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  get isFull(): boolean {
    return this.#length === MOST_SEARCHED;
  }

  /** A view, not a copy. */
  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Answers how many of the bytes were kept. */
  add(chunk: Buffer): number {
    const length = Math.min(this.#length + chunk.length, MOST_SEARCHED);
    if (length > this.#bytes.length) this.#grow(length);
    const added = chunk.copy(this.#bytes, this.#length, 0, length - this.#length);
    this.#length = length;
    return added;
  }

  #grow(length: number): void {
    const bytes = Buffer.alloc(Math.min(Math.max(length, 2 * this.#bytes.length, FIRST_SIZE), MOST_SEARCHED));
    this.#bytes.copy(bytes, 0, 0, this.#length);
    this.#bytes = bytes;
  }
}
