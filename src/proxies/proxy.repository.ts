import { Injectable } from '@nestjs/common';
import { containing } from '../database/containing.js';
import type { Page } from '../database/page.js';
import { type SiteTable, SiteTables } from '../database/site-table.js';
import type { Tx } from '../database/transaction.js';
import type { AccountScope } from '../projects/projects.types.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { Proxy } from './proxy.entity.js';

export interface ProxySearch {
  readonly limit: number;
  readonly cursor?: string;
  readonly search?: string;
}

export type ProxyPatch = Partial<
  Pick<
    Proxy,
    | 'name'
    | 'description'
    | 'path'
    | 'connectionId'
    | 'settings'
    | 'deployedRevision'
    | 'deployedPath'
    | 'deployedConnectionId'
    | 'updatedAt'
  >
>;

/** The proxies of an account. One of another account of the site is as good as none. */
@Injectable()
export class ProxyRepository {
  readonly #proxies: SiteTable<Proxy>;

  constructor(tables: SiteTables) {
    this.#proxies = tables.of(Proxy);
  }

  byId({ siteId, accountId }: AccountScope, id: string): Promise<Proxy | null> {
    return this.#proxies.in(siteId).one({ id, accountId });
  }

  byIdForUpdate(tx: Tx, { siteId, accountId }: AccountScope, id: string): Promise<Proxy | null> {
    return this.#proxies.in(siteId, tx).one({ id, accountId }, { lock: true });
  }

  page(site: SiteId, projectId: string, { limit, cursor, search }: ProxySearch): Promise<Page<Proxy>> {
    return this.#proxies.in(site).page({
      limit,
      cursor,
      where: { projectId },
      refine: (query) => {
        if (search !== undefined)
          query.andWhere("LOWER(row.name) LIKE :search ESCAPE '!'", { search: containing(search) });
      },
    });
  }

  atPath(tx: Tx, site: SiteId, path: string): Promise<Proxy | null> {
    return this.#proxies.in(site, tx).one({ path });
  }

  async insert(tx: Tx, proxy: Proxy): Promise<void> {
    await this.#proxies.in(proxy.siteId, tx).insert(proxy);
  }

  async update(tx: Tx, proxy: Proxy, patch: ProxyPatch): Promise<void> {
    await this.#proxies.in(proxy.siteId, tx).update({ id: proxy.id }, patch);
  }

  async delete(tx: Tx, proxy: Proxy): Promise<void> {
    await this.#proxies.in(proxy.siteId, tx).delete({ id: proxy.id });
  }
}
