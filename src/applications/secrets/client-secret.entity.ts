import { Entity, ForeignKey, Index } from 'typeorm';
import { Announced } from '../../platform/database/announced.js';
import { HashColumn, IdColumn, TimeColumn, WordColumn } from '../../platform/database/columns.js';
import type { MakerKind } from '../../shared/authz/authority.js';
import type { SiteId } from '../../shared/ids/site-id.js';

/** A secret of an application. Two may be live at once, so that one can replace the other without a gap. */
@Announced<ClientSecret>({
  by: { id: 'secret', applicationId: 'application' },
  silent: ['last4', 'issuedWithKind', 'issuedWith'],
  inserts: false,
})
@Entity('client_secrets')
@Index('uq_client_secrets_hash', ['hash'], { unique: true })
@Index('ix_client_secrets_application_id', ['applicationId'])
@Index('ix_client_secrets_site_id', ['siteId'])
@Index('ix_client_secrets_expires_at', ['expiresAt'])
@Index('ix_client_secrets_revoked_at', ['revokedAt'])
@Index('ix_client_secrets_issued_with', ['issuedWith'])
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

  @WordColumn(16, { nullable: true })
  issuedWithKind: MakerKind | null;

  /** The lineage key of the value that made this one; null when no value did, and for values that are older than this column. */
  @WordColumn(64, { nullable: true })
  issuedWith: string | null;

  /** The user who got to know the value. No foreign key: it outlives the user it names. */
  @IdColumn({ nullable: true })
  madeBy: string | null;
}
