import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { isDuplicateKey } from '../database/database-failures.js';
import { type DeploymentTable, SiteTables } from '../database/site-table.js';
import type { Tx } from '../database/transaction.js';
import { Clock } from '../../shared/clock/clock.js';
import { Ids } from '../../shared/ids/ids.js';
import { Lease } from './lease.entity.js';

const NAME = 'care';
/** How long after the last sign of life of a dead holder another instance may begin. A batch takes far less. */
export const LEASE_MS = 60_000;

/**
 * Decides which instance or process has its turn to clean up. The lease is renewed in the transaction of each batch: even when
 * the clocks of two instances disagree, an instance that has lost the lease changes nothing more.
 */
@Injectable()
export class CleanupLease {
  readonly #leases: DeploymentTable<Lease>;

  constructor(
    tables: SiteTables,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    this.#leases = tables.ofDeployment(Lease);
  }

  /** Answers the holder, which renews and releases the lease; null while another holder has it. */
  async take(tx: Tx): Promise<string | null> {
    const holder = this.ids.next();
    const expired = { name: NAME, expiresAt: LessThanOrEqual(this.clock.now()) };
    const patch = { holder, expiresAt: this.#end() };
    if ((await this.#leases.rows(tx).update(expired, patch)) > 0) return holder;
    return (await this.#isFree(tx)) && (await this.#insert(tx, holder)) ? holder : null;
  }

  /** Answers whether the holder still had the lease. */
  async renew(tx: Tx, holder: string): Promise<boolean> {
    return (await this.#leases.rows(tx).update({ name: NAME, holder }, { expiresAt: this.#end() })) > 0;
  }

  /** Releasing a lost lease is not an error. */
  async release(tx: Tx, holder: string): Promise<void> {
    await this.#leases.rows(tx).delete({ name: NAME, holder });
  }

  async #isFree(tx: Tx): Promise<boolean> {
    return (await this.#leases.rows(tx).one({ name: NAME })) === null;
  }

  /** Of two instances that insert the row at once, the primary key admits one. */
  async #insert(tx: Tx, holder: string): Promise<boolean> {
    try {
      await this.#leases.rows(tx).insert({ name: NAME, holder, expiresAt: this.#end() });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  #end(): Date {
    return new Date(this.clock.now().getTime() + LEASE_MS);
  }
}
