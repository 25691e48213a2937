import { Entity, ForeignKey, Index } from 'typeorm';
import { Announced } from '../platform/database/announced.js';
import {
  IdColumn,
  IntegerColumn,
  LongTextColumn,
  TextColumn,
  TimeColumn,
  WordColumn,
} from '../platform/database/columns.js';
import { scopeListTransformer } from '../platform/database/list-transformers.js';
import type { SiteId } from '../shared/ids/site-id.js';

export type TokenFormat = 'opaque' | 'jwt';

/** An API key (contract §1). `createdBy` and `transferredFrom` have no foreign key: they outlive the user they name. */
@Announced<Application>({
  by: { id: 'application', ownerId: 'user' },
  silent: ['description', 'tokenFormat', 'tokenTtlSeconds', 'accessTokenId', 'createdAt', 'updatedAt'],
  inserts: false,
})
@Entity('applications')
@Index('uq_applications_client_id', ['clientId'], { unique: true })
@Index('ix_applications_site_id_id', ['siteId', 'id'])
@Index('ix_applications_owner_id_id', ['ownerId', 'id'])
@Index('ix_applications_access_token_id', ['accessTokenId'])
@Index('ix_applications_deleted_at', ['deletedAt'])
export class Application {
  @IdColumn({ primary: true })
  id: string;

  @ForeignKey('Site', { name: 'fk_applications_site_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn()
  siteId: SiteId;

  @ForeignKey('User', { name: 'fk_applications_owner_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn()
  ownerId: string;

  @IdColumn()
  createdBy: string;

  @TextColumn(200)
  name: string;

  @TextColumn(1000)
  description: string;

  @WordColumn(64)
  clientId: string;

  /** The application's scope ceiling; null means none. */
  @LongTextColumn({ nullable: true, transformer: scopeListTransformer })
  scopes: string[] | null;

  /** Set by a transfer: what the application could do at that moment (contract §5). */
  @LongTextColumn({ nullable: true, transformer: scopeListTransformer })
  ceiling: string[] | null;

  @WordColumn(16)
  tokenFormat: TokenFormat;

  @IntegerColumn()
  tokenTtlSeconds: number;

  /** Its secrets and tokens end by then: when the credential that registered it ends. Null means never. */
  @TimeColumn({ nullable: true })
  endsAt: Date | null;

  /**
   * Its current access token. There is no foreign key: tokens point here, and a circular reference would make neither deletable.
   */
  @IdColumn({ nullable: true })
  accessTokenId: string | null;

  @IdColumn({ nullable: true })
  transferredFrom: string | null;

  @TimeColumn({ nullable: true })
  transferredAt: Date | null;

  @TimeColumn()
  createdAt: Date;

  @TimeColumn()
  updatedAt: Date;

  @TimeColumn({ nullable: true })
  deletedAt: Date | null;
}
