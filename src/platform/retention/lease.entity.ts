import { Entity } from 'typeorm';
import { IdColumn, TimeColumn, WordColumn } from '../database/columns.js';

/** The right to do something that only one instance of the deployment may do at a time. It expires by itself. */
@Entity('leases')
export class Lease {
  @WordColumn(64, { primary: true })
  name: string;

  /** A new random id whenever the lease is taken: an instance that has lost the lease can't mistake another holder for itself. */
  @IdColumn()
  holder: string;

  @TimeColumn()
  expiresAt: Date;
}
