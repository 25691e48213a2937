import { Injectable } from '@nestjs/common';
import type { Cleanup } from '../database/cleanup.js';
import { StaleRows } from '../database/stale-rows.js';
import { timeParameter } from '../database/stored-time.js';
import { KEPT_DAYS } from './hours.js';

/** Removes the counts of hours that are no longer told. */
@Injectable()
export class StatisticsCare {
  readonly cleanups: readonly Cleanup[] = [
    {
      kind: 'verificationCounts',
      retention: KEPT_DAYS,
      batch: async (tx, before, limit) => {
        const old = { sql: 'hour < ?', parameters: [timeParameter(before)] };
        return (await this.stale.delete(tx, { name: 'verification_counts', key: 'id' }, [old], limit)).length;
      },
    },
  ];

  constructor(private readonly stale: StaleRows) {}
}
