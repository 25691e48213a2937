import { Injectable } from '@nestjs/common';
import { HeldCommits } from '../database/held-commits.js';
import { type SiteTable, SiteTables } from '../database/site-table.js';
import type { Tx } from '../database/transaction.js';
import { Clock } from '../../shared/clock/clock.js';
import { Ids } from '../../shared/ids/ids.js';
import { AuditEvent } from './audit-event.entity.js';
import type { AuditEntry } from './audit.types.js';
import { boundedDetails, boundedText } from './recording/bounded-details.js';

const LONGEST_NAME = 254;

/** Appends to the audit log. Offers no way to change or remove a row. */
@Injectable()
export class Audit {
  readonly #events: SiteTable<AuditEvent>;

  constructor(
    tables: SiteTables,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly held: HeldCommits,
  ) {
    this.#events = tables.of(AuditEvent);
  }

  /** Writes the row in the caller's transaction: if the row can't be written, the change doesn't happen either. */
  async record(tx: Tx, entry: AuditEntry): Promise<void> {
    await this.recordAll(tx, [entry]);
  }

  async recordAll(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
    for (const entry of entries) if (entry.outcome === 'success') this.held.claim(tx, entry.actor.requestId, entry);
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
      actorName: boundedText(actor.name, LONGEST_NAME),
      credentialKind: actor.credentialKind,
      credentialId: actor.credentialId,
      subjectType: subject?.type ?? null,
      subjectId: subject?.id ?? null,
      subjectName: boundedText(subject?.name ?? null, LONGEST_NAME),
      address: actor.address,
      requestId: actor.requestId,
      details: entry.details === undefined ? null : boundedDetails(entry.details),
    };
  }
}
