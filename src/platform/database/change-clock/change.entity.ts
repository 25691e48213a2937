import { Column, Entity, Index } from 'typeorm';
import { IdColumn, IntegerColumn, TimeColumn, WordColumn } from '../columns.js';

/** What a number of a shard stands for. A unit of work that changed several subjects of a shard has a row for each. */
@Entity('changes')
@Index('ix_changes_shard_number', ['shard', 'number'])
export class Change {
  @IdColumn({ primary: true })
  id: string;

  @IntegerColumn()
  shard: number;

  @Column({ type: 'bigint' })
  number: number;

  @WordColumn(32)
  stamp: string;

  /** The stamp of the number before: the rows of a shard are a chain. */
  @WordColumn(32)
  previous: string;

  /** A `Subject` (platform/database/subjects.ts). */
  @WordColumn(80)
  subject: string;

  @TimeColumn()
  createdAt: Date;
}
