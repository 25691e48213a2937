import { Logger } from '@nestjs/common';
import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { RateLimiterClusterMaster } from 'rate-limiter-flexible';
import { deploymentKeys } from '../platform/config/deployment-keys.js';
import type { Settings } from '../platform/config/settings.js';
import { Clock } from '../shared/clock/clock.js';
import { Randomness } from '../shared/crypto/randomness.js';
import { tlsOptions } from '../platform/http/server/tls-options.js';

/** The pause before a worker that ended is replaced, so that a worker that can't start does not use up the processor. */
const REPLACE_AFTER_MS = 1_000;
const READY = 'ready';

/** Tells the primary, from a worker, that the ports are open. */
export function announceReady(): void {
  process.send?.(READY);
}

/**
 * Serves with several processes that share the ports (GATEHOUSE_WORKERS). The primary answers no requests. It makes the files of
 * the first start, starts one worker, which brings the database up to date, then starts the others, and replaces each that ends.
 * It passes on SIGTERM and SIGINT, and ends when the last worker has ended.
 */
export class Workers {
  readonly #logger = new Logger('Workers');
  #stopping = false;

  constructor(private readonly settings: Settings) {}

  /** Resolves to the exit code of the process when every worker has ended. */
  async run(): Promise<number> {
    await tlsOptions(this.settings, new Clock());
    deploymentKeys(this.settings, new Randomness());
    this.#passSignalsOn();
    new RateLimiterClusterMaster(); // counts the limits of all workers (principals/limits/counting/counters.service.ts)
    if (!(await this.#startFirst())) return 1;
    const others = Array.from({ length: this.settings.workers - 1 }, () => this.#keep(cluster.fork()));
    const [first] = Object.values(cluster.workers ?? {});
    await Promise.all([...others, ...(first === undefined ? [] : [this.#keep(first)])]);
    return 0;
  }

  /**
   * A problem that keeps the first worker from starting would keep every other from starting. The first has reported it, so the
   * process ends.
   */
  async #startFirst(): Promise<boolean> {
    const worker = cluster.fork();
    const ended = once(worker, 'exit').then(() => false);
    const ready = new Promise<boolean>((resolve) => {
      worker.on('message', (message) => {
        if (message === READY) resolve(true);
      });
    });
    return Promise.race([ready, ended]);
  }

  passOn(signal: NodeJS.Signals): void {
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill(signal);
  }

  async #keep(worker: Worker): Promise<void> {
    if (!worker.isDead()) await once(worker, 'exit');
    if (this.#stopping) return;
    this.#logger.error(`worker ${worker.process.pid ?? ''} ended and is replaced`);
    await delay(REPLACE_AFTER_MS);
    if (!this.#isStopping()) await this.#keep(cluster.fork());
  }

  #isStopping(): boolean {
    return this.#stopping;
  }

  #passSignalsOn(): void {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        this.#stopping = true;
        this.passOn(signal);
      });
    }
  }
}
