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

const CONFINED = 'confined to the site by its WHERE';
const LIVE = 'revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)';

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
  liveAfter(tx: Tx, site: SiteId, ownerId: string, after: string, limit: number): Promise<IdPortion> {
    const now = timeParameter(this.clock.now());
    const inner = `SELECT id FROM tokens WHERE site_id = ? AND owner_id = ? AND id > ? AND ${LIVE} ORDER BY id LIMIT ?`;
    return this.tables.portion(tx, CONFINED, inner, [site, ownerId, after, now, limit]);
  }

  /** The first live tokens of an owner by name, oldest first. */
  async firstNames(tx: Tx, site: SiteId, ownerId: string, limit: number): Promise<Named[]> {
    return this.#live(tx, site, ownerId)
      .select(['row.id AS id', 'row.name AS name'])
      .orderBy('row.id', 'ASC')
      .limit(limit)
      .getRawMany<Named>();
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
   * Live tokens change hands, each with what it could do at this moment as its ceiling: the roles of the one who had it,
   * cut by its own bounds and by those of its application. Answers how many. `ids` names some; without, it is all.
   */
  async transferLive(tx: Tx, handover: Handover, ids?: readonly string[]): Promise<number> {
    const own = await this.#transfer(tx, handover, 'application_id IS NULL', this.#ceiling(handover), ids);
    const issued = intersectionOf(handover.held, ['tokens.scopes', 'tokens.ceiling', 'app.scopes', 'app.ceiling']);
    const ceiling = {
      sql: `(SELECT ${issued.sql} FROM applications app WHERE app.id = tokens.application_id)`,
      parameters: issued.parameters,
    };
    return own + (await this.#transfer(tx, handover, 'application_id IS NOT NULL', ceiling, ids));
  }

  /** What is over already is no right any more: it changes hands as it is, so that nothing of the one stays behind. */
  async transferDead(tx: Tx, { siteId, from, to }: Handover): Promise<void> {
    const sql = 'UPDATE tokens SET owner_id = ? WHERE site_id = ? AND owner_id = ?';
    await this.tables.statement(tx, CONFINED, sql, [to, siteId, from]);
  }

  /** Revokes the tokens that others hold of applications of this owner: these end with them. */
  async revokeOfApplications(tx: Tx, site: SiteId, ownerId: string): Promise<void> {
    const now = timeParameter(this.clock.now());
    const sql = `UPDATE tokens SET revoked_at = ?, revoked_reason = 'application_deleted' WHERE site_id = ? AND ${LIVE}
      AND application_id IN (SELECT id FROM applications WHERE site_id = ? AND owner_id = ? AND deleted_at IS NULL)`;
    await this.tables.statement(tx, CONFINED, sql, [now, site, now, site, ownerId]);
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
      .andWhere('row.revokedAt IS NULL AND (row.expiresAt IS NULL OR row.expiresAt > :now)', { now: this.clock.now() });
  }

  #ceiling({ held }: Handover) {
    return intersectionOf(held, ['scopes', 'ceiling']);
  }

  #transfer(
    tx: Tx,
    { siteId, from, to }: Handover,
    which: string,
    ceiling: { readonly sql: string; readonly parameters: readonly string[] },
    ids: readonly string[] = [],
  ): Promise<number> {
    const now = timeParameter(this.clock.now());
    const chosen = ids.length === 0 ? '' : `AND id IN (${ids.map(() => '?').join(', ')})`;
    // MySQL sets columns in this order and sees the new values at once: the ceiling, which is read too, is set once.
    const sql = `UPDATE tokens SET ceiling = ${ceiling.sql}, owner_id = ?, transferred_from = ?, transferred_at = ?
      WHERE site_id = ? AND owner_id = ? AND ${which} AND ${LIVE} ${chosen}`;
    const parameters = [...ceiling.parameters, to, from, now, siteId, from, now, ...ids];
    return this.tables.statement(tx, CONFINED, sql, parameters);
  }
}
