import { Injectable } from '@nestjs/common';
import { earliestId } from '../shared/ids/earliest-id.js';
import { Database } from './database.js';
import { timeParameter } from './stored-time.js';
import { managerOf, type Tx } from './transaction.js';

/** Why rows are over: SQL of both dialects over the columns of their table, which an index of it answers. */
export interface Stale {
  readonly sql: string;
  readonly parameters: readonly string[];
}

/**
 * Deletes rows that are over, some at a time. What is over never comes back, so what was found is still over when it is
 * deleted: nothing has to be locked in order to look. The rows are of all sites: time says what is over, and no caller.
 */
@Injectable()
export class StaleRows {
  constructor(private readonly database: Database) {}

  /**
   * Deletes at most `limit` rows of a table that are stale in one of these ways; answers their keys. One way after the
   * other, because no database answers an OR of two columns from two indexes reliably.
   */
  async delete(
    tx: Tx,
    table: { readonly name: string; readonly key: string },
    ways: readonly Stale[],
    limit: number,
  ): Promise<string[]> {
    const gone: string[] = [];
    for (const way of ways) gone.push(...(await deleteSome(tx, table, way, limit - gone.length)));
    return gone;
  }

  /**
   * SQL that says of a row of `table` that nothing points at it. The references are those that the entities declare, so that a new one counts by itself.
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

/** An id is made a moment before or after the time beside it is read. */
const SLACK_MS = 1_000;

/** Rows made at `before` or earlier. Ids are in the order of time: the primary key alone finds the oldest rows. */
export function createdBy(before: Date, column: string): Stale {
  const bound = earliestId(before.getTime() + SLACK_MS);
  return { sql: `${column} <= ? AND id < ?`, parameters: [timeParameter(before), bound] };
}

/** By a list of keys: MySQL takes no LIMIT in a subquery, and a DELETE with one locks what it looks at. */
async function deleteSome(
  tx: Tx,
  { name, key }: { readonly name: string; readonly key: string },
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
  if (keys.length > 0)
    await manager.query(`DELETE FROM ${name} WHERE ${key} IN (${keys.map(() => '?').join(', ')})`, keys);
  return keys;
}
