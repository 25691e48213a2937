import { Injectable } from '@nestjs/common';
import { In, type SelectQueryBuilder } from 'typeorm';
import type { IdPortion } from '../database/id-portion.js';
import { digestOf, type RowsDigest } from '../database/rows-digest.js';
import { intersectionOf, named } from '../database/scope-intersection.js';
import { storedTimeOrNull, timeParameter } from '../database/stored-time.js';
import { type SiteTable, SiteTables } from '../database/site-table.js';
import type { Tx } from '../database/transaction.js';
import { Clock } from '../shared/clock/clock.js';
import type { SiteId } from '../shared/ids/site-id.js';
import type { Handover, Named, StopSearch } from '../tokens/tokens.types.js';
import { Application } from './application.entity.js';
import type { ApplicationInUse } from './applications.types.js';

const CONFINED = 'confined to the site by its WHERE';
const OF_OWNER = 'site_id = ? AND owner_id = ?';
const LIVE_OF_OWNER = `${OF_OWNER} AND deleted_at IS NULL`;

/** Statements that move or end all applications of an owner at once. */
@Injectable()
export class ApplicationOwnershipRepository {
  readonly #applications: SiteTable<Application>;

  constructor(
    private readonly tables: SiteTables,
    private readonly clock: Clock,
  ) {
    this.#applications = tables.of(Application);
  }

  liveAfter(tx: Tx, ownerId: string, after: string, limit: number): Promise<IdPortion> {
    const inner = `SELECT id FROM applications WHERE owner_id = ? AND deleted_at IS NULL AND id > ? ORDER BY id LIMIT ?`;
    return this.tables.portion(tx, CONFINED, inner, [ownerId, after, limit]);
  }

  /** These applications by name, oldest first. */
  async names(tx: Tx, site: SiteId, ids: readonly string[]): Promise<Named[]> {
    const query = this.#applications.in(site, tx).query('row').andWhere('row.id IN (:...ids)', { ids });
    const names = await query.select(['row.id AS id', 'row.name AS name']).getRawMany<Named>();
    return names.sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  /** What tokens of it can do from now on, also those that it fetches later, is at most what they could do until now. */
  async transfer(tx: Tx, { siteId, from, to, held }: Handover): Promise<number> {
    const now = timeParameter(this.clock.now());
    const ceiling = intersectionOf(held, ['scopes', 'ceiling']);
    const sql = `UPDATE applications SET ceiling = ${ceiling.sql}, owner_id = ?, transferred_from = ?, transferred_at = ?,
      updated_at = ? WHERE ${LIVE_OF_OWNER}`;
    const parameters = [...ceiling.parameters, to, from, now, now, siteId, from];
    const moved = await this.tables.statement(tx, CONFINED, sql, parameters);
    const deleted = `UPDATE applications SET owner_id = ? WHERE ${OF_OWNER}`;
    await this.tables.statement(tx, CONFINED, deleted, [to, siteId, from]);
    return moved;
  }

  /** Deletes the applications of an owner, and their secrets. Their tokens are refused with that, and tokens ends them. */
  async decommission(tx: Tx, site: SiteId, ownerId: string): Promise<number> {
    const now = timeParameter(this.clock.now());
    const theirs = `application_id IN (SELECT id FROM applications WHERE ${LIVE_OF_OWNER})`;
    const live = 'site_id = ? AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)';
    const secrets = `UPDATE client_secrets SET revoked_at = ? WHERE ${theirs} AND ${live}`;
    await this.tables.statement(tx, CONFINED, secrets, [now, site, ownerId, site, now]);
    const sql = `UPDATE applications SET deleted_at = ?, updated_at = ? WHERE ${LIVE_OF_OWNER}`;
    return this.tables.statement(tx, CONFINED, sql, [now, now, site, ownerId]);
  }

  /** The live applications of an owner, those with the latest traffic first. */
  async inUse(tx: Tx, site: SiteId, ownerId: string, limit: number, offset: number): Promise<ApplicationInUse[]> {
    return this.#inUse(this.#live(tx, site, ownerId), limit, offset);
  }

  /** Those of them that can do something now and could do nothing with what would be left. */
  async stopping(tx: Tx, { siteId, ownerId, held, kept }: StopSearch, limit: number): Promise<ApplicationInUse[]> {
    const now = named(intersectionOf(held, ['row.scopes', 'row.ceiling']), 'held');
    const then = named(intersectionOf(kept, ['row.scopes', 'row.ceiling']), 'kept');
    const stopping = this.#live(tx, siteId, ownerId).andWhere(`${now.sql} <> '' AND ${then.sql} = ''`, {
      ...now.parameters,
      ...then.parameters,
    });
    return this.#inUse(stopping, limit, 0);
  }

  countLive(tx: Tx, site: SiteId, ownerId: string): Promise<number> {
    return this.#live(tx, site, ownerId).getCount();
  }

  byIds(site: SiteId, ids: readonly string[], tx?: Tx): Promise<Application[]> {
    const rows = tx === undefined ? this.#applications.in(site) : this.#applications.in(site, tx);
    return rows.all({ id: In([...ids]) });
  }

  async #inUse(query: SelectQueryBuilder<Application>, limit: number, offset: number): Promise<ApplicationInUse[]> {
    const { entities, raw } = await query
      .addSelect('(SELECT MAX(used.last_used_at) FROM tokens used WHERE used.application_id = row.id)', 'traffic')
      .orderBy('traffic', 'DESC')
      .addOrderBy('row.id', 'DESC')
      .limit(limit)
      .offset(offset)
      .getRawAndEntities<{ traffic: Date | string | null }>();
    return entities.map((application, index) => ({
      application,
      lastUsedAt: storedTimeOrNull(raw[index]?.traffic ?? null),
    }));
  }

  digest(tx: Tx, site: SiteId, ownerId: string): Promise<RowsDigest> {
    return digestOf(this.#live(tx, site, ownerId), ['id', 'scopes', 'ceiling', 'accessTokenId', 'tokenTtlSeconds']);
  }

  #live(tx: Tx, site: SiteId, ownerId: string) {
    const rows = this.#applications.in(site, tx).query('row');
    return rows.where('row.ownerId = :ownerId AND row.deletedAt IS NULL', { ownerId });
  }
}
