import { performance } from 'node:perf_hooks';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { BearerCallers } from '../../../principals/bearer-callers.service.js';
import type { CallEnding } from '../../../principals/principals.types.js';
import { databaseUnavailable } from '../../../shared/errors/general.errors.js';
import { CurrentDeployments } from '../deployments/current-deployments.service.js';
import { deploymentEnding } from './deployment-ending.js';
import type { OpenExchange } from './open-exchange.js';

/** Including the read, the end of a credential is noticed well within a second (contract §7), on every instance. */
const CHECK_EVERY_MS = 400;
/**
 * An exchange that was let through just now is not checked again: most exchanges are over by the next check, and so cost no read.
 */
const YOUNG_MS = 250;
/** For so long a stream lives on although nobody knows whether its credential still lets it. */
const LONGEST_UNKNOWN_MS = 5_000;

/**
 * All exchanges of this instance that are not over. Event streams and WebSockets are cut when their credential ends, for any
 * reason; other exchanges when it is withdrawn, or their proxy is undeployed. One check covers all of them at once.
 */
@Injectable()
export class OpenExchanges implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #logger = new Logger(OpenExchanges.name);
  readonly #open = new Set<OpenExchange>();
  #timer: NodeJS.Timeout | undefined;
  /** On the monotonic clock: since when no check had an answer. */
  #failingSince: number | null = null;
  /** A test has no time for it. */
  longestUnknownMs = LONGEST_UNKNOWN_MS;
  #isOver = false;

  constructor(
    private readonly deployments: CurrentDeployments,
    private readonly callers: BearerCallers,
  ) {}

  onApplicationBootstrap(): void {
    this.deployments.onCompared((deployed) => {
      for (const exchange of this.#open) this.#endIf(exchange, deploymentEnding(exchange, deployed));
    });
    this.#checkLater();
  }

  onApplicationShutdown(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
  }

  add(exchange: OpenExchange): void {
    if (exchange.isOver) return;
    this.#open.add(exchange);
    exchange.onceOver(() => this.#open.delete(exchange));
  }

  /** Checks whether the credentials of all open exchanges still let them through. @throws databaseUnavailable */
  async check(): Promise<void> {
    const since = performance.now() - YOUNG_MS;
    const due = [...this.#open].filter(({ letThroughAt }) => letThroughAt <= since);
    if (due.length === 0) return;
    const endings = await this.callers.endings(due.map(({ call }) => call));
    for (const [index, exchange] of due.entries()) this.#endIf(exchange, endings[index] ?? null);
  }

  #endIf(exchange: OpenExchange, ending: CallEnding | null): void {
    if (ending !== null && (ending.isWithdrawn || exchange.isStream)) exchange.end(ending.error);
  }

  #cutStreams(): void {
    const streams = [...this.#open].filter(({ isStream }) => isStream);
    for (const stream of streams) stream.end(databaseUnavailable());
    if (streams.length > 0)
      this.#logger.warn(`cut ${streams.length} open streams: the database has not answered for too long`);
  }

  #checkLater(): void {
    if (!this.#isOver) this.#timer = setTimeout(() => void this.#checkQuietly(), CHECK_EVERY_MS).unref();
  }

  async #checkQuietly(): Promise<void> {
    try {
      await this.check();
      this.#failingSince = null;
    } catch (error) {
      // They live on for a while: no new request passes meanwhile, and cutting everything that is open would turn every hiccup
      // into an outage.
      if (this.#failingSince === null && !this.#isOver)
        this.#logger.warn(`open exchanges can't be compared with the database, and live on for now: ${String(error)}`);
      this.#failingSince ??= performance.now();
      if (performance.now() - this.#failingSince >= this.longestUnknownMs) this.#cutStreams();
    }
    this.#checkLater();
  }
}
