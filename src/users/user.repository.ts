import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { isDuplicateKey } from '../database/database-failures.js';
import type { Page } from '../database/page.js';
import { containing } from '../database/containing.js';
import { type SiteTable, SiteTables } from '../database/site-table.js';
import type { Tx } from '../database/transaction.js';
import { duplicateName } from '../shared/errors/general.errors.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { User } from './user.entity.js';
import type { UserFilter } from './users.types.js';

export type UserPatch = Partial<Pick<User, 'username' | 'email' | 'status' | 'passwordHash' | 'passwordChangedAt'>> & {
  readonly updatedAt: Date;
};

/** The users table. */
@Injectable()
export class UserRepository {
  readonly #users: SiteTable<User>;

  constructor(tables: SiteTables) {
    this.#users = tables.of(User);
  }

  /** @throws duplicateName when another user of the deployment has the username or the e-mail. */
  async insert(tx: Tx, user: User): Promise<void> {
    await namingTheDuplicate(() => this.#users.in(user.siteId, tx).insert(user));
  }

  /** @throws duplicateName as insert does. */
  async update(tx: Tx, site: SiteId, id: string, patch: UserPatch): Promise<void> {
    await namingTheDuplicate(() => this.#users.in(site, tx).update({ id }, patch));
  }

  byId(site: SiteId, id: string): Promise<User | null> {
    return this.#users.in(site).one({ id });
  }

  /** Locked until the commit: nobody suspends or changes the user meanwhile. */
  byIdForUpdate(tx: Tx, site: SiteId, id: string): Promise<User | null> {
    return this.#users.in(site, tx).one({ id }, { lock: true });
  }

  byLogin(name: string): Promise<User | null> {
    const users = this.#users.acrossSites('a person signs in before their site is known');
    // A username has no @ and an e-mail address has one, so at most one row is found.
    return users.one(name.includes('@') ? { email: name } : { username: name });
  }

  async countActivePersons(tx: Tx, site: SiteId, ids: readonly string[]): Promise<number> {
    if (ids.length === 0) return 0;
    return this.#users.in(site, tx).count({ id: In([...ids]), status: 'active', kind: 'person' });
  }

  page(site: SiteId, filter: UserFilter): Promise<Page<User>> {
    const { limit, cursor, kind, status, role, search } = filter;
    return this.#users.in(site).page({
      limit,
      cursor,
      where: { ...(kind && { kind }), ...(status && { status }) },
      refine: (query) => {
        if (role !== undefined)
          query.andWhere('EXISTS (SELECT 1 FROM user_roles held WHERE held.user_id = row.id AND held.role = :role)', {
            role,
          });
        if (search !== undefined)
          query.andWhere("(row.username LIKE :search ESCAPE '!' OR row.email LIKE :search ESCAPE '!')", {
            search: containing(search),
          });
      },
    });
  }
}

/** Both dialects name what was violated: `uq_users_email`, `users.email`. */
async function namingTheDuplicate<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const path = error instanceof Error && /uq_users_email|users\.email/.test(error.message) ? 'email' : 'username';
    throw duplicateName({
      detail: path === 'email' ? 'Another user has this e-mail address.' : 'Another user has this username.',
      errors: [{ path, message: 'is taken' }],
      cause: error,
    });
  }
}
