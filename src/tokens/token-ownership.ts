import { Injectable } from '@nestjs/common';
import { In, type SelectQueryBuilder } from 'typeorm';
import type { IdPortion } from '../platform/database/id-portion.js';
import type { Page } from '../platform/database/page.js';
import { digestOf, type RowsDigest } from '../platform/database/rows-digest.js';
import { intersectionOf, named } from '../platform/database/scope-intersection.js';
import { type SiteTable, SiteTables } from '../platform/database/site-table.js';
import { timeParameter } from '../platform/database/stored-time.js';
import type { Tx } from '../platform/database/transaction.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { Clock } from '../shared/clock/clock.js';
import { liveWhere, unindexedLive } from './liveness.js';
import { Token } from './token.entity.js';
import { TokenRepository } from './token.repository.js';
import type { Handover, Named, SelfServing, StopSearch, Working } from './tokens.types.js';

/** If the statement named the site too, MySQL and SQLite would walk through the whole site, by an index that begins with it. */
const CONFINED = 'an owner is of one site, and the caller has locked them there';
const LIVE = unindexedLive('revoked_at', 'expires_at', '?');
const LIVE_OF_ROW = unindexedLive('row.revokedAt', 'row.expiresAt', ':now');
/** What `{api}/auth/token` gives a person: a sign-in. It passes to nobody and ends with the sessions (contract §5). */
const SIGN_IN = `kind = 'personal' AND format = 'jwt'`;
const SIGN_IN_ROW = `row.kind = 'personal' AND row.format = 'jwt'`;
const OF_SERVICE_ACCOUNTS = `owner_id IN (SELECT id FROM users WHERE site_id = ? AND kind = 'service')`;
const MADE_BY = `site_id = ? AND ${LIVE} AND ${OF_SERVICE_ACCOUNTS} AND EXISTS (SELECT 1 FROM token_values v
  WHERE v.token_id = tokens.id AND v.valid_until IS NULL AND COALESCE(v.made_by, tokens.created_by) = ?)`;
/** Values that a token gave itself share its lineage key. */
const ROTATED_ITSELF = `EXISTS (SELECT 1 FROM token_values v JOIN token_values w ON w.token_id = v.token_id AND w.hash <> v.hash
  AND COALESCE(w.lineage_key, w.token_id) = COALESCE(v.lineage_key, v.token_id) WHERE v.token_id = row.id)`;
const MADE_OTHERS = `EXISTS (SELECT 1 FROM token_values v WHERE v.token_id = row.id AND (
  EXISTS (SELECT 1 FROM token_values c WHERE c.issued_with = COALESCE(v.lineage_key, v.token_id))
  OR EXISTS (SELECT 1 FROM client_secrets c WHERE c.issued_with = COALESCE(v.lineage_key, v.token_id))))`;
const BY_SITE = 'confined to the site by its WHERE';

/** Moves the tokens of a user to another owner, or ends them with their owner: never wider than before (contract §5). */
@Injectable()
export class TokenOwnership {
  readonly #tokens: SiteTable<Token>;

  constructor(
    private readonly tables: SiteTables,
    private readonly clock: Clock,
    private readonly repository: TokenRepository,
  ) {
    this.#tokens = tables.of(Token);
  }

  /** The next live tokens of an owner, in the order of their ids. */
  liveAfter(tx: Tx, ownerId: string, after: string, limit: number): Promise<IdPortion> {
    const now = timeParameter(this.clock.now());
    const inner = `SELECT id FROM tokens WHERE owner_id = ? AND id > ? AND ${LIVE} AND NOT (${SIGN_IN}) ORDER BY id LIMIT ?`;
    return this.tables.portion(tx, CONFINED, inner, [ownerId, after, now, limit]);
  }

