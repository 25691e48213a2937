import { Injectable } from '@nestjs/common';
import { type PreparedRead, PreparedReads } from '../database/prepared-reads.js';
import type { SiteId } from '../shared/ids/site-id.js';

const STATUS = 'SELECT a.status AS status FROM accounts a WHERE a.id = ? AND a.site_id = ?';

/** Whether an account is suspended, as of this moment and without the ORM: asked for every request of the gateway. */
@Injectable()
export class AccountStatusQuery {
  readonly #status: PreparedRead<{ status: 'active' | 'suspended' }>;

  constructor(reads: PreparedReads) {
    this.#status = reads.prepare(STATUS);
  }

  async isActive(site: SiteId, id: string): Promise<boolean> {
    const [row] = await this.#status.all([id, site]);
    return row?.status === 'active';
  }
}
