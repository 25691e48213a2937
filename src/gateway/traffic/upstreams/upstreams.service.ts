import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Connections } from '../../connections/connections.service.js';
import type { SiteId } from '../../../shared/ids/site-id.js';
import { Clock } from '../../../shared/clock/clock.js';
import { AddressRules } from './address-rules.js';
import { OpenUpstream } from './open-upstream.js';

/**
 * Longer than a request can wait for the token of an upstream, so that by then every request that began with it is on its way.
 */
const RETIREMENT_MS = 15_000;

interface Entry {
  readonly upstream: Promise<OpenUpstream>;
  /** Null while it is being read. */
  version: string | null;
}

/**
 * The upstreams of this instance, each with its pool of connections and its credential, for as long as their rows stay the same.
 */
@Injectable()
export class Upstreams implements OnApplicationShutdown {
  readonly #entries = new Map<string, Entry>();
  /** No longer used for new requests, but requests that began with them may still go out. */
  readonly #retired = new Map<OpenUpstream, NodeJS.Timeout>();

  constructor(
    private readonly connections: Connections,
    private readonly rules: AddressRules,
    private readonly clock: Clock,
  ) {}

  of(siteId: SiteId, connectionId: string): Promise<OpenUpstream> {
    const known = this.#entries.get(connectionId);
    if (known !== undefined) return known.upstream;
    const entry: Entry = { version: null, upstream: this.#open(siteId, connectionId) };
    this.#entries.set(connectionId, entry);
    entry.upstream.then(
      ({ version }) => {
        entry.version = version;
      },
      () => {
        this.#forget(connectionId, entry);
      },
    );
    return entry.upstream;
  }

  /** Gives up upstreams that have changed or gone; requests under way there finish. */
  keepOnly(versions: ReadonlyMap<string, string>): void {
    for (const [id, entry] of this.#entries)
      if (entry.version !== null && entry.version !== versions.get(id)) {
        this.#forget(id, entry);
        void entry.upstream.then((upstream) => {
          this.#retire(upstream);
        });
      }
  }

  async onApplicationShutdown(): Promise<void> {
    const open = await Promise.allSettled([...this.#entries.values()].map(({ upstream }) => upstream));
    this.#entries.clear();
    for (const each of open) if (each.status === 'fulfilled') await each.value.destroy();
    for (const [upstream, timer] of this.#retired) {
      clearTimeout(timer);
      await upstream.destroy();
    }
    this.#retired.clear();
  }

  #retire(upstream: OpenUpstream): void {
    const close = () => {
      this.#retired.delete(upstream);
      void upstream.close();
    };
    this.#retired.set(upstream, setTimeout(close, RETIREMENT_MS).unref());
  }

  #forget(id: string, entry: Entry): void {
    if (this.#entries.get(id) === entry) this.#entries.delete(id);
  }

  async #open(siteId: SiteId, connectionId: string): Promise<OpenUpstream> {
    const upstream = await this.connections.forUpstream(siteId, connectionId);
    // The foreign key of the deployed revision holds the connection; a missing row is a defect.
    if (upstream === null) throw new Error(`the connection ${connectionId} of a deployed proxy does not exist`);
    return new OpenUpstream(upstream, this.rules, this.clock);
  }
}
