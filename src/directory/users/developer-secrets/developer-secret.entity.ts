import { Entity, ForeignKey, Index } from 'typeorm';
import { Announced } from '../../../platform/database/announced.js';
import { HashColumn, IdColumn, LongTextColumn, TimeColumn, WordColumn } from '../../../platform/database/columns.js';
import type { SiteId } from '../../../shared/ids/site-id.js';

/** The one client secret of a person. It is sealed as well as hashed, because its owner may see it again (contract §3). */
@Announced<DeveloperSecret>({
  by: { userId: 'user' },
  silent: ['sealed', 'last4'],
  inserts: false,
})
@Entity('developer_secrets')
@Index('uq_developer_secrets_hash', ['hash'], { unique: true })
@Index('ix_developer_secrets_site_id', ['siteId'])
export class DeveloperSecret {
  @ForeignKey('User', { name: 'fk_developer_secrets_user_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn({ primary: true })
  userId: string;

  @ForeignKey('Site', { name: 'fk_developer_secrets_site_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn()
  siteId: SiteId;

  @HashColumn()
  hash: string;

  @LongTextColumn()
  sealed: string;

  @WordColumn(4)
  last4: string;

  @TimeColumn()
  createdAt: Date;
}
