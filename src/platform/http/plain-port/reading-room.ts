/** How much memory all plaintext input together may take at once. */
const MOST_BYTES = 32 * 1024 * 1024;

interface Pausable {
  pause(): unknown;
  resume(): unknown;
}

/** Room for bytes that are kept until they are searched. While it is full, newcomers wait, and TCP makes their senders wait. */
export class ReadingRoom {
  #taken = 0;
  readonly #waiting = new Set<Pausable>();

  constructor(private readonly mostBytes = MOST_BYTES) {}

  take(bytes: number, sender: Pausable): void {
    this.#taken += bytes;
    if (this.#taken < this.mostBytes) return;
    sender.pause();
    this.#waiting.add(sender);
  }

  /** Returns all the room that `sender` has taken. */
  leave(bytes: number, sender: Pausable): void {
    this.#taken -= bytes;
    this.#waiting.delete(sender);
    if (this.#taken >= this.mostBytes) return;
    for (const waiting of this.#waiting) waiting.resume();
    this.#waiting.clear();
  }
}
