import { Entity, ForeignKey, Index } from 'typeorm';
import { HashColumn, IdColumn, TimeColumn, WordColumn } from '../../../platform/database/columns.js';
import type { SiteId } from '../../../shared/ids/site-id.js';
import type { LinkMakerKind } from '../users.types.js';

/**
 * A link that lets a person set their password once. The row keeps the maker and the maker's credential: both are judged again
 * when the link is used (contract §6). `madeBy` has no foreign key, because the row outlives the user it names.
 */
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

  /** The user who made the link; null when no user did. */
  @IdColumn({ nullable: true })
  madeBy: string | null;

  /** The kind of credential that made the link; null for a link from before this was kept. */
  @WordColumn(16, { nullable: true })
  issuedWithKind: LinkMakerKind | null;

  /** The id of the session or the token that made the link. */
  @IdColumn({ nullable: true })
  issuedWith: string | null;

  @TimeColumn()
  expiresAt: Date;

  @TimeColumn()
  createdAt: Date;

  @TimeColumn({ nullable: true })
  usedAt: Date | null;
}
