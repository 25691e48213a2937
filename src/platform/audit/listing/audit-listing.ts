import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { SelectQueryBuilder } from 'typeorm';
import type { Page } from '../../database/page.js';
import { type SiteTable, SiteTables } from '../../database/site-table.js';
import { validationFailed } from '../../../shared/errors/general.errors.js';
import { earliestId } from '../../../shared/ids/earliest-id.js';
import type { SiteId } from '../../../shared/ids/site-id.js';
import { AuditEvent } from '../audit-event.entity.js';
import { DenialLog } from '../denial-log.js';

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

/** The id of an event is made shortly before or after its time is read. */
const SLACK_MS = 1_000;

/** Lists the audit log of a site, newest first. */
@Injectable()
export class AuditListing {
  readonly #events: SiteTable<AuditEvent>;

  constructor(
    tables: SiteTables,
    private readonly denials: DenialLog,
  ) {
    this.#events = tables.of(AuditEvent);
  }

  /** Writes pending refusals first, so that the list includes everything that has been answered. */
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
  for (const [of, who] of Object.entries({ actor, subject })) {
    if (who === undefined) continue;
    const isId = isUUID(who);
    // The name of an actor is a username; that of a subject may have capitals.
    const wanted = isId || of === 'actor' ? who.toLowerCase() : who;
    query.andWhere(`row.${of}${isId ? 'Id' : 'Name'} = :${of}`, { [of]: wanted });
    // MySQL pads compared texts with blanks, and no name ends with a blank.
    if (who.endsWith(' ')) query.andWhere('1 = 0');
  }
  if (action !== undefined) query.andWhere('row.action = :action', { action });
  // Ids are in the order of time and in every index, unlike the time itself. With a bound on ids, the search need not read the
  // whole log.
  if (from !== null)
    query.andWhere('row.at >= :from AND row.id >= :first', { from, first: earliestId(from.getTime() - SLACK_MS) });
  if (to !== null) query.andWhere('row.at < :to AND row.id < :last', { to, last: earliestId(to.getTime() + SLACK_MS) });
}
