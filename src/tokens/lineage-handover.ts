import { Injectable } from '@nestjs/common';
import { SiteTables } from '../platform/database/site-table.js';
import type { Tx } from '../platform/database/transaction.js';
import type { MakerKind } from '../shared/authz/authority.js';

/** A value that is about to be deleted, and the value that made it. */
interface Parent {
  readonly parent: string;
  readonly kind: MakerKind | null;
  readonly issuedWith: string | null;
}

const SITES = 'time says what is over, and no caller';
const VALUE_KEY = 'COALESCE(token_values.lineage_key, token_values.token_id)';
const IS_PARENT = (key: string) => `(EXISTS (SELECT 1 FROM token_values c WHERE c.issued_with = ${key})
  OR EXISTS (SELECT 1 FROM client_secrets c WHERE c.issued_with = ${key}))`;

/**
 * Before values are deleted, the credentials that they made are attributed to their own makers (contract §9, "Lineage"): the
 * chain from a leaked credential to its descendants must not break at a link that was cleaned up.
 */
@Injectable()
export class LineageHandover {
  constructor(private readonly tables: SiteTables) {}

  /** For tokens that are deleted with all their values. */
  async ofTokens(tx: Tx, tokenIds: readonly string[]): Promise<void> {
    if (tokenIds.length === 0) return;
    const where = `token_id IN (${placesOf(tokenIds)})`;
    await this.#handOver(tx, await this.#parents(tx, 'token_values', VALUE_KEY, where, tokenIds));
  }

  /** For old values of tokens that live on. A lineage key stays as long as a value of the token has it. */
  async ofValues(tx: Tx, hashes: readonly string[]): Promise<void> {
    if (hashes.length === 0) return;
    const places = placesOf(hashes);
    const last = `NOT EXISTS (SELECT 1 FROM token_values o WHERE o.token_id = token_values.token_id
      AND o.hash NOT IN (${places}) AND COALESCE(o.lineage_key, o.token_id) = COALESCE(token_values.lineage_key, token_values.token_id))`;
    const where = `hash IN (${places}) AND ${last}`;
    await this.#handOver(tx, await this.#parents(tx, 'token_values', VALUE_KEY, where, [...hashes, ...hashes]));
  }

  async ofSecrets(tx: Tx, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#handOver(
      tx,
      await this.#parents(tx, 'client_secrets', 'client_secrets.id', `id IN (${placesOf(ids)})`, ids),
    );
  }

  #parents(
    tx: Tx,
    table: 'token_values' | 'client_secrets',
    key: string,
    where: string,
    parameters: readonly string[],
  ): Promise<Parent[]> {
    const sql = `SELECT DISTINCT ${key} AS parent, issued_with_kind AS kind, issued_with AS issuedWith
      FROM ${table} WHERE ${where} AND ${IS_PARENT(key)}`;
    return this.tables.select<Parent>(tx, SITES, sql, parameters);
  }

  /** Skips parents that are deleted in the same batch, up to the first one that stays. */
  async #handOver(tx: Tx, parents: readonly Parent[]): Promise<void> {
    const byKey = new Map(parents.map((each) => [each.parent, each]));
    for (const { parent: key } of parents) {
      const { kind, issuedWith } = survivorOf(byKey, key);
      for (const table of ['token_values', 'client_secrets'])
        await this.tables.statement(
          tx,
          SITES,
          null,
          `UPDATE ${table} SET issued_with_kind = ?, issued_with = ? WHERE issued_with = ?`,
          [kind, issuedWith, key],
        );
    }
  }
}

function survivorOf(going: ReadonlyMap<string, Parent>, key: string): Pick<Parent, 'kind' | 'issuedWith'> {
  const passed = new Set<string>();
  let maker: Pick<Parent, 'kind' | 'issuedWith'> = { kind: null, issuedWith: key };
  for (let next = going.get(key); next !== undefined && !passed.has(next.parent);) {
    passed.add(next.parent);
    maker = { kind: next.kind, issuedWith: next.issuedWith };
    next = next.issuedWith === null ? undefined : going.get(next.issuedWith);
  }
  return maker.issuedWith !== null && passed.has(maker.issuedWith) ? { kind: null, issuedWith: null } : maker;
}

function placesOf(list: readonly unknown[]): string {
  return list.map(() => '?').join(', ');
}
