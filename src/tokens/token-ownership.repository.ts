import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan, Or } from 'typeorm';
import type { IdPortion } from '../database/id-portion.js';
import type { Page } from '../database/page.js';
import { digestOf, type RowsDigest } from '../database/rows-digest.js';
import { intersectionOf, named } from '../database/scope-intersection.js';
import { type SiteTable, SiteTables } from '../database/site-table.js';
import { timeParameter } from '../database/stored-time.js';
import type { Tx } from '../database/transaction.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { Clock } from '../shared/clock/clock.js';
import { Token } from './token.entity.js';
import type { Handover, Named, StopSearch, Working } from './tokens.types.js';

/** Naming the site too would let MySQL and SQLite walk through all of it, by an index that begins with the site. */
const CONFINED = 'an owner is of one site, and the caller has locked them there';
/**
 * Written so that no index serves it: an owner's rows are found by the owner. MySQL would else intersect the indexes of all
 * columns named, which takes half as long again.
 */
const live = (revokedAt: string, expiresAt: string, now: string): string =>
  `CASE WHEN ${revokedAt} IS NOT NULL THEN 0 WHEN ${expiresAt} IS NULL THEN 1 ELSE ${expiresAt} > ${now} END = 1`;
const LIVE = live('revoked_at', 'expires_at', '?');

/** Statements that move or end many tokens at once, however many there are. */
@Injectable()
export class TokenOwnershipRepository {
  readonly #tokens: SiteTable<Token>;

  constructor(
    private readonly tables: SiteTables,
    private readonly clock: Clock,
  ) {
    this.#tokens = tables.of(Token);
  }

  /** The next live tokens of an owner in the order of their ids. */
  liveAfter(tx: Tx, ownerId: string, after: string, limit: number): Promise<IdPortion> {
    const now = timeParameter(this.clock.now());
    const inner = `SELECT id FROM tokens WHERE owner_id = ? AND id > ? AND ${LIVE} ORDER BY id LIMIT ?`;
    return this.tables.portion(tx, CONFINED, inner, [ownerId, after, now, limit]);
  }

  /** These tokens by name, oldest first. */
  async names(tx: Tx, site: SiteId, ids: readonly string[]): Promise<Named[]> {
    const query = this.#tokens.in(site, tx).query('row').andWhere('row.id IN (:...ids)', { ids });
    const names = await query.select(['row.id AS id', 'row.name AS name']).getRawMany<Named>();
    // Sorted here: for an order MySQL would read the whole table in it.
    return names.sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  /** The live tokens of an owner, newest first. */
  livePage(
    tx: Tx,
    site: SiteId,
    ownerId: string,
    page: { limit: number; cursor: string | undefined },
  ): Promise<Page<Token>> {
    const live = { ownerId, revokedAt: IsNull(), expiresAt: Or(IsNull(), MoreThan(this.clock.now())) };
    return this.#tokens.in(site, tx).page({ ...page, where: live });
  }

  countLive(tx: Tx, site: SiteId, ownerId: string): Promise<number> {
    return this.#live(tx, site, ownerId).getCount();
  }

  /** The personal tokens that can do something now and could do nothing with what would be left, last used first. */
  async stopping(tx: Tx, { siteId, ownerId, held, kept }: StopSearch, limit: number): Promise<Working[]> {
    const now = named(intersectionOf(held, ['row.scopes', 'row.ceiling']), 'held');
    const then = named(intersectionOf(kept, ['row.scopes', 'row.ceiling']), 'kept');
    return this.#live(tx, siteId, ownerId)
      .andWhere(`row.kind = 'personal' AND ${now.sql} <> '' AND ${then.sql} = ''`, {
        ...now.parameters,
        ...then.parameters,
      })
      .orderBy('row.lastUsedAt', 'DESC')
      .limit(limit)
      .getMany();
  }

  byIds(tx: Tx, site: SiteId, ids: readonly string[]): Promise<Token[]> {
    return this.#tokens.in(site, tx).all({ id: In([...ids]) });
  }

  /**
   * Tokens change hands, live ones with what they could do at this moment as their ceiling: the roles of the one who had them,
   * cut by their own bounds and by those of their application. What is over already is no right any more: it goes along as it
   * is, so that nothing of the one stays behind. `ids` names some live ones, or none; without it, it is all.
   */
  async transfer(tx: Tx, { from, to, held }: Handover, ids?: readonly string[]): Promise<number> {
    if (ids?.length === 0) return 0;
    const now = timeParameter(this.clock.now());
    const own = intersectionOf(held, ['scopes', 'ceiling']);
    const issued = intersectionOf(held, ['tokens.scopes', 'tokens.ceiling', 'app.scopes', 'app.ceiling']);
    const chosen = ids === undefined ? '' : `AND ${LIVE} AND id IN (${ids.map(() => '?').join(', ')})`;
    // MySQL sets columns in this order and sees the new values at once: the ceiling, which is read too, is set once.
    const sql = `UPDATE tokens SET
      ceiling = CASE WHEN NOT (${LIVE}) THEN ceiling WHEN application_id IS NULL THEN ${own.sql}
        ELSE (SELECT ${issued.sql} FROM applications app WHERE app.id = tokens.application_id) END,
      transferred_from = CASE WHEN ${LIVE} THEN ? ELSE transferred_from END,
      transferred_at = CASE WHEN ${LIVE} THEN ? ELSE transferred_at END,
      owner_id = ?
      WHERE owner_id = ? ${chosen}`;
    const set = [now, ...own.parameters, ...issued.parameters, now, from, now, now, to];
    return this.tables.statement(tx, CONFINED, sql, [...set, from, ...(ids === undefined ? [] : [now, ...ids])]);
  }

  /** Revokes the tokens that others hold of applications of this owner: these end with them. */
  async revokeOfApplications(tx: Tx, ownerId: string): Promise<void> {
    const now = timeParameter(this.clock.now());
    const sql = `UPDATE tokens SET revoked_at = ?, revoked_reason = 'application_deleted' WHERE ${LIVE}
      AND application_id IN (SELECT id FROM applications WHERE owner_id = ? AND deleted_at IS NULL)`;
    await this.tables.statement(tx, CONFINED, sql, [now, now, ownerId]);
  }

  /** Of the live tokens that a preview names: those that a person made to keep. What an application fetches meanwhile goes with it. */
  digest(tx: Tx, site: SiteId, ownerId: string): Promise<RowsDigest> {
    const kept = this.#live(tx, site, ownerId).andWhere("row.kind = 'personal' AND row.format = 'opaque'");
    return digestOf(kept, ['id', 'scopes', 'ceiling', 'accountId', 'allowedNetworks', 'expiresAt']);
  }

  #live(tx: Tx, site: SiteId, ownerId: string) {
    return this.#tokens
      .in(site, tx)
      .query('row')
      .where('row.ownerId = :ownerId', { ownerId })
      .andWhere(live('row.revokedAt', 'row.expiresAt', ':now'), { now: this.clock.now() });
  }
}
