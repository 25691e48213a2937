import { Injectable } from '@nestjs/common';
import type { Cleanup } from '../../platform/database/cleanup.js';
import { StaleRows } from '../../platform/database/stale-rows.js';
import { timeParameter } from '../../platform/database/stored-time.js';
import type { Tx } from '../../platform/database/transaction.js';

/** Removes invitations that can no longer be used, and the tombstones of removed users once nothing needs them. */
@Injectable()
export class UserRetention {
  readonly cleanups: readonly Cleanup[] = [
    { kind: 'invitations', retention: 'sessionsDays', batch: (...batch) => this.#invitations(...batch) },
    { kind: 'removedUsers', retention: 'tokensDays', batch: (...batch) => this.#tombstones(...batch) },
  ];

  constructor(private readonly stale: StaleRows) {}

  async #invitations(tx: Tx, before: Date, limit: number): Promise<number> {
    const parameters = [timeParameter(before)];
    const ways = ['expires_at <= ?', 'used_at <= ?'].map((sql) => ({ sql, parameters }));
    return (await this.stale.delete(tx, { name: 'invitations', key: 'id' }, ways, limit)).length;
  }

  /**
   * A tombstone was last changed when it became one. References to it are RESTRICT, so tombstones with references are left out.
   */
  async #tombstones(tx: Tx, before: Date, limit: number): Promise<number> {
    const sql = `status = 'removed' AND updated_at <= ? AND ${this.stale.unreferenced('users')}`;
    const tombstones = { sql, parameters: [timeParameter(before)] };
    return (await this.stale.delete(tx, { name: 'users', key: 'id' }, [tombstones], limit)).length;
  }
}
