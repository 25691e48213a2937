import { Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, IntegerColumn, JsonColumn, LongTextColumn, TextColumn, TimeColumn } from '../database/columns.js';
import type { SiteId } from '../shared/ids/site-id.js';
import type { CredentialSettings } from './credentials.types.js';

/** What a site shows to an upstream of its own to be let in. The secret is sealed, all else is not secret. */
@Entity('credentials')
@Index('uq_credentials_site_id_name', ['siteId', 'name'], { unique: true })
@Index('ix_credentials_site_id_id', ['siteId', 'id'])
export class Credential {
  @IdColumn({ primary: true })
  id: string;

  @ForeignKey('Site', { name: 'fk_credentials_site_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn()
  siteId: SiteId;

  @TextColumn(200)
  name: string;

  @JsonColumn()
  settings: CredentialSettings;

  @LongTextColumn()
  sealedSecret: string;

  @TimeColumn()
  secretSetAt: Date;

  /** Counts the changes, so that what was built from the row notices each. */
  @IntegerColumn()
  version: number;

  @TimeColumn()
  createdAt: Date;

  @TimeColumn()
  updatedAt: Date;
}
