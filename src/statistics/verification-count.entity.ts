import { Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, IntegerColumn, TimeColumn } from '../platform/database/columns.js';
import type { SiteId } from '../shared/ids/site-id.js';

/** How often the tokens of a site were presented in an hour, over all instances, and how often one was refused. */
@Entity('verification_counts')
@Index('uq_verification_counts_site_id_hour', ['siteId', 'hour'], { unique: true })
@Index('ix_verification_counts_hour', ['hour'])
export class VerificationCount {
  @IdColumn({ primary: true })
  id: string;

  @ForeignKey('Site', { name: 'fk_verification_counts_site_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn()
  siteId: SiteId;

  /** The start of the hour. */
  @TimeColumn()
  hour: Date;

  @IntegerColumn()
  verified: number;

  @IntegerColumn()
  refused: number;
}
