import { Entity, ForeignKey, Index } from 'typeorm';
import { Announced } from '../platform/database/announced.js';
import { IdColumn, LongTextColumn, TextColumn, TimeColumn, WordColumn } from '../platform/database/columns.js';
import { networkListTransformer, scopeListTransformer } from '../platform/database/list-transformers.js';
import type { SiteId } from '../shared/ids/site-id.js';

export type TokenKind = 'personal' | 'application';
export type TokenFormat = 'opaque' | 'jwt';

/**
 * A bearer credential without its value, which is in token_values. `createdBy` and `transferredFrom` have no foreign key: they
 * outlive the user they name.
 */
@Announced<Token>({
  by: { id: 'token', ownerId: 'user', applicationId: 'application', accountId: 'account' },
  silent: ['format', 'last4', 'revokedReason', 'lastUsedAt', 'lastUsedAddress'],
  inserts: false,
})
@Entity('tokens')
@Index('ix_tokens_site_id_id', ['siteId', 'id'])
@Index('ix_tokens_owner_id_id', ['ownerId', 'id'])
@Index('ix_tokens_account_id', ['accountId'])
@Index('ix_tokens_application_id_revoked_at_expires_at', ['applicationId', 'revokedAt', 'expiresAt'])
@Index('ix_tokens_owner_id_revoked_at_expires_at', ['ownerId', 'revokedAt', 'expiresAt'])
@Index('ix_tokens_expires_at', ['expiresAt'])
@Index('ix_tokens_revoked_at', ['revokedAt'])
@Index('ix_tokens_last_used_at_created_at_site_id', ['lastUsedAt', 'createdAt', 'siteId'])
export class Token {
  @IdColumn({ primary: true })
  id: string;

  @ForeignKey('Site', { name: 'fk_tokens_site_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn()
  siteId: SiteId;

  @ForeignKey('User', { name: 'fk_tokens_owner_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn()
  ownerId: string;

  @IdColumn()
  createdBy: string;

  @WordColumn(16)
  kind: TokenKind;

  @WordColumn(16)
  format: TokenFormat;

  @TextColumn(200)
  name: string;

  @WordColumn(4)
  last4: string;

  /** What it was narrowed to when it was made; null means that it was not. */
  @LongTextColumn({ nullable: true, transformer: scopeListTransformer })
  scopes: string[] | null;

  /** Set by a transfer: what it could do at that moment (contract §5). */
  @LongTextColumn({ nullable: true, transformer: scopeListTransformer })
  ceiling: string[] | null;

  @ForeignKey('Account', { name: 'fk_tokens_account_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn({ nullable: true })
  accountId: string | null;

  @LongTextColumn({ nullable: true, transformer: networkListTransformer })
  allowedNetworks: string[] | null;

  @ForeignKey('Application', { name: 'fk_tokens_application_id', onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @IdColumn({ nullable: true })
  applicationId: string | null;

  @TimeColumn()
  createdAt: Date;

  @TimeColumn({ nullable: true })
  rotatedAt: Date | null;

  @TimeColumn({ nullable: true })
  expiresAt: Date | null;

  @TimeColumn({ nullable: true })
  revokedAt: Date | null;

  @WordColumn(32, { nullable: true })
  revokedReason: string | null;

  @TimeColumn({ nullable: true })
  lastUsedAt: Date | null;

  @WordColumn(64, { nullable: true })
  lastUsedAddress: string | null;

  @IdColumn({ nullable: true })
  transferredFrom: string | null;

  @TimeColumn({ nullable: true })
  transferredAt: Date | null;
}
