import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Accounts } from '../directory/accounts/accounts.service.js';
import { accountMismatch, accountNotFound } from '../directory/accounts/accounts.errors.js';
import { Settings } from '../platform/config/settings.js';
import type { Principal } from '../shared/authz/principal.js';
import { invalidRequest, validationFailed } from '../shared/errors/general.errors.js';
import { plainHeaderName } from '../shared/protocol/header-name.js';
import { accountRequired, accountSuspended } from './principals.errors.js';

/** The account of a call (contract §6): the header's, else the token's, else the site's only one. */
@Injectable()
export class AccountRules {
  /** In the form that `plainHeaderName` returns. */
  readonly #headers: readonly string[];

  constructor(
    private readonly accounts: Accounts,
    private readonly settings: Settings,
  ) {
    this.#headers = settings.accountHeaders.map(plainHeaderName);
  }

  async resolve(principal: Principal, rawHeaders: readonly string[]): Promise<string> {
    const named = this.named(rawHeaders);
    if (named !== null) return this.requireUsable(principal, named);
    if (principal.accountId !== null) return principal.accountId;
    const only = await this.accounts.only(principal.siteId);
    if (only === null) throw accountRequired();
    return this.requireUsable(principal, only);
  }

  /** The account, if the principal may act in it now. */
  async requireUsable(principal: Principal, accountId: string): Promise<string> {
    if (principal.accountId !== null && principal.accountId !== accountId) throw accountMismatch();
    const status = await this.accounts.statusOf(principal.siteId, accountId);
    if (status === null) throw accountNotFound();
    if (status === 'suspended') throw accountSuspended();
    return accountId;
  }

  /** For a call whose account is already settled: nothing may name another one, and the account must be active. */
  requireSame(principal: Principal, rawHeaders: readonly string[], accountId: string, isActive: boolean): void {
    const named = this.named(rawHeaders);
    if (named !== null && named !== accountId) throw accountMismatch();
    if (principal.accountId !== null && principal.accountId !== accountId) throw accountMismatch();
    if (!isActive) throw accountSuspended();
  }

  /**
   * The id that the account headers name, in lower case. Reads the raw headers, because Node joins or drops repeated ones and a
   * disagreement must be noticed, even with a header that has `_` in place of `-`: an API may treat the two as one.
   */
  named(rawHeaders: readonly string[]): string | null {
    let value: string | null = null;
    for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
      if (!this.#headers.includes(plainHeaderName(rawHeaders[i] ?? ''))) continue;
      const named = rawHeaders[i + 1]?.trim().toLowerCase() ?? '';
      if (value !== null && value !== named)
        throw invalidRequest({ detail: 'The account headers of this request disagree.' });
      value = named;
    }
    if (value === null) return null;
    if (!isUUID(value))
      throw validationFailed({
        errors: [{ path: `header.${this.settings.accountHeaders[0] ?? ''}`, message: 'must be the id of an account' }],
      });
    return value;
  }
}
