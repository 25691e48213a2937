import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan, type SelectQueryBuilder } from 'typeorm';
import { storedTime, timeParameter } from '../platform/database/stored-time.js';
import { containing } from '../platform/database/like-pattern.js';
import { type SiteTable, SiteTables } from '../platform/database/site-table.js';
import type { Page } from '../platform/database/page.js';
import type { Tx } from '../platform/database/transaction.js';
import type { StandingAuthority } from '../shared/authz/authority.js';
import { Clock } from '../shared/clock/clock.js';
import { sha256 } from '../shared/crypto/hashing.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { lineageKeyAfter } from '../shared/authz/lineage-key.js';
import { type PolicySnapshot, violationCondition } from './policy/policy-violations.js';
import { LIVE_ROW, liveWhere, type TokenState } from './liveness.js';
import { Token } from './token.entity.js';
import { TokenValue } from './token-value.entity.js';
import type { RevocationReason, TokenUse } from './tokens.types.js';

export interface TokenSearch {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly ownerId?: string | undefined;
  readonly accountId?: string | undefined;
  readonly kind?: Token['kind'] | undefined;
  readonly format?: Token['format'] | undefined;
  readonly state?: TokenState | undefined;
  readonly transferred?: boolean | undefined;
  readonly stopped?: boolean | undefined;
  readonly unusedSince?: Date | undefined;
  readonly expiringBefore?: Date | undefined;
  readonly search?: string | undefined;
}

export type ValueOrigin = Pick<TokenValue, 'lineageKey' | 'issuedWithKind' | 'issuedWith' | 'madeBy'>;

/** The tokens of a site and their values. A value is stored only as its SHA-256. */
@Injectable()
export class TokenRepository {
  readonly #tokens: SiteTable<Token>;
  readonly #values: SiteTable<TokenValue>;

  constructor(
    private readonly tables: SiteTables,
    private readonly clock: Clock,
  ) {
    this.#tokens = tables.of(Token);
    this.#values = tables.of(TokenValue);
  }

  async insert(tx: Tx, token: Token, value: string, authority: StandingAuthority): Promise<void> {
    await this.#tokens.in(token.siteId, tx).insert(token);
    await this.#insertValue(tx, token, value, { lineageKey: null, ...authority.provenance });
  }

  /**
   * How many live tokens were issued to an application, or are owned by a user. Read from an index alone, which holds them side
   * by side.
   */
  async countLive(
    tx: Tx,
    site: SiteId,
    holder: { readonly kind: 'application' | 'user'; readonly id: string },
  ): Promise<number> {
    const column = holder.kind === 'application' ? 'application_id' : 'owner_id';
    const live = (end: string) =>
      `SELECT COUNT(*) FROM tokens WHERE ${column} = ? AND revoked_at IS NULL AND expires_at ${end}`;
    const sql = `SELECT (${live('IS NULL')}) + (${live('> ?')}) AS count`;
    const now = timeParameter(this.clock.now());
    const reason = 'an owner and an application are of one site, and the caller has locked the owner there';
    return this.tables.count(tx, reason, sql, [holder.id, holder.id, now]);
  }

  ownedBy(site: SiteId, ownerId: string, id: string): Promise<Token | null> {
    return this.#tokens.in(site).one({ id, ownerId });
  }

  /** The token that a value belongs to, current or rotated away. */
  async byHash(site: SiteId, hash: string): Promise<{ token: Token; validUntil: Date | null } | null> {
    const value = await this.#values.in(site).one({ hash });
    if (value === null) return null;
    const token = await this.#tokens.in(site).one({ id: value.tokenId });
    return token && { token, validUntil: value.validUntil };
  }

  /** Locked until the commit, so that two rotations, or a rotation and a revocation, follow each other. */
  ownedByForUpdate(tx: Tx, site: SiteId, ownerId: string, id: string): Promise<Token | null> {
    return this.#tokens.in(site, tx).one({ id, ownerId }, { lock: true });
  }

  byIdForUpdate(tx: Tx, site: SiteId, id: string): Promise<Token | null> {
    return this.#tokens.in(site, tx).one({ id }, { lock: true });
  }

