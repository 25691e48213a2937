import { Entity, ForeignKey, Index } from 'typeorm';
import { HashColumn, IdColumn, TimeColumn } from '../database/columns.js';
import type { SiteId } from '../shared/ids/site-id.js';

/** A link that lets a person set their password once. */
@Entity('invitations')
@Index('uq_invitations_hash', ['hash'], { unique: true })
@Index('ix_invitations_user_id', ['userId'])
@Index('ix_invitations_site_id', ['siteId'])
@Index('ix_invitations_expires_at', ['expiresAt'])
@Index('ix_invitations_used_at', ['usedAt'])
export class Invitation {
  @IdColumn({ primary: true })
  id: string;

  @ForeignKey('Site', { name: 'fk_invitations_site_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn()
  siteId: SiteId;

  @ForeignKey('User', { name: 'fk_invitations_user_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn()
  userId: string;

  @HashColumn()
  hash: string;

  @TimeColumn()
  expiresAt: Date;

  @TimeColumn()
  createdAt: Date;

  @TimeColumn({ nullable: true })
  usedAt: Date | null;
}
