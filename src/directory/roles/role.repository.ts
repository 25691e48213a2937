import { Injectable } from '@nestjs/common';
import { type SiteTable, SiteTables } from '../../platform/database/site-table.js';
import type { Tx } from '../../platform/database/transaction.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { Role } from './role.entity.js';

/** The roles that sites have added. The built-in roles have no rows. */
@Injectable()
export class RoleRepository {
  readonly #roles: SiteTable<Role>;

  constructor(tables: SiteTables) {
    this.#roles = tables.of(Role);
  }

  all(site: SiteId, tx?: Tx): Promise<Role[]> {
    const rows = tx === undefined ? this.#roles.in(site) : this.#roles.in(site, tx);
    return rows.all({}, { order: { name: 'ASC' } });
  }

  /**
   * Locks the role until the commit: nobody can delete a role while somebody gives it to a user, and two changes of a role run
   * one after the other.
   */
  byNameForUpdate(tx: Tx, site: SiteId, name: string): Promise<Role | null> {
    return this.#roles.in(site, tx).one({ name }, { lock: true });
  }

  async insert(tx: Tx, role: Role): Promise<void> {
    await this.#roles.in(role.siteId, tx).insert(role);
  }

  async update(tx: Tx, role: Role, patch: Pick<Role, 'description' | 'scopes' | 'updatedAt'>): Promise<void> {
    await this.#roles.in(role.siteId, tx).update({ id: role.id }, patch);
  }

  async delete(tx: Tx, role: Role): Promise<void> {
    await this.#roles.in(role.siteId, tx).delete({ id: role.id });
  }

  /** How many users hold the role. The users module owns that fact, but can't be imported here, because it imports roles. */
  async countHolders(tx: Tx, role: Role): Promise<number> {
    const holders = '(SELECT COUNT(*) FROM user_roles held WHERE held.site_id = row.siteId AND held.role = row.name)';
    const found = await this.#roles
      .in(role.siteId, tx)
      .query('row')
      .select(holders, 'holders')
      .andWhere('row.id = :id', { id: role.id })
      .getRawOne<{ holders: number | string }>();
    return Number(found?.holders ?? 0);
  }
}
