import { Injectable } from '@nestjs/common';
import { containing } from '../../platform/database/like-pattern.js';
import type { Page } from '../../platform/database/page.js';
import { type SiteTable, SiteTables } from '../../platform/database/site-table.js';
import type { Tx } from '../../platform/database/transaction.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { Account, type AccountStatus } from './account.entity.js';

export interface AccountSearch {
  readonly limit: number;
  readonly cursor?: string;
  readonly status?: AccountStatus;
  readonly search?: string;
  /** For a pinned credential: the only account in its reach. */
  readonly only: string | null;
}

/** The accounts of a site. */
@Injectable()
export class AccountRepository {
  readonly #accounts: SiteTable<Account>;

  constructor(tables: SiteTables) {
    this.#accounts = tables.of(Account);
  }

  byId(site: SiteId, id: string): Promise<Account | null> {
    return this.#accounts.in(site).one({ id });
  }

  byIdForUpdate(tx: Tx, site: SiteId, id: string): Promise<Account | null> {
    return this.#accounts.in(site, tx).one({ id }, { lock: true });
  }

  /** At most two accounts. Callers only ask whether a site has one account or several. */
  firstTwo(site: SiteId): Promise<Account[]> {
    return this.#accounts.in(site).all({}, { limit: 2 });
  }

  page(site: SiteId, { limit, cursor, status, search, only }: AccountSearch): Promise<Page<Account>> {
    return this.#accounts.in(site).page({
      limit,
      cursor,
      refine: (query) => {
        if (only !== null) query.andWhere('row.id = :only', { only });
        if (status !== undefined) query.andWhere('row.status = :status', { status });
        if (search !== undefined)
          query.andWhere("LOWER(row.name) LIKE :search ESCAPE '!'", { search: containing(search) });
      },
    });
  }

  async insert(tx: Tx, account: Account): Promise<void> {
    await this.#accounts.in(account.siteId, tx).insert(account);
  }

  async update(tx: Tx, account: Account, patch: AccountPatch): Promise<void> {
    await this.#accounts.in(account.siteId, tx).update({ id: account.id }, patch);
  }
}

export type AccountPatch = Partial<Pick<Account, 'name' | 'description' | 'status' | 'updatedAt'>>;
