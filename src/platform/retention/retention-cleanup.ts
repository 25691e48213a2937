import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { AuditActor } from '../audit/audit.types.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { CleanupLease } from './cleanup-lease.js';
import { CleanupSteps } from './cleanup-steps.js';
import type { CleanupCounts, CleanupStep } from './retention.types.js';

/** Rows per transaction: few enough that nobody notices a lock, and enough that millions are gone within the hour. */
export const BATCH = 500;
/** SQLite has one writer, and this process has one thread: between two batches, both belong to requests. */
const PAUSE_MS = 50;
/** Only dead rows are locked in the meantime, so a slow disk may take its time. */
const BATCH_DEADLINE_MS = 5_000;
const NEVER = new AbortController().signal;

interface Round {
  readonly holder: string;
  readonly counts: Record<string, number>;
  readonly stop: AbortSignal;
}

/** Another instance has taken the lease. This round is over, and its work so far stays. */
class LeaseLost extends Error {}

/** Cleans up once, in batches, unless another instance is already cleaning up. */
@Injectable()
export class RetentionCleanup {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lease: CleanupLease,
    private readonly steps: CleanupSteps,
    private readonly audit: Audit,
  ) {}

  /**
   * Answers what was done; null when another instance is cleaning up. `stop` ends the round between two batches.
   * @throws databaseUnavailable; the work so far stays.
   */
  async run(actor: AuditActor, stop: AbortSignal = NEVER): Promise<CleanupCounts | null> {
    const holder = await this.unitOfWork.run((tx) => this.lease.take(tx));
    if (holder === null) return null;
    const round: Round = { holder, counts: {}, stop };
    try {
      for (const step of await this.steps.now()) await this.#exhaust(step, round);
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
    } finally {
      await this.#finish(actor, round);
    }
    return round.counts;
  }

  async #exhaust({ kind, batch }: CleanupStep, { holder, counts, stop }: Round): Promise<void> {
    counts[kind] ??= 0;
    let done = BATCH;
    while (done === BATCH && !stop.aborted) {
      done = await this.unitOfWork.run(
        async (tx) => {
          if (!(await this.lease.renew(tx, holder))) throw new LeaseLost();
          return batch(tx, BATCH);
        },
        { deadlineMs: BATCH_DEADLINE_MS },
      );
      counts[kind] += done;
      if (done > 0) await pause(stop);
    }
  }

  async #finish(actor: AuditActor, { holder, counts }: Round): Promise<void> {
    const isWorthAWord = Object.values(counts).some((count) => count > 0);
    await this.unitOfWork.run(async (tx) => {
      if (isWorthAWord)
        await this.audit.record(tx, { siteId: null, action: 'care.done', outcome: 'success', actor, details: counts });
      await this.lease.release(tx, holder);
    });
  }
}

async function pause(stop: AbortSignal): Promise<void> {
  try {
    await delay(PAUSE_MS, undefined, { signal: stop });
  } catch (error) {
    if (!stop.aborted) throw error;
  }
}
