import { Injectable } from '@nestjs/common';
import { BatchedRead } from '../database/batched-read.js';
import { MOST_KEYS, PreparedReads } from '../database/prepared-reads.js';
import type { SiteId } from '../shared/ids/site-id.js';

interface StatusRow {
  readonly id: string;
  readonly siteId: SiteId;
  readonly status: 'active' | 'suspended';
}

const statusOf = (ids: string) =>
  `SELECT a.id AS id, a.site_id AS siteId, a.status AS status FROM accounts a WHERE a.id IN (${ids})`;

/** Whether an account is suspended, as of this moment and without the ORM: asked for every request of the gateway. */
@Injectable()
export class AccountStatusQuery {
  readonly #accounts: BatchedRead<StatusRow>;

  constructor(reads: PreparedReads) {
    const read = reads.prepareIn<StatusRow>(statusOf);
    this.#accounts = new BatchedRead(async (ids) => {
      const rows = await read.all(ids);
      return new Map(rows.map((row) => [row.id, row]));
    }, MOST_KEYS);
  }

  async isActive(site: SiteId, id: string): Promise<boolean> {
    const row = (await this.#accounts.find(id)).get(id);
    return row?.siteId === site && row.status === 'active';
  }
}
