import { Entity, ForeignKey, Index } from 'typeorm';
import { Announced } from '../platform/database/announced.js';
import { HashColumn, IdColumn, TimeColumn, WordColumn } from '../platform/database/columns.js';
import type { MakerKind } from '../shared/authz/authority.js';
import type { SiteId } from '../shared/ids/site-id.js';

/**
 * The hash of a value of a token. One is current (`validUntil` is null). Values from before a rotation work until `validUntil`
 * and are kept after it, so that their reuse is recognised.
 */
@Announced<TokenValue>({
  by: { tokenId: 'token', hash: 'value' },
  silent: ['createdAt', 'issuedWithKind', 'issuedWith'],
  inserts: false,
})
@Entity('token_values')
@Index('ix_token_values_token_id', ['tokenId'])
@Index('ix_token_values_site_id', ['siteId'])
@Index('ix_token_values_valid_until', ['validUntil'])
@Index('ix_token_values_issued_with', ['issuedWith'])
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

  /**
   * The key by which the values that it makes name it as their maker (shared/authz/lineage-key.ts); null means the id of the
   * token.
   */
  @WordColumn(64, { nullable: true })
  lineageKey: string | null;

  @WordColumn(16, { nullable: true })
  issuedWithKind: MakerKind | null;

  /** The lineage key of the value that made this one; null when no value did, and for values that are older than this column. */
  @WordColumn(64, { nullable: true })
  issuedWith: string | null;

  /** The user who got to know the value. No foreign key: it outlives the user it names. */
  @IdColumn({ nullable: true })
  madeBy: string | null;

  /**
   * Set on an old value that a leaver may still have, even though its token is no longer marked. No foreign key, as above.
   */
  @IdColumn({ nullable: true })
  transferredFrom: string | null;

  @TimeColumn({ nullable: true })
  transferredAt: Date | null;
}
