import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { isDuplicateKey } from '../database/database-failures.js';
import { type DeploymentTable, SiteTables } from '../database/site-table.js';
import type { Tx } from '../database/transaction.js';
import { Clock } from '../shared/clock/clock.js';
import { Ids } from '../shared/ids/ids.js';
import { Lease } from './lease.entity.js';

const NAME = 'care';
/** How long after the last sign of life of a holder that died another one may begin. A batch takes far less. */
export const LEASE_MS = 60_000;

/**
 * Whose turn it is to clean, of all instances and their processes. It is renewed in the transaction of each batch: so even
 * when the clocks of two instances disagree, the one that has lost it changes nothing any more.
 */
@Injectable()
export class CareLease {
  readonly #leases: DeploymentTable<Lease>;

  constructor(
    tables: SiteTables,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    this.#leases = tables.ofDeployment(Lease);
  }

  /** Answers the holder to renew and release it with; null while somebody else has it. */
  async take(tx: Tx): Promise<string | null> {
    const holder = this.ids.next();
    const expired = { name: NAME, expiresAt: LessThanOrEqual(this.clock.now()) };
    const patch = { holder, expiresAt: this.#end() };
    if ((await this.#leases.rows(tx).update(expired, patch)) > 0) return holder;
    return (await this.#isFree(tx)) && (await this.#insert(tx, holder)) ? holder : null;
  }

  /** Answers whether the holder still had it. */
  async renew(tx: Tx, holder: string): Promise<boolean> {
    return (await this.#leases.rows(tx).update({ name: NAME, holder }, { expiresAt: this.#end() })) > 0;
  }

  /** Of one that was lost it is no error. */
  async release(tx: Tx, holder: string): Promise<void> {
    await this.#leases.rows(tx).delete({ name: NAME, holder });
  }

  async #isFree(tx: Tx): Promise<boolean> {
    return (await this.#leases.rows(tx).one({ name: NAME })) === null;
  }

  /** Of two that insert it at once the primary key lets one. */
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
