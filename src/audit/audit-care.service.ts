import { Injectable } from '@nestjs/common';
import type { Cleanup } from '../database/cleanup.js';
import { createdBy, StaleRows } from '../database/stale-rows.js';

/** The one way out of the audit log: the oldest events, where the operator has said how long they are kept. */
@Injectable()
export class AuditCare {
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
