import { Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, IntegerColumn, LongJsonColumn, TimeColumn } from '../../../platform/database/columns.js';
import type { SiteId } from '../../../shared/ids/site-id.js';
import type { RevisionSnapshot } from '../proxies.types.js';

/** What was deployed of a proxy at one time. It never changes. */
@Entity('proxy_revisions')
@Index('uq_proxy_revisions_proxy_id_number', ['proxyId', 'number'], { unique: true })
@Index('ix_proxy_revisions_site_id_id', ['siteId', 'id'])
export class ProxyRevision {
  @IdColumn({ primary: true })
  id: string;

  @ForeignKey('Site', { name: 'fk_proxy_revisions_site_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn()
  siteId: SiteId;

  @ForeignKey('Proxy', { name: 'fk_proxy_revisions_proxy_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn()
  proxyId: string;

  /** Counts from 1, in the order of deployment. */
  @IntegerColumn()
  number: number;

  @LongJsonColumn()
  snapshot: RevisionSnapshot;

  @TimeColumn()
  createdAt: Date;

  /** The user who deployed it first. It outlives the user, so it is not a reference. */
  @IdColumn()
  createdBy: string;
}
