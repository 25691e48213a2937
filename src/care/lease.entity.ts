import { Entity } from 'typeorm';
import { IdColumn, TimeColumn, WordColumn } from '../database/columns.js';

/** The right to do something that only one instance of the deployment may do at a time. It ends by itself. */
@Entity('leases')
export class Lease {
  @WordColumn(64, { primary: true })
  name: string;

  /** Drawn anew whenever the lease is taken: who has lost it can't mistake another's for its own. */
  @IdColumn()
  holder: string;

  @TimeColumn()
  expiresAt: Date;
}
