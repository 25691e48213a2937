import { Entity, ForeignKey, Index } from 'typeorm';
import { Announced } from '../../platform/database/announced.js';
import { IdColumn, WordColumn } from '../../platform/database/columns.js';
import type { SiteId } from '../../shared/ids/site-id.js';

/** A role that a user holds, by name: built-in roles have no row to refer to. */
@Announced<UserRole>({
  by: { userId: 'user' },
  silent: [],
  inserts: true,
})
@Entity('user_roles')
@Index('ix_user_roles_site_id_role', ['siteId', 'role'])
export class UserRole {
  @ForeignKey('User', { name: 'fk_user_roles_user_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn({ primary: true })
  userId: string;

  @WordColumn(64, { primary: true })
  role: string;

  @ForeignKey('Site', { name: 'fk_user_roles_site_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn()
  siteId: SiteId;
}
