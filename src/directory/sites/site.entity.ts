import { Entity, ForeignKey, Index } from 'typeorm';
import { Announced } from '../../platform/database/announced.js';
import { IdColumn, JsonColumn, TextColumn, TimeColumn, WordColumn } from '../../platform/database/columns.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import type { SitePolicy } from './sites.types.js';

/** A tenant (contract §1). */
@Announced<Site>({
  by: { id: 'site' },
  silent: ['name', 'slug', 'ownerId', 'createdAt', 'updatedAt'],
  inserts: false,
})
@Entity('sites')
@Index('uq_sites_slug', ['slug'], { unique: true })
@Index('ix_sites_owner_id', ['ownerId'])
export class Site {
  @IdColumn({ primary: true })
  id: SiteId;

  @TextColumn(200)
  name: string;

  @WordColumn(64)
  slug: string;

  @ForeignKey('User', { name: 'fk_sites_owner_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn({ nullable: true })
  ownerId: string | null;

  /** The policy of the site; null asks nothing of its tokens. */
  @JsonColumn({ nullable: true })
  policy: SitePolicy | null;

  @TimeColumn()
  createdAt: Date;

  @TimeColumn()
  updatedAt: Date;
}
