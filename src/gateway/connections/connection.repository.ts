import { Injectable } from '@nestjs/common';
import { namedOnce } from '../../platform/database/named-once.js';
import type { Page } from '../../platform/database/page.js';
import { type SiteTable, SiteTables } from '../../platform/database/site-table.js';
import type { Tx } from '../../platform/database/transaction.js';
import { deleteUnused } from '../../platform/database/unused-rows.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { Connection } from './connection.entity.js';

export type ConnectionPatch = Omit<Connection, 'id' | 'siteId' | 'createdAt'>;

/** The connections of a site. */
@Injectable()
export class ConnectionRepository {
  readonly #connections: SiteTable<Connection>;

  constructor(tables: SiteTables) {
    this.#connections = tables.of(Connection);
  }

  byId(site: SiteId, id: string): Promise<Connection | null> {
    return this.#connections.in(site).one({ id });
  }

  byIdForUpdate(tx: Tx, site: SiteId, id: string): Promise<Connection | null> {
    return this.#connections.in(site, tx).one({ id }, { lock: true });
  }

  page(site: SiteId, { limit, cursor }: { limit: number; cursor?: string | undefined }): Promise<Page<Connection>> {
    return this.#connections.in(site).page({ limit, cursor });
  }

  async insert(tx: Tx, connection: Connection): Promise<void> {
    await namedOnce('connection', () => this.#connections.in(connection.siteId, tx).insert(connection));
  }

  async update(tx: Tx, { siteId, id }: Connection, patch: ConnectionPatch): Promise<void> {
    await namedOnce('connection', () => this.#connections.in(siteId, tx).update({ id }, patch));
  }

  async delete(tx: Tx, { siteId, id }: Connection): Promise<void> {
    await deleteUnused(this.#connections.in(siteId, tx), id);
  }
}
