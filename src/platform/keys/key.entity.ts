import { Entity, Index } from 'typeorm';
import { IdColumn, JsonColumn, LongTextColumn, TimeColumn, WordColumn } from '../database/columns.js';

export type KeyPurpose = 'signing' | 'cookie';

/** A key of the deployment, sealed with the deployment key. A retired key no longer signs, but still verifies. */
@Entity('keys')
@Index('ix_keys_purpose_created_at', ['purpose', 'createdAt'])
export class Key {
  /** For a signing key, this is the `kid` of RFC 7517 §4.5. */
  @IdColumn({ primary: true })
  id: string;

  @WordColumn(16)
  purpose: KeyPurpose;

  @LongTextColumn()
  sealed: string;

  @JsonColumn({ nullable: true })
  publicJwk: Record<string, unknown> | null;

  @TimeColumn()
  createdAt: Date;

  @TimeColumn({ nullable: true })
  retiredAt: Date | null;
}
