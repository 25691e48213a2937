import { Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, IntegerColumn, LongTextColumn, TextColumn, TimeColumn } from '../database/columns.js';
import type { SiteId } from '../shared/ids/site-id.js';

/** A certificate of a site, with the chain that came with it and, sealed, its private key if it has one. */
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

  /** PEM: the certificate itself first. What it says (subject, names, …) is read from it. */
  @LongTextColumn()
  chain: string;

  @LongTextColumn({ nullable: true })
  sealedKey: string | null;

  /** When the first of the chain expires. It is here to be searched for. */
  @TimeColumn()
  validTo: Date;

  /** When those who can renew it were told that it expires soon; null again once it was renewed. */
  @TimeColumn({ nullable: true })
  warnedAt: Date | null;

  /** Counts the changes, so that what was built from the row notices each. */
  @IntegerColumn()
  version: number;

  @TimeColumn()
  createdAt: Date;

  @TimeColumn()
  updatedAt: Date;
}
