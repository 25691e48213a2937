import { Injectable } from '@nestjs/common';
import { And, In, LessThan, MoreThan, Not } from 'typeorm';
import { containing } from '../../platform/database/like-pattern.js';
import type { Page } from '../../platform/database/page.js';
import { type SiteTable, SiteTables } from '../../platform/database/site-table.js';
import type { Tx } from '../../platform/database/transaction.js';
import type { AccountScope } from '../projects/projects.types.js';
import type { SiteId } from '../../shared/ids/site-id.js';
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

/** The proxies of an account. A proxy of another account of the site counts as missing. */
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

  /** A deployed proxy of another account whose path lies above or below this one, if any. */
  async nestedOfOthers(tx: Tx, { siteId, accountId }: AccountScope, path: string): Promise<Proxy | null> {
    const others = this.#proxies.in(siteId, tx);
    const above = path.split('/').map((_, index, segments) => segments.slice(0, index).join('/'));
    const below = And(MoreThan(`${path}/`), LessThan(`${path}0`)); // 0 is the character after the slash
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
