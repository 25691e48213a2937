import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Page } from '../platform/database/page.js';
import { type SiteTable, SiteTables } from '../platform/database/site-table.js';
import type { Tx } from '../platform/database/transaction.js';
import type { PageQuery } from '../shared/paging.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { liveSql } from '../tokens/liveness.js';
import { Application } from './application.entity.js';
import { Clock } from '../shared/clock/clock.js';
import { timeParameter } from '../platform/database/stored-time.js';
import type { Inheritance } from '../shared/authz/principal.js';

const CONFINED = 'confined to the site by its WHERE';

/** Whether the former owner is no user any more. Their tombstone may be gone as well: nothing refers to it. */
const HAS_LEFT = (row: string) =>
  `NOT EXISTS (SELECT 1 FROM users u WHERE u.id = ${row}.transferred_from AND u.status <> 'removed')`;

/**
 * Whether a live secret or token of the application exists that a leaver may hold a copy of: it predates the transfer, or they
 * made it afterwards, while they were still there. What the application fetched carries a mark of its own.
 */
const HAS_OLD_VALUES = (row: string, now: string) => `(EXISTS (SELECT 1 FROM client_secrets s
  WHERE s.application_id = ${row}.id AND ${liveSql('s', now)}
  AND (s.created_at <= ${row}.transferred_at
    OR (${HAS_LEFT(row)} AND COALESCE(s.made_by, ${row}.created_by) = ${row}.transferred_from)))
  OR EXISTS (SELECT 1 FROM tokens t
  WHERE t.application_id = ${row}.id AND ${liveSql('t', now)}
  AND (COALESCE(t.rotated_at, t.created_at) <= ${row}.transferred_at
    OR (${HAS_LEFT(row)} AND t.id = ${row}.access_token_id AND EXISTS (SELECT 1 FROM token_values v
      WHERE v.token_id = t.id AND v.valid_until IS NULL AND COALESCE(v.made_by, t.created_by) = ${row}.transferred_from)))))`;

/** The applications of a site. A deleted application keeps its row for the audit log, and nobody sees it. */
@Injectable()
export class ApplicationRepository {
  readonly #applications: SiteTable<Application>;

  constructor(
    private readonly tables: SiteTables,
    private readonly clock: Clock,
  ) {
    this.#applications = tables.of(Application);
  }

  async insert(tx: Tx, application: Application): Promise<void> {
    await this.#applications.in(application.siteId, tx).insert(application);
  }

  ownedBy(site: SiteId, ownerId: string, id: string): Promise<Application | null> {
    return this.#applications.in(site).one({ id, ownerId, deletedAt: IsNull() });
  }

  ownedByForUpdate(tx: Tx, site: SiteId, ownerId: string, id: string): Promise<Application | null> {
    return this.#applications.in(site, tx).one({ id, ownerId, deletedAt: IsNull() }, { lock: true });
  }

  byIdForUpdate(tx: Tx, site: SiteId, id: string): Promise<Application | null> {
    return this.#applications.in(site, tx).one({ id, deletedAt: IsNull() }, { lock: true });
  }

  page(site: SiteId, ownerId: string, query: PageQuery): Promise<Page<Application>> {
    const { limit, cursor } = query;
    return this.#applications.in(site).page({ limit, cursor, where: { ownerId, deletedAt: IsNull() } });
  }

  async update(tx: Tx, site: SiteId, id: string, patch: Partial<Application>): Promise<void> {
    await this.#applications.in(site, tx).update({ id }, patch);
  }

  /** Applies a change by the owner, and records its time. */
  async edit(tx: Tx, site: SiteId, id: string, patch: Partial<Application>): Promise<void> {
    await this.update(tx, site, id, { ...patch, updatedAt: this.clock.now() });
  }

  /** The row stays for the audit log, and nobody sees it. */
  async delete(tx: Tx, site: SiteId, id: string): Promise<void> {
    const now = this.clock.now();
    await this.update(tx, site, id, { deletedAt: now, updatedAt: now });
  }

  /** After tokens were deleted: no application names one of them any more. */
  async forgetAccessTokens(tx: Tx, tokenIds: readonly string[]): Promise<void> {
    const applications = this.#applications.acrossSites('the tokens of any site are gone', tx);
    await applications.update({ accessTokenId: In([...tokenIds]) }, { accessTokenId: null });
  }

  /**
   * Removes the mark of an inherited application once nothing lives that a leaver may hold a copy of: no secret and no
   * token from before the transfer (contract §5). Returns whether it has no mark now; an earlier call in the same unit of work
   * may have removed it.
   */
  async unmarkWhenRenewed(tx: Tx, site: SiteId, id: string): Promise<boolean> {
    const now = timeParameter(this.clock.now());
    const sql = `UPDATE applications SET transferred_from = NULL, transferred_at = NULL
      WHERE site_id = ? AND id = ? AND transferred_at IS NOT NULL AND NOT ${HAS_OLD_VALUES('applications', '?')}`;
    const changed = await this.tables.statement(tx, CONFINED, [`application:${id}`], sql, [site, id, now, now]);
    return changed > 0 || (await this.#applications.in(site, tx).one({ id }))?.transferredAt === null;
  }

  /** Returns those of these applications that are still marked. */
  async stillInherited(site: SiteId, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.#applications
      .in(site)
      .query('row')
      .select('row.id', 'id')
      .andWhere(`row.id IN (:...ids) AND row.transferredAt IS NOT NULL AND ${HAS_OLD_VALUES('row', ':now')}`, {
        ids,
        now: this.clock.now(),
      })
      .getRawMany<{ id: string }>();
    return new Set(rows.map(({ id }) => id));
  }

  /** The mark that an application still has. Time alone may have ended the last value that came with it. */
  async inheritanceOf(
    tx: Tx,
    { siteId, id, transferredFrom, transferredAt }: Application,
  ): Promise<Inheritance | null> {
    if (transferredFrom === null || transferredAt === null) return null;
    return (await this.unmarkWhenRenewed(tx, siteId, id)) ? null : { from: transferredFrom, at: transferredAt };
  }
}
