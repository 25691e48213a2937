import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { isDuplicateKey } from '../../platform/database/database-failures.js';
import type { Page } from '../../platform/database/page.js';
import { containing } from '../../platform/database/like-pattern.js';
import { type SiteTable, SiteTables } from '../../platform/database/site-table.js';
import type { Tx } from '../../platform/database/transaction.js';
import { duplicateName } from '../../shared/errors/general.errors.js';
import { normalLogin } from '../../shared/authz/login-name.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { User } from './user.entity.js';
import type { UserFilter, UserStatus } from './users.types.js';

export type UserPatch = Partial<Pick<User, 'username' | 'email' | 'status' | 'passwordHash' | 'passwordChangedAt'>> & {
  readonly updatedAt: Date;
};

/** A user who was not removed. This repository shows no others. */
export type LivingUser = User & { readonly status: UserStatus };

const LIVING = Not('removed' as const);

/** The users table. It also holds tombstones, which no method here returns. */
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

  /** @throws duplicateName in the same cases as `insert`. */
  async update(tx: Tx, site: SiteId, id: string, patch: UserPatch): Promise<void> {
    await namingTheDuplicate(() => this.#users.in(site, tx).update({ id }, patch));
  }

  byId(site: SiteId, id: string): Promise<LivingUser | null> {
    return living(this.#users.in(site).one({ id, status: LIVING }));
  }

  /** Locks the user until the commit: nobody suspends or changes the user in the meantime. */
  byIdForUpdate(tx: Tx, site: SiteId, id: string): Promise<LivingUser | null> {
    return living(this.#users.in(site, tx).one({ id, status: LIVING }, { lock: true }));
  }

  byLogin(name: string): Promise<LivingUser | null> {
    const users = this.#users.acrossSites('a person signs in before their site is known');
    // A username has no @ and an e-mail address has one, so at most one row is found.
    return living(users.one({ status: LIVING, ...(name.includes('@') ? { email: name } : { username: name }) }));
  }

  async activePersons(tx: Tx, site: SiteId, ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const users = await this.#users.in(site, tx).all({ id: In([...ids]), status: 'active', kind: 'person' });
    return users.map(({ id }) => id);
  }

  /** How many of these users can sign in. A user who never set a password can't: their link may have been lost. */
  async countSigningIn(tx: Tx, site: SiteId, ids: readonly string[]): Promise<number> {
    if (ids.length === 0) return 0;
    const where = { id: In([...ids]), status: 'active', kind: 'person', passwordHash: Not(IsNull()) } as const;
    return this.#users.in(site, tx).count(where);
  }

  /** The users with these ids, without those who were removed. */
  async byIds(site: SiteId, ids: readonly string[]): Promise<LivingUser[]> {
    if (ids.length === 0) return [];
    return (await this.#users.in(site).all({ id: In([...ids]), status: LIVING })) as LivingUser[];
  }

  /** Reduces a user to what revoked tokens refer to. Nothing that remains says who the user was, and the names are free again. */
  async makeTombstone(tx: Tx, site: SiteId, id: string, at: Date): Promise<void> {
    // No username contains a colon, so this one collides with nobody's.
    const nobody = { username: `removed:${id}`, email: null, passwordHash: null, passwordChangedAt: null };
    await this.#users.in(site, tx).update({ id }, { ...nobody, status: 'removed', updatedAt: at });
  }

  async page(site: SiteId, filter: UserFilter): Promise<Page<LivingUser>> {
    const { limit, cursor, kind, status, role, search } = filter;
    const page = await this.#users.in(site).page({
      limit,
      cursor,
      where: { ...(kind && { kind }), status: status ?? LIVING },
      refine: (query) => {
        if (role !== undefined)
          query.andWhere('EXISTS (SELECT 1 FROM user_roles held WHERE held.user_id = row.id AND held.role = :role)', {
            role,
          });
        if (search !== undefined)
          query.andWhere("(row.username LIKE :search ESCAPE '!' OR row.email LIKE :mailbox ESCAPE '!')", {
            search: containing(search),
            mailbox: containing(mailboxPart(search)),
          });
      },
    });
    return page as Page<LivingUser>;
  }
}

/** A part of an address in the stored form: a domain, or what of it was typed, in ASCII. */
function mailboxPart(search: string): string {
  return search.includes('@') ? normalLogin(search) : normalLogin(`@${search}`).slice(1);
}

/** The query's condition has checked the status, which the type can't know. */
async function living(found: Promise<User | null>): Promise<LivingUser | null> {
  return (await found) as LivingUser | null;
}

/** Both dialects name the violated constraint: `uq_users_email`, `users.email`. */
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
