import { Entity, ForeignKey, Index } from 'typeorm';
import { HashColumn, IdColumn, LongTextColumn, TimeColumn } from '../database/columns.js';
import type { SiteId } from '../../shared/ids/site-id.js';

/** The answer to a call with an `Idempotency-Key`, for a caller that presents the same credential and the same key again. */
@Entity('kept_answers')
@Index('ix_kept_answers_site_id', ['siteId'])
@Index('ix_kept_answers_caller_hash_created_at', ['callerHash', 'createdAt'])
@Index('ix_kept_answers_created_at', ['createdAt'])
export class KeptAnswer {
  /** A hash of the credential and the key. */
  @HashColumn({ primary: true })
  hash: string;

  @ForeignKey('Site', { name: 'fk_kept_answers_site_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn()
  siteId: SiteId;

  /** A hash of the credential, for counting. */
  @HashColumn()
  callerHash: string;

  @LongTextColumn()
  sealed: string;

  @TimeColumn()
  createdAt: Date;
}
