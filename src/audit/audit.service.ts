import { Injectable } from '@nestjs/common';
import { type SiteTable, SiteTables } from '../database/site-table.js';
import type { Tx } from '../database/transaction.js';
import { Clock } from '../shared/clock/clock.js';
import { Ids } from '../shared/ids/ids.js';
import { AuditEvent } from './audit-event.entity.js';
import type { AuditEntry } from './audit.types.js';

/** Appends to the audit log. There is no way to change or remove a row of it here. */
@Injectable()
export class Audit {
  readonly #events: SiteTable<AuditEvent>;

  constructor(
    tables: SiteTables,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    this.#events = tables.of(AuditEvent);
  }

  /** Writes the row in the caller's transaction: when the row can't be written, the change doesn't happen either. */
  async record(tx: Tx, entry: AuditEntry): Promise<void> {
    await this.recordAll(tx, [entry]);
  }

  async recordAll(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
    await this.#events
      .acrossSites('what concerns no site is audited too', tx)
      .insert(entries.map((entry) => this.#row(entry)));
  }

  #row({ actor, subject, ...entry }: AuditEntry): AuditEvent {
    return {
      id: this.ids.next(),
      siteId: entry.siteId,
      at: this.clock.now(),
      action: entry.action,
      outcome: entry.outcome,
      reason: entry.reason ?? null,
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: actor.name,
      credentialKind: actor.credentialKind,
      credentialId: actor.credentialId,
      subjectType: subject?.type ?? null,
      subjectId: subject?.id ?? null,
      subjectName: subject?.name ?? null,
      address: actor.address,
      requestId: actor.requestId,
      details: entry.details ?? null,
    };
  }
}
