import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { type SiteTable, SiteTables } from '../../platform/database/site-table.js';
import { timeParameter } from '../../platform/database/stored-time.js';
import { liveSql } from '../liveness.js';
import type { Tx } from '../../platform/database/transaction.js';
import { Clock } from '../../shared/clock/clock.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { TokenValue } from '../token-value.entity.js';
import type { RevocationReason } from '../tokens.types.js';

/** Credentials made by one of some values. `ownerId` limits them to the credentials of that user; null takes everybody's. */
export interface Children {
  readonly siteId: SiteId;
  readonly makers: readonly string[];
  readonly ownerId: string | null;
  /** An application whose own credentials don't count, because they end with it. */
  readonly exceptApplicationId?: string | undefined;
}

const CONFINED = 'confined to the site by its WHERE';
const KEY = 'COALESCE(row.lineageKey, row.tokenId)';
const HAS_CHILDREN = (key: string) => `(EXISTS (SELECT 1 FROM token_values c WHERE c.issued_with = ${key})
  OR EXISTS (SELECT 1 FROM client_secrets c WHERE c.issued_with = ${key}))`;
/** More than any walk meets in one step, and the most that one answer should hold. */
const PORTION = 1_000;

/** Reads what values have made, one generation at a time. Client secrets are included, because a lineage passes through them. */
@Injectable()
export class LineageRepository {
  readonly #values: SiteTable<TokenValue>;

  constructor(
    private readonly tables: SiteTables,
    private readonly clock: Clock,
  ) {
    this.#values = tables.of(TokenValue);
  }

  /** The keys of all values of a token that have made something. */
  async keysOfToken(tx: Tx, site: SiteId, tokenId: string): Promise<string[]> {
    const query = this.#values.in(site, tx).query('row').andWhere('row.tokenId = :tokenId', { tokenId });
    return this.#makers(query.andWhere(HAS_CHILDREN(KEY)));
  }

  /** The keys of all values of an application, including its secrets, that have made something. */
  async keysOfApplication(tx: Tx, site: SiteId, applicationId: string): Promise<string[]> {
    const tokens = this.#values.in(site, tx).query('row');
    tokens.andWhere(`row.tokenId IN (SELECT t.id FROM tokens t WHERE t.application_id = :applicationId)`, {
      applicationId,
    });
    const keys = await this.#makers(tokens.andWhere(HAS_CHILDREN(KEY)));
    const inner = `SELECT s.id FROM client_secrets s WHERE s.site_id = ? AND s.application_id = ?
      AND ${HAS_CHILDREN('s.id')} ORDER BY s.id LIMIT ${PORTION}`;
    const { ids } = await this.tables.portion(tx, CONFINED, inner, [site, applicationId]);
    return [...keys, ...ids];
  }

  /**
   * The keys of the children that have made something themselves. Dead children are included, because their own children may live
   * on.
   */
  async makingChildren(tx: Tx, { siteId, makers }: Pick<Children, 'siteId' | 'makers'>): Promise<string[]> {
    const values = this.#values.in(siteId, tx).query('row').andWhere('row.issuedWith IN (:...makers)', { makers });
    const keys = await this.#makers(values.andWhere(HAS_CHILDREN(KEY)));
    const inner = `SELECT s.id FROM client_secrets s WHERE s.site_id = ? AND s.issued_with IN (${placesOf(makers)})
      AND ${HAS_CHILDREN('s.id')} ORDER BY s.id`;
    const { ids } = await this.tables.portion(tx, CONFINED, inner, [siteId, ...makers]);
    return [...keys, ...ids];
  }

