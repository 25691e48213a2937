import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Page } from '../database/page.js';
import { type SiteTable, SiteTables } from '../database/site-table.js';
import type { Tx } from '../database/transaction.js';
import type { PageQuery } from '../http/paging.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { Application } from './application.entity.js';

/** The applications of a site. A deleted one keeps its row for the audit log and is seen by nobody. */
@Injectable()
export class ApplicationRepository {
  readonly #applications: SiteTable<Application>;

  constructor(private readonly tables: SiteTables) {
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

  /** For tokens that were deleted: no application names one of them any more. */
  async forgetAccessTokens(tx: Tx, tokenIds: readonly string[]): Promise<void> {
    const applications = this.#applications.acrossSites('the tokens of any site are gone', tx);
    await applications.update({ accessTokenId: In([...tokenIds]) }, { accessTokenId: null });
  }

  /**
   * Takes the mark off an inherited application once nothing lasts that whoever had it may hold a copy of: no secret from
   * before without an end, no access token from before.
   */
  async unmarkWhenRenewed(tx: Tx, site: SiteId, id: string): Promise<void> {
    const sql = `UPDATE applications SET transferred_from = NULL, transferred_at = NULL
      WHERE site_id = ? AND id = ? AND transferred_at IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM client_secrets s WHERE s.application_id = applications.id
        AND s.revoked_at IS NULL AND s.expires_at IS NULL AND s.created_at <= applications.transferred_at)
      AND NOT EXISTS (SELECT 1 FROM tokens t WHERE t.id = applications.access_token_id
        AND t.revoked_at IS NULL AND COALESCE(t.rotated_at, t.created_at) <= applications.transferred_at)`;
    await this.tables.statement(tx, 'confined to the site by its WHERE', sql, [site, id]);
  }
}
