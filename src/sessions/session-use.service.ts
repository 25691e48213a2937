import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { WriteBehind } from '../database/write-behind.js';
import { Clock } from '../shared/clock/clock.js';
import { SessionRepository } from './session.repository.js';

const FLUSH_AFTER_MS = 2_000;
/** The idle limit is hours, so a write a minute is exact enough. */
const NOTE_AT_MOST_EVERY_MS = 60_000;
const BATCH = 500;
const MOST_REMEMBERED = 100_000;

/**
 * When each session was last used: noted in memory and written behind, so that no request waits for it. A crash
 * loses the last seconds, which brings the idle limit forward by as much and nothing else.
 */
@Injectable()
export class SessionUse implements BeforeApplicationShutdown {
  readonly #logger = new Logger(SessionUse.name);
  /** When each session was last noted, in milliseconds since the epoch. */
  readonly #noted = new Map<string, number>();
  /** The sessions that wait to be written, by the second of their use. */
  #pending = new Map<number, Set<string>>();
  readonly #behind = new WriteBehind(FLUSH_AFTER_MS, () => this.#write());

  constructor(
    private readonly sessions: SessionRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  note(sessionId: string): void {
    const now = this.clock.now().getTime();
    if (now - (this.#noted.get(sessionId) ?? 0) < NOTE_AT_MOST_EVERY_MS) return;
    if (this.#noted.size >= MOST_REMEMBERED) this.#noted.clear();
    this.#noted.set(sessionId, now);
    const second = now - (now % 1000);
    const together = this.#pending.get(second) ?? new Set();
    this.#pending.set(second, together.add(sessionId));
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
    const pending = [...this.#pending];
    this.#pending = new Map();
    try {
      for (const [second, ids] of pending)
        for (const batch of batches([...ids]))
          await this.unitOfWork.run((tx) => this.sessions.noteUse(tx, batch, new Date(second)));
    } catch (error) {
      // The next use of each session is noted again, so that an outage doesn't end sessions that are in use.
      for (const [, ids] of pending) for (const id of ids) this.#noted.delete(id);
      this.#logger.warn(`the last use of some sessions could not be written: ${String(error)}`);
    }
  }
}

function batches(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, i) => ids.slice(i * BATCH, (i + 1) * BATCH));
}
