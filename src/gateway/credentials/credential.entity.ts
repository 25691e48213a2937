import { Entity, ForeignKey, Index } from 'typeorm';
import {
  IdColumn,
  IntegerColumn,
  JsonColumn,
  LongTextColumn,
  TextColumn,
  TimeColumn,
} from '../../platform/database/columns.js';
import { originListTransformer } from '../../platform/database/list-transformers.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import type { CredentialSettings } from './credentials.types.js';

/** What a site shows to an upstream of its own to be let in. The secret is sealed; nothing else is secret. */
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

  /** The user who gave the secret; null for rows that are older than this column. */
  @IdColumn({ nullable: true })
  secretSetBy: string | null;

  /** Where it may be sent, in addition to its token endpoint; null means nowhere. */
  @LongTextColumn({ nullable: true, transformer: originListTransformer })
  origins: string[] | null;

  /** Counts changes, so that whatever was built from the row notices each one. */
  @IntegerColumn()
  version: number;

  @TimeColumn()
  createdAt: Date;

  @TimeColumn()
  updatedAt: Date;
}
