import { Injectable } from '@nestjs/common';
import type { Cleanup } from '../database/cleanup.js';
import { createdBy, StaleRows } from '../database/stale-rows.js';

/** The only way out of the audit log: deletes the oldest events, if the operator has set how long they are kept. */
@Injectable()
export class AuditRetention {
  readonly cleanups: readonly Cleanup[] = [
    {
      kind: 'auditEvents',
      retention: 'auditDays',
      batch: async (tx, before, limit) => {
        const old = createdBy(before, 'at');
        return (await this.stale.delete(tx, { name: 'audit_events', key: 'id' }, [old], limit)).length;
      },
    },
  ];

  constructor(private readonly stale: StaleRows) {}
}
