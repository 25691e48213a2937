import { setImmediate as turnOfEventLoop } from 'node:timers/promises';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { WriteBehind } from '../platform/database/write-behind.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { TokenRepository } from './token.repository.js';
import type { TokenUse } from './tokens.types.js';

const FLUSH_AFTER_MS = 10_000;
/** Tokens per commit: on SQLite a commit writes every page that it touched to the disk, so few large commits are cheapest. */
const BATCH = 1_000;
/** Tokens per statement. Each row looks through the cases of all rows, so the cost of a statement is quadratic. */
const STATEMENT = 50;
/** On a busy event loop a commit takes as many turns as it has statements. */
const COMMIT_LIMIT_MS = 10_000;
const MOST_PENDING = 100_000;

type NotedUse = readonly [id: string, use: TokenUse];

/**
 * When and from where each token was last used. Uses are noted in memory and written later in batches, so that verifying never
 * waits for a write. A crash loses the last seconds and nothing else.
 */
@Injectable()
export class TokenUsage implements BeforeApplicationShutdown {
  readonly #logger = new Logger(TokenUsage.name);
  #pending = new Map<string, { -readonly [Key in keyof TokenUse]: TokenUse[Key] }>();
  readonly #behind = new WriteBehind(FLUSH_AFTER_MS, () => this.#write());

  constructor(
    private readonly tokens: TokenRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** `at` is in milliseconds since the epoch. A use that is older than the one noted changes nothing. */
  note(tokenId: string, address: string, at: number): void {
    const noted = this.#pending.get(tokenId);
    if (noted !== undefined) {
      if (at < noted.at) return;
      noted.at = at;
      noted.address = address;
      return;
    }
    if (this.#pending.size >= MOST_PENDING) return;
    this.#pending.set(tokenId, { at, address });
    this.#behind.schedule();
  }

  /** When each of these applications last called, by its id. Uses that are still to be written are not included. */
  ofApplications(site: SiteId, ids: readonly string[]): Promise<ReadonlyMap<string, Date>> {
    return this.tokens.lastUsesOf(site, ids);
  }

  /** Writes what is pending, after any write that is already running. */
  flush(): Promise<void> {
    return this.#behind.flush();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.flush();
    this.#behind.stop();
  }

  /** What can't be written stays for the next time, unless the token is used again meanwhile. */
  async #write(): Promise<void> {
    // In the order of the table: neighbours share a page, and two instances lock rows in the same order.
    const uses = [...this.#pending].sort(([one], [other]) => (one < other ? -1 : 1));
    this.#pending = new Map();
    let written = 0;
    try {
      while (written < uses.length) {
        const batch = uses.slice(written, written + BATCH);
        await this.#commit(batch);
        written += batch.length;
      }
    } catch (error) {
      this.#logger.warn(`the last use of ${uses.length - written} tokens waits to be written: ${String(error)}`);
      for (const [id, { address, at }] of uses.slice(written)) this.note(id, address, at);
    }
  }

  async #commit(uses: readonly NotedUse[]): Promise<void> {
    await this.unitOfWork.run(
      async (tx) => {
        for (let start = 0; start < uses.length; start += STATEMENT) {
          await this.tokens.noteUses(tx, uses.slice(start, start + STATEMENT));
          await turnOfEventLoop(); // SQLite's statements block the event loop, and verifications go first
        }
      },
      { deadlineMs: COMMIT_LIMIT_MS },
    );
  }
}