  /** The live tokens whose current value is among the children. */
  async liveTokens(tx: Tx, { siteId, makers, ...whose }: Children): Promise<readonly string[]> {
    const now = timeParameter(this.clock.now());
    const narrowed = narrowing(whose, 't.owner_id', 't.application_id');
    const inner = `SELECT t.id FROM token_values v JOIN tokens t ON t.id = v.token_id
      WHERE v.site_id = ? AND v.issued_with IN (${placesOf(makers)}) AND v.valid_until IS NULL
      AND ${liveSql('t')} ${narrowed.sql}`;
    const parameters = [siteId, ...makers, now, ...narrowed.parameters];
    return (await this.tables.portion(tx, CONFINED, inner, parameters)).ids;
  }

  /** The live client secrets among the children. */
  async liveSecrets(tx: Tx, { siteId, makers, ...whose }: Children): Promise<readonly string[]> {
    const now = timeParameter(this.clock.now());
    const narrowed = narrowing(whose, 'a.owner_id', 'a.id');
    const inner = `SELECT s.id FROM client_secrets s JOIN applications a ON a.id = s.application_id
      WHERE s.site_id = ? AND s.issued_with IN (${placesOf(makers)}) AND a.deleted_at IS NULL
      AND ${liveSql('s')} ${narrowed.sql}`;
    const parameters = [siteId, ...makers, now, ...narrowed.parameters];
    return (await this.tables.portion(tx, CONFINED, inner, parameters)).ids;
  }

  async revokeTokens(tx: Tx, site: SiteId, ids: readonly string[], reason: RevocationReason): Promise<void> {
    const sql = `UPDATE tokens SET revoked_at = ?, revoked_reason = ? WHERE site_id = ? AND revoked_at IS NULL AND id IN`;
    await this.#inPortions(ids, async (some) => {
      const parameters = [timeParameter(this.clock.now()), reason, site, ...some];
      await this.tables.statement(
        tx,
        CONFINED,
        some.map((id) => `token:${id}` as const),
        `${sql} (${placesOf(some)})`,
        parameters,
      );
    });
  }

  async revokeSecrets(tx: Tx, site: SiteId, ids: readonly string[]): Promise<void> {
    const sql = `UPDATE client_secrets SET revoked_at = ? WHERE site_id = ? AND revoked_at IS NULL AND id IN`;
    await this.#inPortions(ids, async (some) => {
      const parameters = [timeParameter(this.clock.now()), site, ...some];
      await this.tables.statement(
        tx,
        CONFINED,
        some.map((id) => `secret:${id}` as const),
        `${sql} (${placesOf(some)})`,
        parameters,
      );
    });
  }

  /** Ends the children that have been rotated away but still work for a grace. */
  async endSuperseded(tx: Tx, { siteId, makers }: Pick<Children, 'siteId' | 'makers'>): Promise<void> {
    const now = this.clock.now();
    const values = this.#values.in(siteId, tx);
    await values.update({ issuedWith: In([...makers]), validUntil: MoreThan(now) }, { validUntil: now });
  }

  async #makers(query: ReturnType<ReturnType<SiteTable<TokenValue>['in']>['query']>): Promise<string[]> {
    const rows = await query.select(`DISTINCT ${KEY}`, 'maker').getRawMany<{ maker: string }>();
    return rows.map(({ maker }) => maker);
  }

  async #inPortions(ids: readonly string[], write: (some: readonly string[]) => Promise<void>): Promise<void> {
    for (let start = 0; start < ids.length; start += PORTION) await write(ids.slice(start, start + PORTION));
  }
}

function narrowing(
  { ownerId, exceptApplicationId }: Pick<Children, 'ownerId' | 'exceptApplicationId'>,
  owner: string,
  application: string,
): { sql: string; parameters: string[] } {
  const conditions: string[] = [];
  const parameters: string[] = [];
  if (ownerId !== null) {
    conditions.push(`AND ${owner} = ?`);
    parameters.push(ownerId);
  }
  if (exceptApplicationId !== undefined) {
    conditions.push(`AND (${application} IS NULL OR ${application} <> ?)`);
    parameters.push(exceptApplicationId);
  }
  return { sql: conditions.join(' '), parameters };
}

function placesOf(list: readonly unknown[]): string {
  return list.map(() => '?').join(', ');
}
