import { managerOf, type Tx } from './transaction.js';

/**
 * Runs one statement that the tables can't say, such as an UPDATE with a CASE over many rows. It is confined to
 * nothing: whoever writes one says in a comment why it can't reach another site's rows. No identifier is quoted, so
 * that it runs on both dialects.
 */
export async function runStatement(tx: Tx, sql: string, parameters: readonly (string | number | null)[]): Promise<void> {
  await managerOf(tx).query(sql, [...parameters]);
}
