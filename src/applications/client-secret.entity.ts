import { Entity, ForeignKey, Index } from 'typeorm';
import { HashColumn, IdColumn, TimeColumn, WordColumn } from '../database/columns.js';
import type { SiteId } from '../shared/ids/site-id.js';

/** A secret of an application; two may live at once, so that one can replace the other without a gap. */
@Entity('client_secrets')
@Index('uq_client_secrets_hash', ['hash'], { unique: true })
@Index('ix_client_secrets_application_id', ['applicationId'])
@Index('ix_client_secrets_site_id', ['siteId'])
@Index('ix_client_secrets_expires_at', ['expiresAt'])
@Index('ix_client_secrets_revoked_at', ['revokedAt'])
export class ClientSecret {
  @IdColumn({ primary: true })
  id: string;

  @ForeignKey('Site', { name: 'fk_client_secrets_site_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn()
  siteId: SiteId;

  @ForeignKey('Application', { name: 'fk_client_secrets_application_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn()
  applicationId: string;

  @HashColumn()
  hash: string;

  @WordColumn(4)
  last4: string;

  @TimeColumn()
  createdAt: Date;

  @TimeColumn({ nullable: true })
  expiresAt: Date | null;

  @TimeColumn({ nullable: true })
  revokedAt: Date | null;
}
