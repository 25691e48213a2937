import { Injectable } from '@nestjs/common';
import type { Cleanup } from './cleanup.js';
import { createdBy, StaleRows } from './stale-rows.js';

/** An instance that was frozen for longer finds its changes gone, and reads everything again. */
const KEPT_DAYS = 2;

/** The rows of the change clock, which nobody reads once every instance has seen them. */
@Injectable()
export class ChangeRetention {
  readonly cleanups: readonly Cleanup[] = [
    {
      kind: 'changes',
      retention: KEPT_DAYS,
      batch: async (tx, before, limit) => {
        const old = createdBy(before, 'created_at');
        return (await this.stale.delete(tx, { name: 'changes', key: 'id' }, [old], limit)).length;
      },
    },
  ];

  constructor(private readonly stale: StaleRows) {}
}
