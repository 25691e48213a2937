import { performance } from 'node:perf_hooks';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
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
  #table = new DeploymentTable([]);
  #version: string | null = null;
  /** On the monotonic clock: when the look began that found the table to be right. */
  #rightAt = -Infinity;
  #looking: Promise<void> | null = null;
  #timer: NodeJS.Timeout | undefined;

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
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** @throws databaseUnavailable when the database can't say what is served */
  current(): DeploymentTable | Promise<DeploymentTable> {
    if (performance.now() - this.#rightAt <= OLDEST_MS) return this.#table;
    return this.#look().then(() => this.#table);
  }

  async #lookQuietly(): Promise<void> {
    // What fails here shows at the next request, which looks for itself and is answered with the reason.
    await this.#look().catch(() => undefined);
    this.#timer = setTimeout(() => void this.#lookQuietly(), LOOK_EVERY_MS).unref();
  }

  /** After a look that is under way, which may have begun before what there is to see now. */
  async #lookAnew(): Promise<void> {
    await this.#looking?.catch(() => undefined);
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
