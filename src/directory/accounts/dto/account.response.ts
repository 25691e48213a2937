import type { Account, AccountStatus } from '../account.entity.js';

export class AccountResponse {
  /** @example "0199c0de-0000-7000-8000-000000000001" */
  id: string;

  /** @example "ACME Wholesale" */
  name: string;

  /** @example "The wholesale department, since 2027" */
  description: string | null;

  /**
   * Whether the account is active or suspended. The tokens of a suspended account are refused until it is resumed.
   * @example "active"
   */
  status: AccountStatus;

  /** @example "2026-11-01T09:30:00.000Z" */
  createdAt: string;

  /** @example "2026-11-01T09:30:00.000Z" */
  updatedAt: string;
}

export class AccountPageResponse {
  items: AccountResponse[];

  /**
   * Send it as `cursor` to get the next page; null on the last page.
   * @example null
   */
  nextCursor: string | null;
}

export function accountResponse(account: Account): AccountResponse {
  return {
    id: account.id,
    name: account.name,
    description: account.description,
    status: account.status,
    createdAt: account.createdAt.toISOString(),
    updatedAt: account.updatedAt.toISOString(),
  };
}
