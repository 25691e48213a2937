import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Accounts } from '../accounts/accounts.service.js';
import { accountMismatch, accountNotFound } from '../accounts/accounts.errors.js';
import { Settings } from '../config/settings.js';
import type { Principal } from '../shared/authz/principal.js';
import { invalidRequest, validationFailed } from '../shared/errors/general.errors.js';
import { accountRequired, accountSuspended } from './auth.errors.js';

/** Which account a call is about (CONTRACT §6): the header's, else the token's, else the site's only one. */
@Injectable()
export class AccountRules {
  /** In lower case. */
  readonly #headers: readonly string[];

  constructor(
    private readonly accounts: Accounts,
    private readonly settings: Settings,
  ) {
    this.#headers = settings.accountHeaders.map((name) => name.toLowerCase());
  }

  async resolve(principal: Principal, rawHeaders: readonly string[]): Promise<string> {
    const named = this.named(rawHeaders);
    if (named !== null) return this.requireUsable(principal, named);
    if (principal.accountId !== null) return principal.accountId;
    const only = await this.accounts.only(principal.siteId);
    if (only === null) throw accountRequired();
    return this.requireUsable(principal, only);
  }

  /** The account, when the principal may act in it now. */
  async requireUsable(principal: Principal, accountId: string): Promise<string> {
    if (principal.accountId !== null && principal.accountId !== accountId) throw accountMismatch();
    const status = await this.accounts.statusOf(principal.siteId, accountId);
    if (status === null) throw accountNotFound();
    if (status === 'suspended') throw accountSuspended();
    return accountId;
  }

  /** For a call whose account is settled already: nothing may say another one, and it must be active. */
  requireSame(principal: Principal, rawHeaders: readonly string[], accountId: string, isActive: boolean): void {
    const named = this.named(rawHeaders);
    if (named !== null && named.toLowerCase() !== accountId) throw accountMismatch();
    if (principal.accountId !== null && principal.accountId !== accountId) throw accountMismatch();
    if (!isActive) throw accountSuspended();
  }

  /** What the account headers name. The raw headers are read, because Node joins or drops repeated ones and a disagreement must be seen. */
  named(rawHeaders: readonly string[]): string | null {
    let value: string | null = null;
    for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
      if (!this.#headers.includes(rawHeaders[i]?.toLowerCase() ?? '')) continue;
      const named = rawHeaders[i + 1]?.trim() ?? '';
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
