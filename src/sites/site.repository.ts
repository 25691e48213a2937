import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { type DeploymentTable, SiteTables } from '../database/site-table.js';
import type { Tx } from '../database/transaction.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { Site } from './site.entity.js';

/** The sites. They belong to the deployment: a site is what other rows are confined to. */
@Injectable()
export class SiteRepository {
  readonly #sites: DeploymentTable<Site>;

  constructor(tables: SiteTables) {
    this.#sites = tables.ofDeployment(Site);
  }

  byId(id: SiteId, tx?: Tx): Promise<Site | null> {
    const rows = tx === undefined ? this.#sites.rows() : this.#sites.rows(tx);
    return rows.one({ id });
  }

  byIdForUpdate(tx: Tx, id: SiteId): Promise<Site | null> {
    return this.#sites.rows(tx).one({ id }, { lock: true });
  }

  /** In the order in which they were made. */
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
