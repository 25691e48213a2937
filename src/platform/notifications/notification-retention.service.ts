import { Injectable } from '@nestjs/common';
import type { Cleanup } from '../database/cleanup.js';
import { createdBy, StaleRows } from '../database/stale-rows.js';

/** Removes old notifications, read or not. */
@Injectable()
export class NotificationRetention {
  readonly cleanups: readonly Cleanup[] = [
    {
      kind: 'notifications',
      retention: 'notificationsDays',
      batch: async (tx, before, limit) => {
        const old = createdBy(before, 'created_at');
        return (await this.stale.delete(tx, { name: 'notifications', key: 'id' }, [old], limit)).length;
      },
    },
  ];

  constructor(private readonly stale: StaleRows) {}
}
