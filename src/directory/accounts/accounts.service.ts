import { Injectable } from '@nestjs/common';
import type { SiteId } from '../../shared/ids/site-id.js';
import type { Account, AccountStatus } from './account.entity.js';
import { AccountRepository } from './account.repository.js';
import { accountNotFound } from './accounts.errors.js';

/** What other modules ask about accounts. */
@Injectable()
export class Accounts {
  constructor(private readonly accounts: AccountRepository) {}

  /** @throws accountNotFound */
  async read(site: SiteId, id: string): Promise<Account> {
    const account = await this.accounts.byId(site, id);
    if (account === null) throw accountNotFound();
    return account;
  }

  async isActive(site: SiteId, id: string): Promise<boolean> {
    return (await this.statusOf(site, id)) === 'active';
  }

  /** Null when the site has no such account. */
  async statusOf(site: SiteId, id: string): Promise<AccountStatus | null> {
    return (await this.accounts.byId(site, id))?.status ?? null;
  }

  async nameOf(site: SiteId, id: string): Promise<string | null> {
    return (await this.accounts.byId(site, id))?.name ?? null;
  }

  /** The id of the site's only account; null when it has several. */
  async only(site: SiteId): Promise<string | null> {
    const [first, ...others] = await this.accounts.firstTwo(site);
    return first === undefined || others.length > 0 ? null : first.id;
  }
}
