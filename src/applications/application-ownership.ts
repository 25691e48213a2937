import { Injectable } from '@nestjs/common';
import { In, type SelectQueryBuilder } from 'typeorm';
import type { IdPortion } from '../platform/database/id-portion.js';
import { digestOf, type RowsDigest } from '../platform/database/rows-digest.js';
import { intersectionOf, named } from '../platform/database/scope-intersection.js';
import { storedTimeOrNull, timeParameter } from '../platform/database/stored-time.js';
import { type SiteTable, SiteTables } from '../platform/database/site-table.js';
import type { Tx } from '../platform/database/transaction.js';
import { Clock } from '../shared/clock/clock.js';
import type { SiteId } from '../shared/ids/site-id.js';
import type { Handover, Named, StopSearch } from '../tokens/tokens.types.js';
import { liveSql } from '../tokens/liveness.js';
import { Application } from './application.entity.js';
import type { ApplicationInUse } from './applications.types.js';

const CONFINED = 'confined to the site by its WHERE';
const OF_OWNER = 'site_id = ? AND owner_id = ?';
const LIVE_OF_OWNER = `${OF_OWNER} AND deleted_at IS NULL`;

const MADE_BY = `site_id = ? AND deleted_at IS NULL
  AND owner_id IN (SELECT id FROM users WHERE site_id = ? AND kind = 'service') AND (EXISTS (SELECT 1
  FROM client_secrets s WHERE s.application_id = applications.id AND ${liveSql('s')} AND COALESCE(s.made_by, applications.created_by) = ?) OR EXISTS (SELECT 1
  FROM tokens t JOIN token_values v ON v.token_id = t.id WHERE t.id = applications.access_token_id AND ${liveSql('t')} AND v.valid_until IS NULL
  AND COALESCE(v.made_by, t.created_by) = ?))`;

const TOKENS_MADE_OTHERS = `EXISTS (SELECT 1 FROM tokens t JOIN token_values v ON v.token_id = t.id
  WHERE t.application_id = row.id AND (
  EXISTS (SELECT 1 FROM token_values c WHERE c.issued_with = COALESCE(v.lineage_key, v.token_id))
  OR EXISTS (SELECT 1 FROM client_secrets c WHERE c.issued_with = COALESCE(v.lineage_key, v.token_id))))`;

function madeByParameters(site: SiteId, personId: string, now: string): string[] {
  return [site, site, now, personId, now, personId];
}

/**
 * Moves the applications of a user to another owner, or ends them with their owner. For their tokens see
 * tokens/token-ownership.ts.
 */
@Injectable()
export class ApplicationOwnership {
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

  /** The names of these applications, oldest first. */
  async names(tx: Tx, site: SiteId, ids: readonly string[]): Promise<Named[]> {
    const query = this.#applications.in(site, tx).query('row').andWhere('row.id IN (:...ids)', { ids });
    const names = await query.select(['row.id AS id', 'row.name AS name']).getRawMany<Named>();
    return names.sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  /** From now on its tokens, including those that it fetches later, can do at most what they could do until now. */
  async transfer(tx: Tx, { siteId, from, to, held }: Handover): Promise<number> {
    const now = timeParameter(this.clock.now());
    const ceiling = intersectionOf(held, ['scopes', 'ceiling']);
    const sql = `UPDATE applications SET ceiling = ${ceiling.sql}, owner_id = ?, transferred_from = ?, transferred_at = ?,
      updated_at = ? WHERE ${LIVE_OF_OWNER}`;
    const parameters = [...ceiling.parameters, to, from, now, now, siteId, from];
    const moved = await this.tables.statement(tx, CONFINED, [`user:${from}`], sql, parameters);
    const deleted = `UPDATE applications SET owner_id = ? WHERE ${OF_OWNER}`;
    await this.tables.statement(tx, CONFINED, [`user:${from}`], deleted, [to, siteId, from]);
    return moved;
  }

  /**
   * Marks the applications of service accounts with a live secret or current access token that this person made, and may have
   * kept. Returns how many had no such mark yet.
   */
  async markMadeBy(tx: Tx, site: SiteId, personId: string): Promise<number> {
    const now = timeParameter(this.clock.now());
    const sql = `UPDATE applications SET transferred_from = ?, transferred_at = ?, updated_at = ?
      WHERE ${MADE_BY} AND COALESCE(transferred_from, '') <> ?`;
    const parameters = [personId, now, now, ...madeByParameters(site, personId, now), personId];
    return this.tables.statement(tx, CONFINED, [`site:${site}`], sql, parameters);
  }

  /** The applications that `markMadeBy` would mark, oldest first. */
  async madeBy(tx: Tx, site: SiteId, personId: string, limit: number): Promise<Application[]> {
    const now = timeParameter(this.clock.now());
    const inner = `SELECT id FROM applications WHERE ${MADE_BY} ORDER BY id LIMIT ?`;
    const { ids } = await this.tables.portion(tx, CONFINED, inner, [...madeByParameters(site, personId, now), limit]);
    return ids.length === 0 ? [] : this.#applications.in(site, tx).all({ id: In(ids) }, { order: { id: 'ASC' } });
  }

  /**
   * Deletes the applications of an owner, and their secrets. Their tokens are refused from then on; the tokens module ends them.
   */
  async decommission(tx: Tx, site: SiteId, ownerId: string): Promise<number> {
    const now = timeParameter(this.clock.now());
    const theirs = `application_id IN (SELECT id FROM applications WHERE ${LIVE_OF_OWNER})`;
    const secrets = `UPDATE client_secrets SET revoked_at = ? WHERE ${theirs} AND site_id = ? AND ${liveSql('client_secrets')}`;
    await this.tables.statement(tx, CONFINED, [`user:${ownerId}`], secrets, [now, site, ownerId, site, now]);
    const sql = `UPDATE applications SET deleted_at = ?, updated_at = ? WHERE ${LIVE_OF_OWNER}`;
    return this.tables.statement(tx, CONFINED, [`user:${ownerId}`], sql, [now, now, site, ownerId]);
  }

  /** The live applications of an owner, those with the most recent traffic first. */
  async inUse(tx: Tx, site: SiteId, ownerId: string, limit: number, offset: number): Promise<ApplicationInUse[]> {
    return this.#inUse(this.#live(tx, site, ownerId), limit, offset);
  }

  /** The live applications that can do something now and would have no scopes after the transfer. */
  async stopping(tx: Tx, { siteId, ownerId, held, kept }: StopSearch, limit: number): Promise<ApplicationInUse[]> {
    const now = named(intersectionOf(held, ['row.scopes', 'row.ceiling']), 'held');
    const then = named(intersectionOf(kept, ['row.scopes', 'row.ceiling']), 'kept');
    const stopping = this.#live(tx, siteId, ownerId).andWhere(`${now.sql} <> '' AND ${then.sql} = ''`, {
      ...now.parameters,
      ...then.parameters,
    });
    return this.#inUse(stopping, limit, 0);
  }

  /**
   * The applications whose tokens have made credentials, or their own next token: an inherited one can't. Most recent traffic
   * first.
   */
  selfServing(tx: Tx, site: SiteId, ownerId: string, limit: number): Promise<ApplicationInUse[]> {
    return this.#inUse(this.#live(tx, site, ownerId).andWhere(TOKENS_MADE_OTHERS), limit, 0);
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
