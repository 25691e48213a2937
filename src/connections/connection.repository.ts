import { Injectable } from '@nestjs/common';
import { namedOnce } from '../database/named-once.js';
import type { Page } from '../database/page.js';
import { type SiteTable, SiteTables } from '../database/site-table.js';
import type { Tx } from '../database/transaction.js';
import { deleteUnused } from '../database/uses.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { Connection } from './connection.entity.js';

export type ConnectionPatch = Omit<Connection, 'id' | 'siteId' | 'createdAt'>;

/** The versions of a connection and of what it refers to; null where it refers to nothing. */
export interface ConnectionVersions {
  readonly id: string;
  readonly own: number;
  readonly credential: number | null;
  readonly ca: number | null;
  readonly client: number | null;
}

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

  /** Of every connection of the deployment, in one statement. */
  versions(): Promise<ConnectionVersions[]> {
    return this.#connections
      .acrossSites('an instance serves the gateway of every site')
      .query('row')
      .leftJoin('credentials', 'credential', 'credential.id = row.credentialId')
      .leftJoin('certificates', 'ca', 'ca.id = row.caCertificateId')
      .leftJoin('certificates', 'client', 'client.id = row.clientCertificateId')
      .select('row.id', 'id')
      .addSelect('row.version', 'own')
      .addSelect('credential.version', 'credential')
      .addSelect('ca.version', 'ca')
      .addSelect('client.version', 'client')
      .getRawMany<ConnectionVersions>();
  }
}
