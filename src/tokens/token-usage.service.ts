import { setImmediate as turnOfEventLoop } from 'node:timers/promises';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { WriteBehind } from '../database/write-behind.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { TokenRepository } from './token.repository.js';
import type { TokenUse } from './tokens.types.js';

const FLUSH_AFTER_MS = 10_000;
/** Tokens a commit: on SQLite it writes every page that it has touched to the disk, so few large ones are cheapest. */
const BATCH = 1_000;
/** Tokens a statement. Each row looks through the cases of all, so a statement costs its size squared. */
const STATEMENT = 50;
/** On a busy event loop it takes as many turns as there are statements. */
const COMMIT_LIMIT_MS = 10_000;
const MOST_PENDING = 100_000;

type NotedUse = readonly [id: string, use: TokenUse];

/**
 * When and from where each token was last used. Noted in memory and written behind in batches, so that verifying
 * never waits for a write; a crash loses the last seconds of it and nothing else.
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

  /** `at` in milliseconds since the epoch. */
  note(tokenId: string, address: string, at: number): void {
    const noted = this.#pending.get(tokenId);
    if (noted !== undefined) {
      noted.at = at;
      noted.address = address;
      return;
    }
    if (this.#pending.size >= MOST_PENDING) return;
    this.#pending.set(tokenId, { at, address });
    this.#behind.schedule();
  }

  /** When each of these applications last called, by its id, to within what waits to be written. */
  ofApplications(site: SiteId, ids: readonly string[]): Promise<ReadonlyMap<string, Date>> {
    return this.tokens.lastUsesOf(site, ids);
  }

  /** Writes what is pending, after whatever is being written already. */
  flush(): Promise<void> {
    return this.#behind.flush();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.flush();
  }

  async #write(): Promise<void> {
    // In the order of the table: neighbours share a page, and two instances lock rows in the same order.
    const uses = [...this.#pending].sort(([one], [other]) => (one < other ? -1 : 1));
    this.#pending = new Map();
    try {
      for (let start = 0; start < uses.length; start += BATCH) {
        await this.#commit(uses.slice(start, start + BATCH));
      }
    } catch (error) {
      this.#logger.warn(`the last use of up to ${uses.length} tokens could not be written: ${String(error)}`);
    }
  }

  async #commit(uses: readonly NotedUse[]): Promise<void> {
    await this.unitOfWork.run(
      async (tx) => {
        for (let start = 0; start < uses.length; start += STATEMENT) {
          await this.tokens.noteUses(tx, uses.slice(start, start + STATEMENT));
          await turnOfEventLoop(); // SQLite's statements block it, and verifications go first
        }
      },
      { deadlineMs: COMMIT_LIMIT_MS },
    );
  }
}
