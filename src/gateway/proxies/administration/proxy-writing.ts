import { Injectable } from '@nestjs/common';
import { Connections } from '../../connections/connections.service.js';
import { isDuplicateKey } from '../../../platform/database/database-failures.js';
import type { Tx } from '../../../platform/database/transaction.js';
import { duplicateName, validationFailed } from '../../../shared/errors/general.errors.js';
import type { SiteId } from '../../../shared/ids/site-id.js';
import type { ProxyDefinition } from '../proxies.types.js';
import { ProxyFactory, type ProxyPlace } from './proxy-factory.js';
import type { Proxy } from '../proxy.entity.js';
import { type ProxyPatch, ProxyRepository } from '../proxy.repository.js';

/** Writes rows of proxies, and reports a conflict in the terms of the request. */
@Injectable()
export class ProxyWriting {
  constructor(
    private readonly proxies: ProxyRepository,
    private readonly connections: Connections,
    private readonly factory: ProxyFactory,
  ) {}

  async insert(tx: Tx, place: ProxyPlace, definition: ProxyDefinition): Promise<Proxy> {
    const proxy = this.factory.create(place, definition);
    await this.#requireConnection(tx, proxy.siteId, proxy.connectionId);
    await this.#unique(tx, proxy, () => this.proxies.insert(tx, proxy));
    return proxy;
  }

  /** Returns what changed; null when nothing would. */
  async update(tx: Tx, proxy: Proxy, definition: ProxyDefinition): Promise<ProxyPatch | null> {
    const patch = this.factory.patch(proxy, definition);
    if (patch === null) return null;
    if (patch.connectionId !== undefined) await this.#requireConnection(tx, proxy.siteId, patch.connectionId);
    await this.#unique(tx, { ...proxy, ...patch }, () => this.proxies.update(tx, proxy, patch));
    return patch;
  }

  /** The foreign key alone would accept a connection of another site. */
  async #requireConnection(tx: Tx, site: SiteId, id: string): Promise<void> {
    if (await this.connections.held(tx, site, id)) return;
    throw validationFailed({ errors: [{ path: 'connectionId', message: 'is no connection of the site' }] });
  }

  async #unique(tx: Tx, { id, siteId, path }: Proxy, write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      const holder = await this.proxies.atPath(tx, siteId, path);
      if (holder === null || holder.id === id)
        throw duplicateName({ errors: [{ path: 'name', message: 'is the name of another proxy of the project' }] });
      throw duplicateName({
        detail: 'Choose another path.',
        errors: [{ path: 'path', message: 'is the path of another proxy of the site' }],
      });
    }
  }
}
