import { performance } from 'node:perf_hooks';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Connections } from '../connections/connections.service.js';
import { DeployedProxies } from '../proxies/deployed-proxies.js';
import { DeploymentNews } from '../proxies/deployment-news.js';
import { DeploymentTable } from './deployment-table.js';
import { Upstreams } from './upstreams.service.js';

/** With the read itself, another instance's change is seen well within a second (CONTRACT §7). */
const LOOK_EVERY_MS = 500;
/** A table that nobody has compared with the database for this long may hold what was undeployed since. */
const OLDEST_MS = 1_000;

/**
 * The table of what is served, as the database has it now or had it a moment ago. When that can't be known, there is no
 * table: the gateway fails closed.
 */
@Injectable()
export class CurrentDeployments implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #logger = new Logger(CurrentDeployments.name);
  #table = new DeploymentTable([]);
  #version: string | null = null;
  /** On the monotonic clock: when the look began that found the table to be right. */
  #rightAt = -Infinity;
  #looking: Promise<void> | null = null;
  #timer: NodeJS.Timeout | undefined;
  #failing = false;
  #isOver = false;

  constructor(
    private readonly deployed: DeployedProxies,
    private readonly connections: Connections,
    private readonly upstreams: Upstreams,
    private readonly news: DeploymentNews,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.news.subscribe(() => this.#lookAnew());
    await this.#lookQuietly();
  }

  onApplicationShutdown(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
  }

  /** @throws databaseUnavailable when the database can't say what is served */
  current(): DeploymentTable | Promise<DeploymentTable> {
    if (performance.now() - this.#rightAt <= OLDEST_MS) return this.#table;
    return this.#look().then(() => this.#table);
  }

  async #lookQuietly(): Promise<void> {
    try {
      await this.#look();
      this.#failing = false;
    } catch (error) {
      // The next request looks for itself and is answered with the reason; the log has it once, not twice a second.
      if (!this.#failing && !this.#isOver)
        this.#logger.warn(
          `what is deployed can't be compared with the database, and the gateway serves nothing: ${String(error)}`,
        );
      this.#failing = true;
    }
    if (!this.#isOver) this.#timer = setTimeout(() => void this.#lookQuietly(), LOOK_EVERY_MS).unref();
  }

  /** After a look that is under way, which may have begun before what there is to see now. */
  async #lookAnew(): Promise<void> {
    await this.#looking?.catch(() => undefined); // who began it has its failure; ours shows in the next line
    await this.#look();
  }

  /** One at a time; who comes meanwhile waits for the same one. */
  #look(): Promise<void> {
    this.#looking ??= this.#compare().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  async #compare(): Promise<void> {
    const startedAt = performance.now();
    const version = await this.deployed.version();
    if (version !== this.#version) {
      this.#table = new DeploymentTable(await this.deployed.all());
      this.#version = version;
    }
    this.upstreams.keepOnly(await this.connections.versions());
    this.#rightAt = startedAt;
  }
}
