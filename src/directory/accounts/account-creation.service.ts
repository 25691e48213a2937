import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.service.js';
import type { AuditActor } from '../../platform/audit/audit.types.js';
import { isDuplicateKey } from '../../platform/database/database-failures.js';
import type { Tx } from '../../platform/database/transaction.js';
import { Clock } from '../../shared/clock/clock.js';
import { duplicateName } from '../../shared/errors/general.errors.js';
import { Ids } from '../../shared/ids/ids.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import type { Account } from './account.entity.js';
import { AccountRepository } from './account.repository.js';

export interface NewAccount {
  readonly siteId: SiteId;
  readonly name: string;
  readonly description: string | null;
}

/** Makes accounts: those that the API asks for, and the first one of every site. */
@Injectable()
export class AccountCreation {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly audit: Audit,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async create(tx: Tx, { siteId, name, description }: NewAccount, actor: AuditActor): Promise<Account> {
    const now = this.clock.now();
    const row = { id: this.ids.next(), siteId, name, description, status: 'active' } as const;
    const account: Account = { ...row, createdAt: now, updatedAt: now };
    await namedOnce(() => this.accounts.insert(tx, account));
    await this.audit.record(tx, {
      siteId,
      action: 'account.created',
      outcome: 'success',
      actor,
      subject: { type: 'account', id: account.id, name },
      details: { description },
    });
    return account;
  }
}

/** @throws duplicateName when the site has an account of that name. */
export async function namedOnce(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    throw duplicateName({ errors: [{ path: 'name', message: 'is the name of another account' }] });
  }
}
