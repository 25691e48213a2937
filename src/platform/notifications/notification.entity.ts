import { Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, JsonColumn, TimeColumn, WordColumn } from '../database/columns.js';
import type { SiteId } from '../../shared/ids/site-id.js';

/** Something that a user should know: a credential sent in plaintext, a leak, an expiry that is near. */
@Entity('notifications')
@Index('ix_notifications_user_id_id', ['userId', 'id'])
@Index('ix_notifications_site_id', ['siteId'])
export class Notification {
  @IdColumn({ primary: true })
  id: string;

  @ForeignKey('Site', { name: 'fk_notifications_site_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn()
  siteId: SiteId;

  @ForeignKey('User', { name: 'fk_notifications_user_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn()
  userId: string;

  @WordColumn(64)
  kind: string;

  @WordColumn(32)
  subjectType: string;

  @WordColumn(64)
  subjectId: string;

  @JsonColumn()
  details: Record<string, unknown>;

  @TimeColumn()
  createdAt: Date;

  @TimeColumn({ nullable: true })
  readAt: Date | null;
}
