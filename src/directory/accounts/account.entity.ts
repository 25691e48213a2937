import { Entity, ForeignKey, Index } from 'typeorm';
import { Announced } from '../../platform/database/announced.js';
import { IdColumn, TextColumn, TimeColumn, WordColumn } from '../../platform/database/columns.js';
import type { SiteId } from '../../shared/ids/site-id.js';

export type AccountStatus = 'active' | 'suspended';

/** A sub-tenant of a site (contract §1). */
@Announced<Account>({
  by: { id: 'account' },
  silent: ['name', 'createdAt', 'updatedAt'],
  inserts: false,
})
@Entity('accounts')
@Index('uq_accounts_site_id_name', ['siteId', 'name'], { unique: true })
@Index('ix_accounts_site_id_id', ['siteId', 'id'])
export class Account {
  @IdColumn({ primary: true })
  id: string;

  @ForeignKey('Site', { name: 'fk_accounts_site_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn()
  siteId: SiteId;

  @TextColumn(200)
  name: string;

  @TextColumn(1000, { nullable: true })
  description: string | null;

  @WordColumn(16)
  status: AccountStatus;

  @TimeColumn()
  createdAt: Date;

  @TimeColumn()
  updatedAt: Date;
}
