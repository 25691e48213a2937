import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { SelectQueryBuilder } from 'typeorm';
import type { Page } from '../database/page.js';
import { type SiteTable, SiteTables } from '../database/site-table.js';
import { validationFailed } from '../shared/errors/general.errors.js';
import { earliestId } from '../shared/ids/earliest-id.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { AuditEvent } from './audit-event.entity.js';
import { DenialLog } from './denial-log.js';

export interface AuditSearch {
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** A user's id or name. */
  readonly actor?: string | undefined;
  /** An id or a name. */
  readonly subject?: string | undefined;
  readonly action?: string | undefined;
  readonly from: Date | null;
  /** Exclusive. */
  readonly to: Date | null;
}

/** An event's id is made a moment before or after its time is read. */
const SLACK_MS = 1_000;

/** The audit log of a site to look at, newest first. */
@Injectable()
export class AuditListing {
  readonly #events: SiteTable<AuditEvent>;

  constructor(
    tables: SiteTables,
    private readonly denials: DenialLog,
  ) {
    this.#events = tables.of(AuditEvent);
  }

  /** Refusals that are still to be written are written first: what has been answered is in the list. */
  async page(site: SiteId, search: AuditSearch): Promise<Page<AuditEvent>> {
    const { limit, cursor, from, to } = search;
    if (from !== null && to !== null && from > to) {
      throw validationFailed({ errors: [{ path: 'query.to', message: 'must not lie before from' }] });
    }
    await this.denials.flush();
    const refine = (query: SelectQueryBuilder<AuditEvent>): void => {
      narrow(query, search);
    };
    return this.#events.in(site).page({ limit, cursor, refine });
  }
}

function narrow(query: SelectQueryBuilder<AuditEvent>, { actor, subject, action, from, to }: AuditSearch): void {
  if (actor !== undefined) query.andWhere(`row.${isUUID(actor) ? 'actorId' : 'actorName'} = :actor`, { actor });
  if (subject !== undefined)
    query.andWhere(`row.${isUUID(subject) ? 'subjectId' : 'subjectName'} = :subject`, { subject });
  if (action !== undefined) query.andWhere('row.action = :action', { action });
  // Ids are in the order of time and in every index, unlike the time itself: they keep the search from walking the log.
  if (from !== null)
    query.andWhere('row.at >= :from AND row.id >= :first', { from, first: earliestId(from.getTime() - SLACK_MS) });
  if (to !== null) query.andWhere('row.at < :to AND row.id < :last', { to, last: earliestId(to.getTime() + SLACK_MS) });
}
