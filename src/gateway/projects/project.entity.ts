import { Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, TextColumn, TimeColumn } from '../../platform/database/columns.js';
import type { SiteId } from '../../shared/ids/site-id.js';

/** A container for proxies: the API of one team, within one account. */
@Entity('projects')
@Index('uq_projects_account_id_name', ['accountId', 'name'], { unique: true })
@Index('ix_projects_site_id_account_id_id', ['siteId', 'accountId', 'id'])
export class Project {
  @IdColumn({ primary: true })
  id: string;

  @ForeignKey('Site', { name: 'fk_projects_site_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn()
  siteId: SiteId;

  @ForeignKey('Account', { name: 'fk_projects_account_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn()
  accountId: string;

  @TextColumn(200)
  name: string;

  @TextColumn(1000, { nullable: true })
  description: string | null;

  @TimeColumn()
  createdAt: Date;

  @TimeColumn()
  updatedAt: Date;
}
