import { Entity, ForeignKey, Index } from 'typeorm';
import { Announced } from '../../platform/database/announced.js';
import { IdColumn, TextColumn, TimeColumn, WordColumn } from '../../platform/database/columns.js';
import type { UserKind } from '../../shared/authz/principal.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import type { StoredUserStatus } from './users.types.js';

/**
 * Usernames and e-mail addresses are stored in lower case and are unique in the deployment: people sign in before their site is
 * known.
 */
@Announced<User>({
  by: { id: 'user' },
  silent: ['email', 'passwordHash', 'passwordChangedAt', 'updatedAt'],
  inserts: false,
})
@Entity('users')
@Index('uq_users_username', ['username'], { unique: true })
@Index('uq_users_email', ['email'], { unique: true })
@Index('ix_users_site_id_id', ['siteId', 'id'])
@Index('ix_users_status_updated_at', ['status', 'updatedAt'])
export class User {
  @IdColumn({ primary: true })
  id: string;

  @ForeignKey('Site', { name: 'fk_users_site_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn()
  siteId: SiteId;

  @TextColumn(190)
  username: string;

  @TextColumn(254, { nullable: true })
  email: string | null;

  @WordColumn(16)
  kind: UserKind;

  @WordColumn(16)
  status: StoredUserStatus;

  /** Argon2id in PHC form; null until the invitation is accepted, and always for a service account. */
  @WordColumn(255, { nullable: true })
  passwordHash: string | null;

  @TimeColumn({ nullable: true })
  passwordChangedAt: Date | null;

  @TimeColumn()
  createdAt: Date;

  @TimeColumn()
  updatedAt: Date;
}
