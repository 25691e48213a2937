import { Injectable } from '@nestjs/common';
import { Between, In, Not } from 'typeorm';
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

  /** A deployed proxy of another account whose path lies above or below this one, if there is any. */
  async nestedOfOthers(tx: Tx, { siteId, accountId }: AccountScope, path: string): Promise<Proxy | null> {
    const others = this.#proxies.in(siteId, tx);
    const above = path.split('/').map((_, index, segments) => segments.slice(0, index).join('/'));
    const below = Between(`${path}/`, `${path}0`); // 0 comes after the slash, and no path ends in it and nothing more
    return (
      (await others.one({ accountId: Not(accountId), deployedPath: In(above) })) ??
      (await others.one({ accountId: Not(accountId), deployedPath: below }))
    );
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
