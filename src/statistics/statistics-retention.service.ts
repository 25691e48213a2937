import { Injectable } from '@nestjs/common';
import type { Cleanup } from '../platform/database/cleanup.js';
import { StaleRows } from '../platform/database/stale-rows.js';
import { timeParameter } from '../platform/database/stored-time.js';
import { KEPT_DAYS } from './hours.js';

/** Removes the counts of hours that are no longer reported. */
@Injectable()
export class StatisticsRetention {
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
