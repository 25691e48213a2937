import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { KeptBytes } from '../requests/kept-bytes.js';
import type { ReadingRoom } from './reading-room.js';
import { isWhole, requestHead, type RequestHead } from './request-head.js';

/** contract §2: how long a connection is read. */
const LONGEST_MS = 10_000;
/** After this much silence, the bytes so far are answered; or, after the answer, the sender counts as done. */
const QUIET_MS = 1_000;
/** A longer search finishes after the answer. */
const SEARCH_DEADLINE_MS = 3_000;

/** What a connection needs from the plain port. */
export interface PlainConnectionParts {
  readonly room: ReadingRoom;
  /** Searches everything that has come so far. It never fails. */
  readonly search: (bytes: Buffer, head: RequestHead | null) => Promise<void>;
  readonly refusal: (head: RequestHead | null) => string;
  readonly health: (head: RequestHead) => Promise<string | null>;
  /** Called when the connection is closed and all of it has been searched. */
  readonly over: () => void;
}

/**
 * A connection that is read as bytes, not as requests. It gets one answer: when a request is complete, when nothing more comes,
 * or when its time is over. Bytes that come after the answer are still read (RFC 9112 §9.6), and searched too.
 */
export class PlainConnection {
  readonly #kept = new KeptBytes();
  readonly #deadline: NodeJS.Timeout;
  #head: RequestHead | null = null;
  #searched = 0;
  #search: Promise<unknown> = Promise.resolve();
  #state: 'reading' | 'answering' | 'answered' = 'reading';

  constructor(
    private readonly socket: Socket,
    private readonly parts: PlainConnectionParts,
  ) {
    this.#deadline = setTimeout(() => {
      this.finish();
      // leaves time to read the answer
      setTimeout(() => socket.destroy(), QUIET_MS).unref();
    }, LONGEST_MS);
    socket
      .on('data', (chunk: Buffer) => {
        this.#read(chunk);
      })
      .on('end', () => {
        if (this.#state === 'reading') this.finish();
      })
      .on('error', () => socket.destroy())
      .on('close', () => void this.#closed())
      .setTimeout(QUIET_MS, () => {
        if (this.#kept.length > 0) this.finish();
      });
  }

  /** Stops waiting for more. */
  finish(): void {
    if (this.#state === 'answered' || this.#kept.length === 0) this.socket.destroy();
    else void this.#answer();
  }

  #read(chunk: Buffer): void {
    const before = this.#kept.length;
    this.parts.room.take(this.#kept.add(chunk), this.socket);
    if (this.#state !== 'reading') return;
    this.#head ??= requestHead(this.#kept.bytes, Math.max(0, before - 2));
    if (this.#kept.isFull || (this.#head !== null && isWhole(this.#head, this.#kept.bytes))) void this.#answer();
  }

  async #answer(): Promise<void> {
    if (this.#state !== 'reading') return;
    this.#state = 'answering';
    const [head, searched] = [this.#head, this.#searchAll()];
    // A health call needs no credential, and its answer never waits. A credential that came with it was exposed all the same.
    const healthy = head === null ? null : await this.parts.health(head);
    if (healthy === null) await Promise.race([searched, delay(SEARCH_DEADLINE_MS, undefined, { ref: false })]);
    this.#state = 'answered';
    this.socket.end(healthy ?? this.parts.refusal(head));
    // A client that sends more than is read could send for ever. One that stops sending is noticed by the timeout.
    if (this.#kept.isFull) setTimeout(() => this.socket.destroy(), QUIET_MS).unref();
  }

  async #closed(): Promise<void> {
    clearTimeout(this.#deadline);
    await this.#searchAll();
    this.parts.room.leave(this.#kept.length, this.socket);
    this.parts.over();
  }

  /**
   * Searches everything each time, since a credential may have come in two parts. That is at most twice: before the answer, and
   * at the end.
   */
  #searchAll(): Promise<unknown> {
    if (this.#searched < this.#kept.length) {
      this.#searched = this.#kept.length;
      this.#search = Promise.all([this.#search, this.parts.search(this.#kept.bytes, this.#head)]);
    }
    return this.#search;
  }
}
