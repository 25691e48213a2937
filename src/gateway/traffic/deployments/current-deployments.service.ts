import { performance } from 'node:perf_hooks';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Connections } from '../../connections/connections.service.js';
import { DeployedProxies } from '../../proxies/deployed-proxies.js';
import { DeploymentVersion } from '../../proxies/deployment-version.js';
import type { Deployed } from '../exchanges/deployment-ending.js';
import { DeploymentTable } from './deployment-table.js';
import { Upstreams } from '../upstreams/upstreams.service.js';

/** Including the read itself, a change by another instance is seen well within a second (contract §7). */
const LOOK_EVERY_MS = 500;
/** A table that was not compared with the database for this long may still serve what has been undeployed. */
const OLDEST_MS = 1_000;

/**
 * The table of what is served, as it is in the database now or was a moment ago. When that can't be known, there is no table: the
 * gateway fails closed.
 */
@Injectable()
export class CurrentDeployments implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #logger = new Logger(CurrentDeployments.name);
  readonly #listeners: ((deployed: Deployed) => void)[] = [];
  #table = new DeploymentTable([]);
  #version: string | null = null;
  /** On the monotonic clock: the start of the look that found the table up to date. */
  #rightAt = -Infinity;
  #looking: Promise<void> | null = null;
  #timer: NodeJS.Timeout | undefined;
  #failing = false;
  #isOver = false;

  constructor(
    private readonly deployed: DeployedProxies,
    private readonly connections: Connections,
    private readonly upstreams: Upstreams,
    private readonly version: DeploymentVersion,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.version.subscribe(() => this.#lookAnew());
    await this.#lookQuietly();
  }

  onApplicationShutdown(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
  }

  /** Calls the listener after each look, about twice a second, with what was found; not when the database does not answer. */
  onCompared(listener: (deployed: Deployed) => void): void {
    this.#listeners.push(listener);
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
      // The next request looks for itself and gets the reason in its answer; the log has it once, not twice a second.
      if (!this.#failing && !this.#isOver)
        this.#logger.warn(
          `what is deployed can't be compared with the database, and the gateway serves nothing: ${String(error)}`,
        );
      this.#failing = true;
    }
    if (!this.#isOver) this.#timer = setTimeout(() => void this.#lookQuietly(), LOOK_EVERY_MS).unref();
  }

  /** Waits for a look that is under way, which may have begun before the latest change. */
  async #lookAnew(): Promise<void> {
    await this.#looking?.catch(() => undefined); // the look's own caller handles its failure; ours shows in the next line
    await this.#look();
  }

  /** One look at a time; callers that come meanwhile wait for the same one. */
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
    const connections = await this.connections.versions();
    this.upstreams.keepOnly(connections);
    this.#rightAt = startedAt;
    for (const listener of this.#listeners) listener({ table: this.#table, connections });
  }
}
