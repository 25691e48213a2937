import { Injectable } from '@nestjs/common';
import { type SiteTable, SiteTables } from '../../../platform/database/site-table.js';
import type { Tx } from '../../../platform/database/transaction.js';
import { Clock } from '../../../shared/clock/clock.js';
import { Ids } from '../../../shared/ids/ids.js';
import type { SiteId } from '../../../shared/ids/site-id.js';
import type { RevisionSnapshot } from '../proxies.types.js';
import { ProxyRevision } from './proxy-revision.entity.js';
import type { Proxy } from '../proxy.entity.js';

/** The revisions of proxies. A revision can't be changed. */
@Injectable()
export class RevisionRepository {
  readonly #revisions: SiteTable<ProxyRevision>;

  constructor(
    tables: SiteTables,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {
    this.#revisions = tables.of(ProxyRevision);
  }

  byNumber(site: SiteId, proxyId: string, number: number, tx?: Tx): Promise<ProxyRevision | null> {
    const rows = tx === undefined ? this.#revisions.in(site) : this.#revisions.in(site, tx);
    return rows.one({ proxyId, number });
  }

  /** The revisions that these proxies of the site serve. */
  async served(site: SiteId, proxies: readonly Proxy[]): Promise<ProxyRevision[]> {
    const wanted = proxies.flatMap(({ id: proxyId, deployedRevision: number }) =>
      number === null ? [] : [{ proxyId, number }],
    );
    return wanted.length === 0 ? [] : this.#revisions.in(site).all(wanted);
  }

  page(site: SiteId, proxyId: string, { limit, cursor }: { limit: number; cursor?: string }) {
    return this.#revisions.in(site).page({ limit, cursor, where: { proxyId } });
  }

  /** Adds the next revision. The proxy's row is locked, so two never get the same number. */
  async append(tx: Tx, proxy: Proxy, snapshot: RevisionSnapshot, createdBy: string): Promise<ProxyRevision> {
    const { id: proxyId, siteId } = proxy;
    const rows = this.#revisions.in(siteId, tx);
    const [last] = await rows.all({ proxyId }, { order: { number: 'DESC' }, limit: 1 });
    const place = { id: this.ids.next(), siteId, proxyId, number: (last?.number ?? 0) + 1 };
    const revision: ProxyRevision = { ...place, snapshot, createdAt: this.clock.now(), createdBy };
    await rows.insert(revision);
    return revision;
  }

  async deleteOf(tx: Tx, proxy: Proxy): Promise<void> {
    await this.#revisions.in(proxy.siteId, tx).delete({ proxyId: proxy.id });
  }
}
