import { Entity, ForeignKey, Index } from 'typeorm';
import { Announced } from '../../platform/database/announced.js';
import { IdColumn, TextColumn, TimeColumn, WordColumn } from '../../platform/database/columns.js';
import type { SiteId } from '../../shared/ids/site-id.js';

/** A sign-in of a person. The row decides whether the cookie is still valid, so that the server can end a session. */
@Announced<Session>({
  by: { id: 'session', userId: 'user' },
  silent: ['address', 'userAgent', 'endReason', 'lastSeenAt'],
  inserts: false,
})
@Entity('sessions')
@Index('ix_sessions_user_id_id', ['userId', 'id'])
@Index('ix_sessions_site_id', ['siteId'])
@Index('ix_sessions_expires_at', ['expiresAt'])
@Index('ix_sessions_ended_at', ['endedAt'])
@Index('ix_sessions_last_seen_at', ['lastSeenAt'])
export class Session {
  @IdColumn({ primary: true })
  id: string;

  @ForeignKey('Site', { name: 'fk_sessions_site_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn()
  siteId: SiteId;

  @ForeignKey('User', { name: 'fk_sessions_user_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn()
  userId: string;

  @TimeColumn()
  createdAt: Date;

  @TimeColumn()
  lastSeenAt: Date;

  /** The absolute limit. The idle limit follows from lastSeenAt. */
  @TimeColumn()
  expiresAt: Date;

  /** When the person last proved their password. */
  @TimeColumn()
  confirmedAt: Date;

  @WordColumn(64)
  address: string;

  @TextColumn(512, { nullable: true })
  userAgent: string | null;

  @TimeColumn({ nullable: true })
  endedAt: Date | null;

  @WordColumn(32, { nullable: true })
  endReason: string | null;
}
