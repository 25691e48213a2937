import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan, Or } from 'typeorm';
import { timeParameter } from '../database/stored-time.js';
import { containing } from '../database/containing.js';
import { type SiteTable, SiteTables } from '../database/site-table.js';
import type { Page } from '../database/page.js';
import type { Tx } from '../database/transaction.js';
import { Clock } from '../shared/clock/clock.js';
import { sha256 } from '../shared/crypto/hashing.js';
import type { SiteId } from '../shared/ids/site-id.js';
import type { TokenFilter } from './dto/token-filter.js';
import { Token } from './token.entity.js';
import { TokenValue } from './token-value.entity.js';
import type { RevocationReason, TokenUse } from './tokens.types.js';

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

  /** Locked until the commit, so that two rotations or a rotation and a revocation follow each other. */
  ownedByForUpdate(tx: Tx, site: SiteId, ownerId: string, id: string): Promise<Token | null> {
    return this.#tokens.in(site, tx).one({ id, ownerId }, { lock: true });
  }

  page(site: SiteId, ownerId: string, filter: TokenFilter): Promise<Page<Token>> {
    return this.#tokens.in(site).page({
      limit: filter.limit,
      cursor: filter.cursor,
      where: { ownerId, kind: filter.kind, format: filter.format },
      refine: (query) => {
        const now = this.clock.now();
        if (filter.state === 'revoked') query.andWhere('row.revokedAt IS NOT NULL');
        if (filter.state === 'expired') query.andWhere('row.revokedAt IS NULL AND row.expiresAt <= :now', { now });
        if (filter.state === 'active')
          query.andWhere('row.revokedAt IS NULL AND (row.expiresAt IS NULL OR row.expiresAt > :now)', { now });
        if (filter.search !== undefined)
          query.andWhere("LOWER(row.name) LIKE :search ESCAPE '!'", { search: containing(filter.search) });
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
    const times = uses.flatMap(([id, { at }]) => [id, timeParameter(at)]);
    const addresses = uses.flatMap(([id, { address }]) => [id, address]);
    await this.tables.statement(
      tx,
      'the ids come from credentials that were verified',
      `UPDATE tokens SET last_used_at = CASE id ${whens} END, last_used_address = CASE id ${whens} END
       WHERE id IN (${ids.map(() => '?').join(', ')})`,
      [...times, ...addresses, ...ids],
    );
  }

  async #insertValue(tx: Tx, token: Token, value: string): Promise<void> {
    const row = { hash: sha256(value), tokenId: token.id, validUntil: null, createdAt: this.clock.now() };
    await this.#values.in(token.siteId, tx).insert(row);
  }
}
