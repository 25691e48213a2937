import { Injectable } from '@nestjs/common';
import type { Cleanup } from '../database/cleanup.js';
import { StaleRows } from '../database/stale-rows.js';
import { timeParameter } from '../database/stored-time.js';
import { KEPT_MS } from './idempotency.types.js';

const DAY_MS = 24 * 3600 * 1000;

/** Removes answers that nobody can ask for any longer. */
@Injectable()
export class IdempotencyRetention {
  readonly cleanups: readonly Cleanup[] = [
    {
      kind: 'keptAnswers',
      retention: KEPT_MS / DAY_MS,
      batch: async (tx, before, limit) => {
        const over = { sql: 'created_at <= ?', parameters: [timeParameter(before)] };
        return (await this.stale.delete(tx, { name: 'kept_answers', key: 'hash' }, [over], limit)).length;
      },
    },
  ];

  constructor(private readonly stale: StaleRows) {}
}
