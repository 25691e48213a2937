import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { type DeploymentTable, SiteTables } from '../../platform/database/site-table.js';
import type { Tx } from '../../platform/database/transaction.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { Site } from './site.entity.js';

/** The sites. Their rows belong to the deployment, and all other rows are confined to a site. */
@Injectable()
export class SiteRepository {
  readonly #sites: DeploymentTable<Site>;

  constructor(
    private readonly tables: SiteTables,
    private readonly database: Database,
  ) {
    this.#sites = tables.ofDeployment(Site);
  }

  byId(id: SiteId, tx?: Tx): Promise<Site | null> {
    const rows = tx === undefined ? this.#sites.rows() : this.#sites.rows(tx);
    return rows.one({ id });
  }

  byIdForUpdate(tx: Tx, id: SiteId): Promise<Site | null> {
    return this.#sites.rows(tx).one({ id }, { lock: true });
  }

  /**
   * Of two callers that lock a site, one waits for the other's commit. Inserts of rows of the site don't wait
   * (site-lock.entity.ts).
   */
  async lock(tx: Tx, id: SiteId): Promise<void> {
    if (this.database.dialect === 'sqlite') return; // one writer at a time
    const sql = 'INSERT INTO site_locks (site_id) VALUES (?) ON DUPLICATE KEY UPDATE site_id = VALUES(site_id)';
    await this.tables.statement(tx, 'the lock of that site', null, sql, [id]);
  }

  /** In the order of their creation. */
  all(): Promise<Site[]> {
    return this.#sites.rows().all({}, { order: { id: 'ASC' } });
  }

  withPolicy(): Promise<Site[]> {
    return this.#sites.rows().all({ policy: Not(IsNull()) }, { order: { id: 'ASC' } });
  }

  async isEmpty(tx?: Tx): Promise<boolean> {
    const rows = tx === undefined ? this.#sites.rows() : this.#sites.rows(tx);
    return (await rows.all({}, { limit: 1 })).length === 0;
  }

  async insert(tx: Tx, site: Site): Promise<void> {
    await this.#sites.rows(tx).insert(site);
  }

  async update(tx: Tx, id: SiteId, patch: Partial<Omit<Site, 'id' | 'createdAt'>>): Promise<void> {
    await this.#sites.rows(tx).update({ id }, patch);
  }
}
