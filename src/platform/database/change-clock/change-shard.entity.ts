import { Column, Entity } from 'typeorm';
import { IntegerColumn, WordColumn } from '../columns.js';

/**
 * The latest change of a shard. Equal numbers are not equal histories (a database that lost its last commits, a restored backup):
 * the stamp, 128 random bits in hex, tells them apart.
 */
@Entity('change_shards')
export class ChangeShard {
  @IntegerColumn({ primary: true })
  id: number;

  @Column({ type: 'bigint' })
  number: number;

  @WordColumn(32)
  stamp: string;

  /** The stamp of the number before. */
  @WordColumn(32)
  previous: string;
}
