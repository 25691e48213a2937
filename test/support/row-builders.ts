import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import type { Account } from '../../src/directory/accounts/account.entity.js';
import type { NewRow } from '../../src/platform/database/rows/writable-rows.js';
import type { SiteId } from '../../src/shared/ids/site-id.js';
import { Site } from '../../src/directory/sites/site.entity.js';
import type { User } from '../../src/directory/users/user.entity.js';

/** Rows that are valid and differ from each other; a test names only what it is about. */
export const AT = new Date('2026-01-02T03:04:05.678Z');

export function newId(): string {
  return v7();
}

export function siteRow(values: Partial<Site> = {}): Site {
  const unique = randomUUID();
  const names = { id: newId() as SiteId, name: unique, slug: unique };
  const row = { ...names, ownerId: null, policy: null, createdAt: AT, updatedAt: AT };
  return Object.assign(new Site(), row, values);
}

export function accountRow(values: Partial<NewRow<Account, 'siteId'>> = {}): NewRow<Account, 'siteId'> {
  return { id: newId(), name: randomUUID(), status: 'active', createdAt: AT, updatedAt: AT, ...values };
}

export function userRow(values: Partial<NewRow<User, 'siteId'>> = {}): NewRow<User, 'siteId'> {
  return {
    id: newId(),
    username: randomUUID(),
    kind: 'person',
    status: 'active',
    createdAt: AT,
    updatedAt: AT,
    ...values,
  };
}
