import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { SYSTEM } from '../audit/audit.types.js';
import { Settings } from '../config/settings.js';
import { RetentionCleanup } from './retention-cleanup.js';

const MINUTE_MS = 60_000;

/**
 * Runs a round one minute after the start, for services that restart often, and then one interval after the end of each round. It
 * does not delay the start, and delays a shutdown only by the batch that is running.
 */
@Injectable()
export class CleanupSchedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #logger = new Logger(CleanupSchedule.name);
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #lastFailure = '';

  constructor(
    private readonly round: RetentionCleanup,
    private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.cleanupIntervalMinutes > 0) this.#schedule(1);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stop.abort();
    clearTimeout(this.#timer);
    await this.#running;
  }

  #schedule(minutes: number): void {
    this.#timer = setTimeout(() => {
      this.#running = this.#run();
    }, minutes * MINUTE_MS).unref();
  }

  /** Logs an outage once, when it begins, and not at every interval. */
  async #run(): Promise<void> {
    try {
      await this.round.run(SYSTEM, this.#stop.signal);
      this.#lastFailure = '';
    } catch (error) {
      const failure = String(error);
      if (failure !== this.#lastFailure) this.#logger.warn(`cleaning up failed, and is tried again: ${failure}`);
      this.#lastFailure = failure;
    }
    if (!this.#stop.signal.aborted) this.#schedule(this.settings.cleanupIntervalMinutes);
  }
}
