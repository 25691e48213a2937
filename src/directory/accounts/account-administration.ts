import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.service.js';
import { type AuditAction, actorOf } from '../../platform/audit/audit.types.js';
import type { Page } from '../../platform/database/page.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../shared/authz/actor.js';
import type { Principal } from '../../shared/authz/principal.js';
import { Clock } from '../../shared/clock/clock.js';
import { AccountCreation, namedOnce } from './account-creation.service.js';
import type { Account, AccountStatus } from './account.entity.js';
import { type AccountPatch, AccountRepository, type AccountSearch } from './account.repository.js';
import { accountMismatch, accountNotFound } from './accounts.errors.js';

/**
 * Administers the accounts of the caller's site. A credential that is pinned to an account sees and changes that account alone.
 */
@Injectable()
export class AccountAdministration {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly founding: AccountCreation,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(principal: Principal, search: Omit<AccountSearch, 'only'>): Promise<Page<Account>> {
    return this.accounts.page(principal.siteId, { ...search, only: principal.accountId });
  }

  async read(principal: Principal, id: string): Promise<Account> {
    const account = await this.accounts.byId(principal.siteId, id);
    if (account === null) throw accountNotFound();
    requireInReach(principal, id);
    return account;
  }

  async create(actor: Actor, wanted: { name: string; description: string | null }): Promise<Account> {
    const { siteId, accountId } = actor.principal;
    if (accountId !== null) throw accountMismatch({ detail: 'A token of one account cannot make another.' });
    return this.unitOfWork.run((tx) => this.founding.create(tx, { siteId, ...wanted }, actorOf(actor)));
  }

  async update(
    actor: Actor,
    id: string,
    wanted: { name?: string | undefined; description?: string | null | undefined },
  ): Promise<Account> {
    return this.#change(actor, id, 'account.updated', (account) => {
      const patch: AccountPatch = {};
      if (wanted.name !== undefined && wanted.name !== account.name) patch.name = wanted.name;
      if (wanted.description !== undefined && wanted.description !== account.description)
        patch.description = wanted.description;
      return patch;
    });
  }

  /**
   * Suspending an account stops every token that is pinned to it from the commit on: each use of a token reads the account's row.
   */
  async setStatus(actor: Actor, id: string, status: AccountStatus): Promise<Account> {
    const action = status === 'suspended' ? 'account.suspended' : 'account.resumed';
    return this.#change(actor, id, action, (account) => (account.status === status ? {} : { status }));
  }

  /** A change that alters nothing is not an error, and leaves no trace in the audit log. */
  async #change(
    actor: Actor,
    id: string,
    action: AuditAction,
    patchOf: (account: Account) => AccountPatch,
  ): Promise<Account> {
    const { principal } = actor;
    return this.unitOfWork.run(async (tx) => {
      const account = await this.accounts.byIdForUpdate(tx, principal.siteId, id);
      if (account === null) throw accountNotFound();
      requireInReach(principal, id);
      const details = patchOf(account);
      if (Object.keys(details).length === 0) return account;
      const patch = { ...details, updatedAt: this.clock.now() };
      await namedOnce(() => this.accounts.update(tx, account, patch));
      const subject = { type: 'account', id, name: account.name };
      const { siteId } = account;
      await this.audit.record(tx, { siteId, action, outcome: 'success', actor: actorOf(actor), subject, details });
      return Object.assign(account, patch);
    });
  }
}

function requireInReach(principal: Principal, id: string): void {
  if (principal.accountId !== null && principal.accountId !== id) throw accountMismatch();
}
