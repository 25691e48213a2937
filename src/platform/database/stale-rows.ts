import { Injectable } from '@nestjs/common';
import { earliestId } from '../../shared/ids/earliest-id.js';
import { Database } from './database.js';
import { timeParameter } from './stored-time.js';
import { subjectsOf } from './announced.js';
import { managerOf, noteChange, type Tx } from './transaction.js';

/** Why rows are over: SQL for both dialects on the columns of their table, which one of its indexes can answer. */
export interface Stale {
  readonly sql: string;
  readonly parameters: readonly string[];
}

export interface StaleTable {
  readonly name: string;
  readonly key: string;
  /** Runs before the rows with these keys are deleted. */
  readonly before?: (tx: Tx, keys: readonly string[]) => Promise<void>;
}

/**
 * Deletes rows that are over, some at a time. Such rows never become live again: a row that was found is still over when it is
 * deleted, so the search needs no locks. The rows are of all sites: time decides which are over, not a caller.
 */
@Injectable()
export class StaleRows {
  constructor(private readonly database: Database) {}

  /**
   * Deletes at most `limit` rows of a table that are stale in one of these ways; answers their keys. It tries one way after the
   * other, because no database reliably answers an OR of two columns from two indexes.
   */
  async delete(tx: Tx, table: StaleTable, ways: readonly Stale[], limit: number): Promise<string[]> {
    const gone: string[] = [];
    for (const way of ways) gone.push(...(await deleteSome(tx, table, way, limit - gone.length)));
    this.#announce(tx, table, gone);
    return gone;
  }

  /** They were refused already, but what an instance has kept of them says why: it is to say from now on that they are unknown. */
  #announce(tx: Tx, { name, key }: StaleTable, keys: readonly string[]): void {
    const entity = this.database.writer.entityMetadatas.find(({ tableName }) => tableName === name);
    const property = entity?.columns.find(({ databaseName }) => databaseName === key)?.propertyName ?? key;
    const rows = keys.map((each) => ({ [property]: each }));
    noteChange(tx, subjectsOf(entity?.target, { rows, columns: null, isInsert: false }));
  }

  /**
   * SQL that is true for a row of `table` that nothing refers to. It uses the references that the entities declare, so that a new
   * one counts automatically.
   */
  unreferenced(table: string): string {
    const references = this.database.writer.entityMetadatas
      .flatMap(({ foreignKeys }) => foreignKeys)
      .filter(({ referencedEntityMetadata }) => referencedEntityMetadata.tableName === table)
      .flatMap(({ entityMetadata, columns }) => columns.map((column) => [entityMetadata.tableName, column] as const));
    return references
      .map(([from, { databaseName }]) => `NOT EXISTS (SELECT 1 FROM ${from} x WHERE x.${databaseName} = ${table}.id)`)
      .join(' AND ');
  }
}

/** An id is made shortly before or after the time beside it is read. */
const SLACK_MS = 1_000;

/** Rows made at `before` or earlier. Ids are in the order of time: the primary key alone finds the oldest rows. */
export function createdBy(before: Date, column: string): Stale {
  const bound = earliestId(before.getTime() + SLACK_MS);
  return { sql: `${column} <= ? AND id < ?`, parameters: [timeParameter(before), bound] };
}

/** Deletes by a list of keys: MySQL takes no LIMIT in a subquery, and a DELETE with a subquery locks the rows that it reads. */
async function deleteSome(
  tx: Tx,
  { name, key, before }: StaleTable,
  { sql, parameters }: Stale,
  limit: number,
): Promise<string[]> {
  if (limit <= 0) return [];
  const manager = managerOf(tx);
  const found = await manager.query<{ found: string }[]>(
    `SELECT ${key} AS found FROM ${name} WHERE ${sql} LIMIT ${limit}`,
    [...parameters],
  );
  const keys = found.map((row) => row.found);
  if (keys.length > 0) await before?.(tx, keys);
  if (keys.length > 0)
    await manager.query(`DELETE FROM ${name} WHERE ${key} IN (${keys.map(() => '?').join(', ')})`, keys);
  return keys;
}
