import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { WriteBehind } from '../database/write-behind.js';
import { Clock } from '../../shared/clock/clock.js';
import { Audit } from './audit.service.js';
import type { AuditEntry } from './audit.types.js';

const FLUSH_AFTER_MS = 200;
const RETRY_AFTER_MS = 1_000;
/** The same refusal of the same credential makes one row a minute: a client in a loop must not fill the log. */
const REPEAT_AFTER_MS = 60_000;
const MOST_PENDING = 1_000;
const MOST_REMEMBERED = 10_000;

/**
 * Logs refusals of credentials in use, such as an expired or a revoked token. No change belongs to these refusals, and callers
 * can cause them at any rate. So they are written after the answer, in batches, and no verification waits for a write.
 */
@Injectable()
export class DenialLog implements BeforeApplicationShutdown {
  readonly #logger = new Logger(DenialLog.name);
  readonly #seen = new Map<string, number>();
  #pending: AuditEntry[] = [];
  #dropped = 0;
  readonly #behind = new WriteBehind(FLUSH_AFTER_MS, () => this.#write());

  constructor(
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  record(entry: AuditEntry): void {
    if (this.#isRepeat(entry)) return;
    if (this.#pending.length >= MOST_PENDING) {
      this.#dropped++;
      return;
    }
    this.#pending.push(entry);
    this.#behind.schedule();
  }

  /** Writes the pending refusals, after any write that is already running. */
  flush(): Promise<void> {
    return this.#behind.flush();
  }

  /** Refusals that can't be written stay for the next flush. If there is no room for some, the log states their number. */
  async #write(): Promise<void> {
    if (this.#dropped > 0) {
      this.#logger.error(`${this.#dropped} refusals were not audited: they came faster than they could be written`);
      this.#dropped = 0;
    }
    const entries = this.#pending;
    if (entries.length === 0) return;
    this.#pending = [];
    try {
      await this.unitOfWork.run((tx) => this.audit.recordAll(tx, entries));
    } catch (error) {
      this.#logger.error(`${entries.length} refusals wait to be audited`, error instanceof Error ? error.stack : error);
      const waiting = [...entries, ...this.#pending];
      this.#pending = waiting.slice(0, MOST_PENDING);
      this.#dropped += waiting.length - this.#pending.length;
      this.#behind.schedule(RETRY_AFTER_MS);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.flush();
    this.#behind.stop();
  }

  #isRepeat(entry: AuditEntry): boolean {
    const key = [entry.action, entry.reason, entry.subject?.id ?? entry.actor.address].join(' ');
    const now = this.clock.now().getTime();
    const last = this.#seen.get(key);
    if (last !== undefined && now - last < REPEAT_AFTER_MS) return true;
    if (this.#seen.size >= MOST_REMEMBERED) this.#seen.clear();
    this.#seen.set(key, now);
    return false;
  }
}
