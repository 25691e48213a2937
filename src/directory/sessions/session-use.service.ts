import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { WriteBehind } from '../../platform/database/write-behind.js';
import { Clock } from '../../shared/clock/clock.js';
import { SessionRepository } from './session.repository.js';

const FLUSH_AFTER_MS = 2_000;
/** The idle limit is hours long, so one write a minute is exact enough. */
const NOTE_AT_MOST_EVERY_MS = 60_000;
const BATCH = 500;
const MOST_REMEMBERED = 100_000;

/**
 * Notes when each session was last used: in memory first, written later, so that no request waits. A crash loses the last few
 * seconds, and so brings the idle limit forward by that much. It has no other effect.
 */
@Injectable()
export class SessionUse implements BeforeApplicationShutdown {
  readonly #logger = new Logger(SessionUse.name);
  /** When each session was last noted, in milliseconds since the epoch. */
  readonly #noted = new Map<string, number>();
  /** The sessions that wait to be written, with the second of their use. */
  #pending = new Map<string, number>();
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
    this.#keep(sessionId, now - (now % 1000));
  }

  /** Writes the pending uses, after any write that is already running. */
  flush(): Promise<void> {
    return this.#behind.flush();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.flush();
    this.#behind.stop();
  }

  #keep(sessionId: string, second: number): void {
    if (second >= (this.#pending.get(sessionId) ?? 0)) this.#pending.set(sessionId, second);
    this.#behind.schedule();
  }

  /** A use that can't be written stays pending: an outage must not end sessions that are in use. */
  async #write(): Promise<void> {
    const pending = this.#pending;
    this.#pending = new Map();
    try {
      for (const [second, ids] of bySecond(pending))
        for (const batch of batches(ids))
          await this.unitOfWork.run((tx) => this.sessions.noteUse(tx, batch, new Date(second)));
    } catch (error) {
      this.#logger.warn(`the last use of up to ${pending.size} sessions waits to be written: ${String(error)}`);
      // A part may be written already. Writing it again changes nothing.
      for (const [id, second] of pending) this.#keep(id, second);
    }
  }
}

function bySecond(uses: ReadonlyMap<string, number>): Map<number, string[]> {
  const seconds = new Map<number, string[]>();
  for (const [id, second] of uses) {
    const together = seconds.get(second);
    if (together === undefined) seconds.set(second, [id]);
    else together.push(id);
  }
  return seconds;
}

function batches(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, i) => ids.slice(i * BATCH, (i + 1) * BATCH));
}
