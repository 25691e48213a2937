import { Entity, ForeignKey, Index } from 'typeorm';
import { HashColumn, IdColumn, TimeColumn } from '../database/columns.js';
import type { SiteId } from '../shared/ids/site-id.js';

/**
 * The hash of a value of a token. One is current (`validUntil` is null); those before a rotation work until
 * `validUntil` and are kept after it, so that their reuse is recognised.
 */
@Entity('token_values')
@Index('ix_token_values_token_id', ['tokenId'])
@Index('ix_token_values_site_id', ['siteId'])
@Index('ix_token_values_valid_until', ['validUntil'])
export class TokenValue {
  @HashColumn({ primary: true })
  hash: string;

  @ForeignKey('Site', { name: 'fk_token_values_site_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn()
  siteId: SiteId;

  @ForeignKey('Token', { name: 'fk_token_values_token_id', onDelete: 'CASCADE', onUpdate: 'RESTRICT' })
  @IdColumn()
  tokenId: string;

  @TimeColumn({ nullable: true })
  validUntil: Date | null;

  @TimeColumn()
  createdAt: Date;
}
