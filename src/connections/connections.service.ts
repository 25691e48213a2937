import { Injectable } from '@nestjs/common';
import { type SiteTable, SiteTables } from '../database/site-table.js';
import type { Tx } from '../database/transaction.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { Connection } from './connection.entity.js';

/** What other modules ask about connections. */
@Injectable()
export class Connections {
  readonly #connections: SiteTable<Connection>;

  constructor(tables: SiteTables) {
    this.#connections = tables.of(Connection);
  }

  /** For whoever refers to it: whether the site has it. It stays until the commit. */
  async held(tx: Tx, siteId: SiteId, id: string): Promise<boolean> {
    return (await this.#connections.in(siteId, tx).one({ id }, { lock: true })) !== null;
  }
}
