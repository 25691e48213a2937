import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type SiteTable, SiteTables } from '../../platform/database/site-table.js';
import type { Tx } from '../../platform/database/transaction.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { UserRole } from './user-role.entity.js';

/** Who holds which role. */
@Injectable()
export class UserRoleRepository {
  readonly #held: SiteTable<UserRole>;

  constructor(tables: SiteTables) {
    this.#held = tables.of(UserRole);
  }

  /** The role names of each user, sorted; users without roles are left out. */
  async ofUsers(site: SiteId, userIds: readonly string[], tx?: Tx): Promise<ReadonlyMap<string, readonly string[]>> {
    const byUser = new Map<string, string[]>();
    if (userIds.length === 0) return byUser;
    const rows = tx === undefined ? this.#held.in(site) : this.#held.in(site, tx);
    for (const { userId, role } of await rows.all({ userId: In([...userIds]) }, { order: { role: 'ASC' } })) {
      byUser.set(userId, [...(byUser.get(userId) ?? []), role]);
    }
    return byUser;
  }

  async give(tx: Tx, site: SiteId, userId: string, roles: readonly string[]): Promise<void> {
    if (roles.length === 0) return;
    await this.#held.in(site, tx).insert(roles.map((role) => ({ userId, role })));
  }

  async take(tx: Tx, site: SiteId, userId: string, roles: readonly string[]): Promise<void> {
    if (roles.length === 0) return;
    await this.#held.in(site, tx).delete({ userId, role: In([...roles]) });
  }

  async takeAll(tx: Tx, site: SiteId, userId: string): Promise<void> {
    await this.#held.in(site, tx).delete({ userId });
  }

  /** The users who hold one of these roles, each once. */
  async holders(tx: Tx, site: SiteId, ...roles: readonly string[]): Promise<string[]> {
    const rows = await this.#held.in(site, tx).all({ role: In([...roles]) });
    return [...new Set(rows.map(({ userId }) => userId))];
  }
}
