import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan, Or, type SelectQueryBuilder } from 'typeorm';
import { storedTime, timeParameter } from '../database/stored-time.js';
import { containing } from '../database/containing.js';
import { type SiteTable, SiteTables } from '../database/site-table.js';
import type { Page } from '../database/page.js';
import type { Tx } from '../database/transaction.js';
import { Clock } from '../shared/clock/clock.js';
import { sha256 } from '../shared/crypto/hashing.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { type PolicyMoment, stopCondition } from './policy-stops.js';
import type { TokenState } from './token-state.js';
import { Token } from './token.entity.js';
import { TokenValue } from './token-value.entity.js';
import type { RevocationReason, TokenUse } from './tokens.types.js';

export interface TokenSearch {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly ownerId?: string | undefined;
  readonly kind?: Token['kind'] | undefined;
  readonly format?: Token['format'] | undefined;
  readonly state?: TokenState | undefined;
  readonly transferred?: boolean | undefined;
  readonly stopped?: boolean | undefined;
  readonly unusedSince?: Date | undefined;
  readonly expiringBefore?: Date | undefined;
  readonly search?: string | undefined;
}

/** The tokens of a site and their values. A value is stored as its SHA-256 alone. */
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

  async insert(tx: Tx, token: Token, value: string): Promise<void> {
    await this.#tokens.in(token.siteId, tx).insert(token);
    await this.#insertValue(tx, token, value);
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

  /** Locked until the commit, so that two rotations or a rotation and a revocation follow each other. */
  ownedByForUpdate(tx: Tx, site: SiteId, ownerId: string, id: string): Promise<Token | null> {
    return this.#tokens.in(site, tx).one({ id, ownerId }, { lock: true });
  }

  page(site: SiteId, search: TokenSearch, moment: PolicyMoment): Promise<Page<Token>> {
    const { limit, cursor, ownerId, kind, format } = search;
    return this.#tokens.in(site).page({
      limit,
      cursor,
      where: { ...(ownerId && { ownerId }), ...(kind && { kind }), ...(format && { format }) },
      refine: (query) => {
        narrow(query, search, moment);
      },
    });
  }

  async update(tx: Tx, site: SiteId, id: string, patch: Partial<Token>): Promise<void> {
    await this.#tokens.in(site, tx).update({ id }, patch);
  }

  /** Makes `value` the current one; the one before works until `oldValidUntil` and is kept to recognise its reuse. */
  async replaceValue(tx: Tx, token: Token, value: string, oldValidUntil: Date): Promise<void> {
    await this.#values
      .in(token.siteId, tx)
      .update({ tokenId: token.id, validUntil: IsNull() }, { validUntil: oldValidUntil });
    await this.#insertValue(tx, token, value);
  }

  /** Marks the live tokens among those chosen revoked; answers how many that were. */
  revoke(
    tx: Tx,
    site: SiteId,
    which: { readonly id: string } | { readonly applicationId: string } | { readonly ownerId: string },
    reason: RevocationReason,
  ): Promise<number> {
    const now = this.clock.now();
    const live = { revokedAt: IsNull(), expiresAt: Or(IsNull(), MoreThan(now)) };
    return this.#tokens.in(site, tx).update({ ...which, ...live }, { revokedAt: now, revokedReason: reason });
  }

  /** One statement for tokens of any sites: the uses come from credentials that were verified, not from a caller. */
  async noteUses(tx: Tx, uses: readonly (readonly [id: string, use: TokenUse])[]): Promise<void> {
    const whens = uses.map(() => 'WHEN ? THEN ?').join(' ');
    const ids = uses.map(([id]) => id);
    const times = uses.flatMap(([id, { at }]) => [id, timeParameter(new Date(at))]);
    const addresses = uses.flatMap(([id, { address }]) => [id, address]);
    await this.tables.statement(
      tx,
      'the ids come from credentials that were verified',
      `UPDATE tokens SET last_used_at = CASE id ${whens} END, last_used_address = CASE id ${whens} END
       WHERE id IN (${ids.map(() => '?').join(', ')})`,
      [...times, ...addresses, ...ids],
    );
  }

  /** When a token of each of these applications was last used, by the application's id; of others nothing was used. */
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

  async #insertValue(tx: Tx, token: Token, value: string): Promise<void> {
    const row = { hash: sha256(value), tokenId: token.id, validUntil: null, createdAt: this.clock.now() };
    await this.#values.in(token.siteId, tx).insert(row);
  }
}

const OF_STATE: Readonly<Record<TokenState, string>> = {
  revoked: 'row.revokedAt IS NOT NULL',
  expired: 'row.revokedAt IS NULL AND row.expiresAt <= :now',
  active: 'row.revokedAt IS NULL AND (row.expiresAt IS NULL OR row.expiresAt > :now)',
};

function narrow(query: SelectQueryBuilder<Token>, search: TokenSearch, moment: PolicyMoment): void {
  const { now } = moment;
  const { state, transferred, stopped, unusedSince, expiringBefore, search: text } = search;
  if (state !== undefined) query.andWhere(OF_STATE[state], { now });
  if (transferred !== undefined) query.andWhere(`row.transferredAt IS ${transferred ? 'NOT NULL' : 'NULL'}`);
  if (stopped !== undefined) {
    const { sql, parameters } = stopCondition(moment);
    query.andWhere(`${stopped ? '' : 'NOT '}(${OF_STATE.active} AND ${sql})`, { now, ...parameters });
  }
  if (unusedSince !== undefined)
    query.andWhere('COALESCE(row.lastUsedAt, row.createdAt) < :unusedSince', { unusedSince });
  if (expiringBefore !== undefined)
    query.andWhere(`${OF_STATE.active} AND row.expiresAt < :expiringBefore`, { now, expiringBefore });
  if (text !== undefined) query.andWhere("LOWER(row.name) LIKE :search ESCAPE '!'", { search: containing(text) });
}