  /** The names of these tokens, oldest first. */
  async names(tx: Tx, site: SiteId, ids: readonly string[]): Promise<Named[]> {
    const query = this.#tokens.in(site, tx).query('row').andWhere('row.id IN (:...ids)', { ids });
    const names = await query.select(['row.id AS id', 'row.name AS name']).getRawMany<Named>();
    // Sorted here: to order the rows, MySQL would read the whole table in that order.
    return names.sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  /** The live tokens of an owner, newest first. */
  livePage(
    tx: Tx,
    site: SiteId,
    ownerId: string,
    page: { limit: number; cursor: string | undefined },
  ): Promise<Page<Token>> {
    const where = { ownerId, ...liveWhere(this.clock.now()) };
    const refine = (query: SelectQueryBuilder<Token>) => {
      query.andWhere(`NOT (${SIGN_IN_ROW})`);
    };
    return this.#tokens.in(site, tx).page({ ...page, where, refine });
  }

  countLive(tx: Tx, site: SiteId, ownerId: string): Promise<number> {
    return this.#live(tx, site, ownerId).getCount();
  }

  /** The personal tokens that can do something now and would have no scopes after the transfer, most recently used first. */
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

  /** The personal tokens that have rotated themselves or made other credentials. An inherited token can do neither. */
  async selfServing(tx: Tx, site: SiteId, ownerId: string, limit: number): Promise<SelfServing[]> {
    const { entities, raw } = await this.#live(tx, site, ownerId)
      .andWhere("row.kind = 'personal'")
      .addSelect(`CASE WHEN ${MADE_OTHERS} THEN 1 ELSE 0 END`, 'makes')
      .andWhere(`(${MADE_OTHERS} OR ${ROTATED_ITSELF})`)
      .orderBy('row.lastUsedAt', 'DESC')
      .limit(limit)
      .getRawAndEntities<{ makes: number | string }>();
    return entities.map(({ id, name, lastUsedAt }, index) => {
      return { id, name, lastUsedAt, makes: Number(raw[index]?.makes) === 1 };
    });
  }

  byIds(tx: Tx, site: SiteId, ids: readonly string[]): Promise<Token[]> {
    return this.#tokens.in(site, tx).all({ id: In([...ids]) });
  }

  /**
   * Hands tokens over. Live ones get what they could do at this moment as their ceiling: the roles of the former owner, cut down
   * by the token's own bounds and by those of its application. A token that has ended grants nothing any more; it moves
   * unchanged, so that nothing of the former owner stays behind. `ids` names some live tokens, or none; without it, all tokens
   * move.
   */
  async transfer(tx: Tx, { from, to, held }: Handover, ids?: readonly string[]): Promise<number> {
    if (ids?.length === 0) return 0;
    const now = timeParameter(this.clock.now());
    const own = intersectionOf(held, ['scopes', 'ceiling']);
    const issued = intersectionOf(held, ['tokens.scopes', 'tokens.ceiling', 'app.scopes', 'app.ceiling']);
    const chosen =
      ids === undefined
        ? `AND NOT (${SIGN_IN} AND ${LIVE})`
        : `AND ${LIVE} AND id IN (${ids.map(() => '?').join(', ')})`;
    // MySQL sets columns in this order and sees the new values at once: the ceiling, which is also read, is set only once.
    const sql = `UPDATE tokens SET
      ceiling = CASE WHEN NOT (${LIVE}) THEN ceiling WHEN application_id IS NULL THEN ${own.sql}
        ELSE (SELECT ${issued.sql} FROM applications app WHERE app.id = tokens.application_id) END,
      transferred_from = CASE WHEN ${LIVE} THEN ? ELSE transferred_from END,
      transferred_at = CASE WHEN ${LIVE} THEN ? ELSE transferred_at END,
      owner_id = ?
      WHERE owner_id = ? ${chosen}`;
    const set = [now, ...own.parameters, ...issued.parameters, now, from, now, now, to];
    return this.tables.statement(tx, CONFINED, [`user:${from}`], sql, [...set, from, now, ...(ids ?? [])]);
  }

  /**
   * Marks the live tokens of service accounts whose current value this person made, and may have kept. The tokens keep their
   * owner and everything they can do. Returns how many had no such mark yet.
   */
  async markMadeBy(tx: Tx, site: SiteId, personId: string): Promise<number> {
    const now = timeParameter(this.clock.now());
    const sql = `UPDATE tokens SET transferred_from = ?, transferred_at = ?
      WHERE ${MADE_BY} AND COALESCE(transferred_from, '') <> ?`;
    const marked = [`site:${site}`] as const;
    return this.tables.statement(tx, BY_SITE, marked, sql, [personId, now, site, now, site, personId, personId]);
  }

  /** The tokens that `markMadeBy` would mark, oldest first. */
  madeBy(tx: Tx, site: SiteId, personId: string, limit: number): Promise<Token[]> {
    const query = this.#tokens.in(site, tx).query('row');
    return query
      .andWhere(
        `row.ownerId IN (SELECT u.id FROM users u WHERE u.site_id = :site AND u.kind = 'service')
         AND ${LIVE_OF_ROW} AND EXISTS (SELECT 1 FROM token_values v
         WHERE v.token_id = row.id AND v.valid_until IS NULL AND COALESCE(v.made_by, row.createdBy) = :personId)`,
        { site, now: this.clock.now(), personId },
      )
      .orderBy('row.id', 'ASC')
      .limit(limit)
      .getMany();
  }

  /**
   * Revokes all live tokens of a user and, before their applications go, the tokens of those applications that others own.
   * Returns how many belonged to the user.
   */
  async decommission(tx: Tx, site: SiteId, ownerId: string): Promise<number> {
    const revoked = await this.repository.revoke(tx, site, { ownerId }, 'owner_removed');
    await this.#revokeOfApplications(tx, ownerId);
    return revoked;
  }

  async #revokeOfApplications(tx: Tx, ownerId: string): Promise<void> {
    const now = timeParameter(this.clock.now());
    const sql = `UPDATE tokens SET revoked_at = ?, revoked_reason = 'application_deleted' WHERE ${LIVE}
      AND application_id IN (SELECT id FROM applications WHERE owner_id = ? AND deleted_at IS NULL)`;
    await this.tables.statement(tx, CONFINED, [`user:${ownerId}`], sql, [now, now, ownerId]);
  }

  /**
   * A digest of the live tokens that a preview names: those that a person made to keep. Tokens that an application fetches
   * meanwhile go with the application.
   */
  digest(tx: Tx, site: SiteId, ownerId: string): Promise<RowsDigest> {
    const kept = this.#live(tx, site, ownerId).andWhere("row.kind = 'personal' AND row.format = 'opaque'");
    return digestOf(kept, ['id', 'scopes', 'ceiling', 'accountId', 'allowedNetworks', 'expiresAt']);
  }

  #live(tx: Tx, site: SiteId, ownerId: string) {
    return this.#tokens
      .in(site, tx)
      .query('row')
      .where('row.ownerId = :ownerId', { ownerId })
      .andWhere(`${LIVE_OF_ROW} AND NOT (${SIGN_IN_ROW})`, {
        now: this.clock.now(),
      });
  }
}
