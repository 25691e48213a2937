import { Entity, ForeignKey, Index } from 'typeorm';
import { Announced } from '../../platform/database/announced.js';
import { IdColumn, LongTextColumn, TextColumn, TimeColumn, WordColumn } from '../../platform/database/columns.js';
import { scopeListTransformer } from '../../platform/database/list-transformers.js';
import type { SiteId } from '../../shared/ids/site-id.js';

/** A role that a site has added to the built-in roles. */
@Announced<Role>({
  by: {},
  silent: ['description', 'createdAt', 'updatedAt'],
  inserts: true,
})
@Entity('roles')
@Index('uq_roles_site_id_name', ['siteId', 'name'], { unique: true })
@Index('ix_roles_site_id_id', ['siteId', 'id'])
export class Role {
  @IdColumn({ primary: true })
  id: string;

  @ForeignKey('Site', { name: 'fk_roles_site_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn()
  siteId: SiteId;

  @WordColumn(64)
  name: string;

  @TextColumn(1000)
  description: string;

  @LongTextColumn({ transformer: scopeListTransformer })
  scopes: string[];

  @TimeColumn()
  createdAt: Date;

  @TimeColumn()
  updatedAt: Date;
}
