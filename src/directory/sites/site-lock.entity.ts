import { Entity } from 'typeorm';
import { IdColumn } from '../../platform/database/columns.js';

/**
 * The row that a change of a whole site locks. It is not the row of the site: an insert of any row of the site checks its foreign
 * key there. The insert would wait for the change while it holds rows that the change is about to lock.
 */
@Entity('site_locks')
export class SiteLock {
  /** No foreign key, for the same reason. */
  @IdColumn({ primary: true })
  siteId: string;
}
