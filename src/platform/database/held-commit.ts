import type { SiteId } from '../../shared/ids/site-id.js';
import type { Tx } from './transaction.js';

type Write = (tx: Tx) => Promise<void>;

/**
 * The database asks for a retry of the work, but the request has already continued with the first result. The whole request must
 * run again.
 */
export class WorkRepeated extends Error {}

class RolledBack extends Error {}

/** What the audit row of a change says. */
export interface Change {
  readonly siteId: SiteId | null;
  readonly action: string;
  readonly subject?: { readonly id: string };
  readonly details?: Readonly<Record<string, unknown>>;
}

/** A change that is made but not yet committed. */
export class HeldCommit {
  /** The last change; null before there is one. */
  change: Change | null = null;
  readonly #write = new Later<Write>();
  readonly #end = new Later<void>();
  #isReached = false;

  constructor(private readonly onClose: () => void) {}

  /** Whether the request has changed anything. */
  get isReached(): boolean {
    return this.#isReached;
  }

  /**
   * Writes this with the change and commits both.
   * @throws what `write` throws, and what a unit of work throws; WorkRepeated when everything was rolled back and may be retried
   */
  async commitWith(write: Write): Promise<void> {
    this.#write.resolve(write);
    await this.#end.promise;
  }

  /** Undoes everything that is not committed. */
  async close(): Promise<void> {
    this.onClose();
    this.#write.reject(new RolledBack());
    if (this.#isReached) await this.#end.promise.catch(() => undefined);
  }

  /** The unit of work asks here what to write before it commits. */
  async reach(tx: Tx): Promise<void> {
    if (this.#isReached) throw new WorkRepeated();
    this.#isReached = true;
    const write = await this.#write.promise;
    await write(tx);
  }

  committed(): void {
    this.#end.resolve();
  }

  failed(error: unknown): void {
    this.#end.reject(error);
  }
}

/** A promise that is settled from outside, once. Nobody has to await it. */
export class Later<T> {
  resolve!: (value: T) => void;
  reject!: (error: unknown) => void;
  readonly promise = new Promise<T>((resolve, reject) => {
    this.resolve = resolve;
    this.reject = reject;
  });

  constructor() {
    // Node ends the process for a rejection that nobody handles; whoever waits for this one gets it all the same.
    this.promise.catch(() => undefined);
  }
}
