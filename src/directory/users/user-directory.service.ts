import { Injectable } from '@nestjs/common';
import type { Page } from '../../platform/database/page.js';
import type { Tx } from '../../platform/database/transaction.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { recordOf } from './user-record.js';
import { UserRoleRepository } from './user-role.repository.js';
import { UserRepository } from './user.repository.js';
import { userNotFound } from './users.errors.js';
import type { UserFilter, UserRecord } from './users.types.js';

/** Shows the users of a site with their roles. */
@Injectable()
export class UserDirectory {
  constructor(
    private readonly users: UserRepository,
    private readonly held: UserRoleRepository,
  ) {}

  async list(siteId: SiteId, filter: UserFilter): Promise<Page<UserRecord>> {
    const page = await this.users.page(siteId, filter);
    const roles = await this.held.ofUsers(
      siteId,
      page.items.map(({ id }) => id),
    );
    return { items: page.items.map((user) => recordOf(user, roles.get(user.id) ?? [])), nextCursor: page.nextCursor };
  }

  /** @throws userNotFound */
  async read(siteId: SiteId, id: string): Promise<UserRecord> {
    const user = await this.users.byId(siteId, id);
    if (user === null) throw userNotFound();
    const roles = await this.held.ofUsers(siteId, [id]);
    return recordOf(user, roles.get(id) ?? []);
  }

  /** The current state of the user, locked until the commit. @throws userNotFound */
  async readForUpdate(tx: Tx, siteId: SiteId, id: string): Promise<UserRecord> {
    const user = await this.findForUpdate(tx, siteId, id);
    if (user === null) throw userNotFound();
    return user;
  }

  /** As `readForUpdate`; null when the site has no such user. */
  async findForUpdate(tx: Tx, siteId: SiteId, id: string): Promise<UserRecord | null> {
    const user = await this.users.byIdForUpdate(tx, siteId, id);
    if (user === null) return null;
    const roles = await this.held.ofUsers(siteId, [id], tx);
    return recordOf(user, roles.get(id) ?? []);
  }

  /** The usernames of these users by id. Users who don't exist are left out. */
  async usernames(siteId: SiteId, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const users = await this.users.byIds(siteId, [...new Set(ids)]);
    return new Map(users.map(({ id, username }) => [id, username]));
  }

  /** The active people who hold one of these roles. */
  async activePersonsWith(tx: Tx, siteId: SiteId, roles: readonly string[]): Promise<string[]> {
    return this.users.activePersons(tx, siteId, await this.held.holders(tx, siteId, ...roles));
  }

  /**
   * How many people other than this one can sign in and hold the role. Only a lock of the caller keeps the number true until the
   * commit.
   */
  async countOtherHoldersSigningIn(tx: Tx, siteId: SiteId, role: string, exceptUserId: string): Promise<number> {
    const holders = await this.held.holders(tx, siteId, role);
    const others = holders.filter((id) => id !== exceptUserId);
    return this.users.countSigningIn(tx, siteId, others);
  }
}