  page(site: SiteId, search: TokenSearch, snapshot: PolicySnapshot): Promise<Page<Token>> {
    const { limit, cursor, ownerId, accountId, kind, format } = search;
    return this.#tokens.in(site).page({
      limit,
      cursor,
      where: {
        ...(ownerId && { ownerId }),
        ...(accountId && { accountId }),
        ...(kind && { kind }),
        ...(format && { format }),
      },
      refine: (query) => {
        narrow(query, search, snapshot);
      },
    });
  }

  async update(tx: Tx, site: SiteId, id: string, patch: Partial<Token>): Promise<void> {
    await this.#tokens.in(site, tx).update({ id }, patch);
  }

  /**
   * Makes `value` the current one. The previous one works until `oldValidUntil`, and is kept to recognise its reuse. A token that
   * rotates itself keeps its recorded maker (contract §9, "Lineage").
   */
  async replaceValue(
    tx: Tx,
    token: Token,
    value: string,
    oldValidUntil: Date,
    rotatedBy: StandingAuthority | 'itself',
  ): Promise<ValueOrigin> {
    const values = this.#values.in(token.siteId, tx);
    const before = await values.one({ tokenId: token.id, validUntil: IsNull() });
    if (before === null) throw new Error('a token without a current value');
    await values.update({ hash: before.hash }, { validUntil: oldValidUntil });
    const { lineageKey, issuedWithKind, issuedWith, madeBy } = before;
    const origin =
      rotatedBy === 'itself'
        ? { lineageKey, issuedWithKind, issuedWith, madeBy }
        : { lineageKey: lineageKeyAfter(lineageKey, token.id), ...rotatedBy.provenance };
    await this.#insertValue(tx, token, value, origin);
    return origin;
  }

  /** The makers of the current values of these tokens, by the id of the token. */
  async originsOf(site: SiteId, ids: readonly string[]): Promise<ReadonlyMap<string, ValueOrigin>> {
    if (ids.length === 0) return new Map();
    const values = await this.#values.in(site).all({ tokenId: In([...ids]), validUntil: IsNull() });
    return new Map(values.map((value) => [value.tokenId, value]));
  }

  /** Whether the current value of a token has this lineage key. */
  async isCurrentKey(tx: Tx, site: SiteId, tokenId: string, key: string): Promise<boolean> {
    const current = await this.#values.in(site, tx).one({ tokenId, validUntil: IsNull() });
    return (current?.lineageKey ?? tokenId) === key;
  }

  /** Ends the old values of a token that have this lineage key; returns how many still worked. */
  endSupersededKey(tx: Tx, site: SiteId, tokenId: string, key: string): Promise<number> {
    const now = this.clock.now();
    const lineageKey = key === tokenId ? IsNull() : key;
    return this.#values.in(site, tx).update({ tokenId, lineageKey, validUntil: MoreThan(now) }, { validUntil: now });
  }

  /** Ends the old values that still work for a grace: they must not gain what their token is given now. */
  async endSuperseded(tx: Tx, { siteId, id }: Token): Promise<void> {
    const now = this.clock.now();
    await this.#values.in(siteId, tx).update({ tokenId: id, validUntil: MoreThan(now) }, { validUntil: now });
  }

  /** Revokes the live tokens among those chosen; returns how many that were. */
  revoke(
    tx: Tx,
    site: SiteId,
    which: Partial<Pick<Token, 'id' | 'ownerId' | 'kind' | 'format'>> & { readonly applicationId?: string },
    reason: RevocationReason,
  ): Promise<number> {
    const now = this.clock.now();
    return this.#tokens.in(site, tx).update({ ...which, ...liveWhere(now) }, { revokedAt: now, revokedReason: reason });
  }

  /**
   * One statement for tokens of any site: the uses come from verified credentials, not from a caller. A later use that another
   * instance has already written stays.
   */
  async noteUses(tx: Tx, uses: readonly (readonly [id: string, use: TokenUse])[]): Promise<void> {
    const whens = uses.map(() => 'WHEN ? THEN ?').join(' ');
    const ids = uses.map(([id]) => id);
    const times = uses.flatMap(([id, { at }]) => [id, timeParameter(new Date(at))]);
    const addresses = uses.flatMap(([id, { address }]) => [id, address]);
    await this.tables.statement(
      tx,
      'the ids come from credentials that were verified',
      null,
      `UPDATE tokens SET last_used_at = CASE id ${whens} END, last_used_address = CASE id ${whens} END
       WHERE id IN (${ids.map(() => '?').join(', ')}) AND (last_used_at IS NULL OR last_used_at < CASE id ${whens} END)`,
      [...times, ...addresses, ...ids, ...times],
    );
  }

  /**
   * When a token of each of these applications was last used, by the application's id. An application that is missing has no used
   * token.
   */
  async lastUsesOf(site: SiteId, applicationIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
    const used = await this.#tokens
      .in(site)
      .query('row')
      .where('row.applicationId IN (:...applicationIds) AND row.lastUsedAt IS NOT NULL', { applicationIds })
      .select('row.applicationId', 'id')
      .addSelect('MAX(row.lastUsedAt)', 'at')
      .groupBy('row.applicationId')
      .getRawMany<{ id: string; at: Date | string }>();
    return new Map(used.map(({ id, at }) => [id, storedTime(at)]));
  }

  async #insertValue(tx: Tx, token: Token, value: string, origin: ValueOrigin): Promise<void> {
    await this.#values.in(token.siteId, tx).insert({
      hash: sha256(value),
      tokenId: token.id,
      validUntil: null,
      createdAt: this.clock.now(),
      transferredFrom: null,
      transferredAt: null,
      ...origin,
    });
  }
}

const OF_STATE: Readonly<Record<TokenState, string>> = {
  revoked: 'row.revokedAt IS NOT NULL',
  expired: 'row.revokedAt IS NULL AND row.expiresAt <= :now',
  active: LIVE_ROW,
};

function narrow(query: SelectQueryBuilder<Token>, search: TokenSearch, snapshot: PolicySnapshot): void {
  const { now } = snapshot;
  const { state, transferred, stopped, unusedSince, expiringBefore, search: text } = search;
  if (state !== undefined) query.andWhere(OF_STATE[state], { now });
  if (transferred !== undefined) query.andWhere(`row.transferredAt IS ${transferred ? 'NOT NULL' : 'NULL'}`);
  if (stopped !== undefined) {
    const { sql, parameters } = violationCondition(snapshot);
    query.andWhere(`${stopped ? '' : 'NOT '}(${OF_STATE.active} AND ${sql})`, { now, ...parameters });
  }
  if (unusedSince !== undefined)
    query.andWhere('COALESCE(row.lastUsedAt, row.createdAt) < :unusedSince', { unusedSince });
  if (expiringBefore !== undefined)
    query.andWhere(`${OF_STATE.active} AND row.expiresAt < :expiringBefore`, { now, expiringBefore });
  if (text !== undefined) query.andWhere("LOWER(row.name) LIKE :search ESCAPE '!'", { search: containing(text) });
}
