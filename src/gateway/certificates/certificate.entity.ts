import { Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, IntegerColumn, LongTextColumn, TextColumn, TimeColumn } from '../../platform/database/columns.js';
import type { SiteId } from '../../shared/ids/site-id.js';

/** A certificate of a site, with the chain it was sent with and, sealed, its private key if it has one. */
@Entity('certificates')
@Index('uq_certificates_site_id_name', ['siteId', 'name'], { unique: true })
@Index('ix_certificates_site_id_id', ['siteId', 'id'])
@Index('ix_certificates_site_id_valid_to', ['siteId', 'validTo'])
@Index('ix_certificates_valid_to', ['validTo'])
export class Certificate {
  @IdColumn({ primary: true })
  id: string;

  @ForeignKey('Site', { name: 'fk_certificates_site_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn()
  siteId: SiteId;

  @TextColumn(200)
  name: string;

  /** PEM, starting with the certificate itself. Its contents (subject, names, …) are read from here. */
  @LongTextColumn()
  chain: string;

  @LongTextColumn({ nullable: true })
  sealedKey: string | null;

  /** When the first certificate of the chain expires. A column of its own, so that it can be searched. */
  @TimeColumn()
  validTo: Date;

  /** When the people who can renew it were warned that it expires soon; null again after a renewal. */
  @TimeColumn({ nullable: true })
  warnedAt: Date | null;

  /** Counts changes, so that whatever was built from the row notices each one. */
  @IntegerColumn()
  version: number;

  @TimeColumn()
  createdAt: Date;

  @TimeColumn()
  updatedAt: Date;
}
