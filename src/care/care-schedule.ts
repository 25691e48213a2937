import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { SYSTEM } from '../audit/audit.types.js';
import { Settings } from '../config/settings.js';
import { CareRound } from './care-round.js';

const MINUTE_MS = 60_000;

/**
 * A round a minute after the start, for a service that is restarted often, and one an interval after the end of the last.
 * It holds up neither the start nor, beyond the batch that is under way, the end.
 */
@Injectable()
export class CareSchedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #logger = new Logger(CareSchedule.name);
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #lastFailure = '';

  constructor(
    private readonly round: CareRound,
    private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.careIntervalMinutes > 0) this.#schedule(1);
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

  /** An outage is said once, when it begins, and not at every interval. */
  async #run(): Promise<void> {
    try {
      await this.round.run(SYSTEM, this.#stop.signal);
      this.#lastFailure = '';
    } catch (error) {
      const failure = String(error);
      if (failure !== this.#lastFailure) this.#logger.warn(`cleaning up failed, and is tried again: ${failure}`);
      this.#lastFailure = failure;
    }
    if (!this.#stop.signal.aborted) this.#schedule(this.settings.careIntervalMinutes);
  }
}
