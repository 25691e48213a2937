import { Injectable } from '@nestjs/common';
import type { Cleanup } from '../platform/database/cleanup.js';
import { StaleRows } from '../platform/database/stale-rows.js';
import { timeParameter } from '../platform/database/stored-time.js';
import type { Tx } from '../platform/database/transaction.js';
import { LineageHandover } from './lineage-handover.js';

/** Removes old values, and tokens that ended long ago. Until then, their use can be told from that of a forgery. */
@Injectable()
export class TokenRetention {
  /** Old values of tokens that live on. Once removed, their reuse is no longer recognised, only refused. */
  readonly cleanups: readonly Cleanup[] = [
    {
      kind: 'tokenValues',
      retention: 'tokensDays',
      batch: async (tx, before, limit) => {
        const old = { sql: 'valid_until <= ?', parameters: [timeParameter(before)] };
        const values = { name: 'token_values', key: 'hash', before: this.#handOver };
        return (await this.stale.delete(tx, values, [old], limit)).length;
      },
    },
  ];

  readonly #handOver = (tx: Tx, hashes: readonly string[]) => this.lineage.ofValues(tx, hashes);

  constructor(
    private readonly stale: StaleRows,
    private readonly lineage: LineageHandover,
  ) {}

  /** Deletes tokens with all their values. Returns their ids, for modules that point at them without a foreign key. */
  async remove(tx: Tx, before: Date, limit: number): Promise<string[]> {
    const parameters = [timeParameter(before)];
    const ways = ['expires_at <= ?', 'revoked_at <= ?'].map((sql) => ({ sql, parameters }));
    const handOver = (tx: Tx, ids: readonly string[]) => this.lineage.ofTokens(tx, ids);
    return this.stale.delete(tx, { name: 'tokens', key: 'id', before: handOver }, ways, limit);
  }
}
