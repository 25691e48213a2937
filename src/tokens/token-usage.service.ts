import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { WriteBehind } from '../database/write-behind.js';
import { Clock } from '../shared/clock/clock.js';
import { TokenRepository } from './token.repository.js';
import type { TokenUse } from './tokens.types.js';

const FLUSH_AFTER_MS = 5_000;
/** Tokens a statement. Each row looks through the cases of all, so a batch costs its size squared. */
const BATCH = 100;
const MOST_PENDING = 100_000;

/**
 * When and from where each token was last used. Noted in memory and written behind in batches, so that verifying
 * never waits for a write; a crash loses the last seconds of it and nothing else.
 */
@Injectable()
export class TokenUsage implements BeforeApplicationShutdown {
  readonly #logger = new Logger(TokenUsage.name);
  #pending = new Map<string, TokenUse>();
  readonly #behind = new WriteBehind(FLUSH_AFTER_MS, () => this.#write());

  constructor(
    private readonly tokens: TokenRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  note(tokenId: string, address: string): void {
    if (this.#pending.size >= MOST_PENDING && !this.#pending.has(tokenId)) return;
    this.#pending.set(tokenId, { at: this.clock.now(), address });
    this.#behind.schedule();
  }

  /** Writes what is pending, after whatever is being written already. */
  flush(): Promise<void> {
    return this.#behind.flush();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.flush();
  }

  async #write(): Promise<void> {
    const uses = [...this.#pending];
    this.#pending = new Map();
    try {
      for (let start = 0; start < uses.length; start += BATCH) {
        const batch = uses.slice(start, start + BATCH);
        await this.unitOfWork.run((tx) => this.tokens.noteUses(tx, batch));
      }
    } catch (error) {
      this.#logger.warn(`the last use of up to ${uses.length} tokens could not be written: ${String(error)}`);
    }
  }
}
