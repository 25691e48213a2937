import { Injectable } from '@nestjs/common';
import type { Cleanup } from '../database/cleanup.js';
import { StaleRows } from '../database/stale-rows.js';
import { timeParameter } from '../database/stored-time.js';
import type { Tx } from '../database/transaction.js';

/** Removes tokens that have been over for long, and old values. Until then their use is told from that of a forgery. */
@Injectable()
export class TokenCare {
  /** Old values of tokens that live on: their reuse is no longer recognised, only refused. */
  readonly cleanups: readonly Cleanup[] = [
    {
      kind: 'tokenValues',
      retention: 'tokensDays',
      batch: async (tx, before, limit) => {
        const old = { sql: 'valid_until <= ?', parameters: [timeParameter(before)] };
        return (await this.stale.delete(tx, { name: 'token_values', key: 'hash' }, [old], limit)).length;
      },
    },
  ];

  constructor(private readonly stale: StaleRows) {}

  /** Deletes tokens with all their values; answers their ids, for who points at them without a foreign key. */
  async remove(tx: Tx, before: Date, limit: number): Promise<string[]> {
    const parameters = [timeParameter(before)];
    const ways = ['expires_at <= ?', 'revoked_at <= ?'].map((sql) => ({ sql, parameters }));
    return this.stale.delete(tx, { name: 'tokens', key: 'id' }, ways, limit);
  }
}
