import { Entity, ForeignKey, Index } from 'typeorm';
import {
  IdColumn,
  IntegerColumn,
  LongJsonColumn,
  TextColumn,
  TimeColumn,
  WordColumn,
} from '../../platform/database/columns.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import type { ProxySettings } from './proxies.types.js';

/** An API of an upstream behind the gateway, as it is edited. The gateway serves a revision of it. */
@Entity('proxies')
@Index('uq_proxies_project_id_name', ['projectId', 'name'], { unique: true })
@Index('uq_proxies_site_id_path', ['siteId', 'path'], { unique: true })
@Index('uq_proxies_site_id_deployed_path', ['siteId', 'deployedPath'], { unique: true })
@Index('ix_proxies_site_id_id', ['siteId', 'id'])
@Index('ix_proxies_connection_id', ['connectionId'])
@Index('ix_proxies_deployed_connection_id', ['deployedConnectionId'])
@Index('ix_proxies_account_id', ['accountId'])
export class Proxy {
  @IdColumn({ primary: true })
  id: string;

  @ForeignKey('Site', { name: 'fk_proxies_site_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn()
  siteId: SiteId;

  /** The account of its project. */
  @ForeignKey('Account', { name: 'fk_proxies_account_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn()
  accountId: string;

  @ForeignKey('Project', { name: 'fk_proxies_project_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn()
  projectId: string;

  @TextColumn(200)
  name: string;

  @TextColumn(1000, { nullable: true })
  description: string | null;

  @WordColumn(200)
  path: string;

  @ForeignKey('Connection', { name: 'fk_proxies_connection_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn()
  connectionId: string;

  @LongJsonColumn()
  settings: ProxySettings;

  /** The number of the revision that is served; null when none is. */
  @IntegerColumn({ nullable: true })
  deployedRevision: number | null;

  /** The path of that revision. It belongs to the proxy until the next deployment, however the proxy is edited. */
  @WordColumn(200, { nullable: true })
  deployedPath: string | null;

  /** The connection of that revision. It can't be deleted while requests go through it. */
  @ForeignKey('Connection', { name: 'fk_proxies_deployed_connection_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn({ nullable: true })
  deployedConnectionId: string | null;

  @TimeColumn()
  createdAt: Date;

  @TimeColumn()
  updatedAt: Date;
}
