import { DatabaseSync } from '@photostructure/sqlite';
import { createPool } from 'mysql2/promise';
import type { RowDataPacket } from 'mysql2/promise';
import { sha256 } from '../src/shared/crypto/hashing.js';

/** Whether a row has this token's hash as its primary key. */
export type KeyRead = (token: string) => boolean | Promise<boolean>;

export const KEY_TABLE = 'bench_tokens';
const QUERY = `SELECT id, owner, scopes FROM ${KEY_TABLE} WHERE hash = ?`;
/** Enough for 32 requests at a time without a wait for a connection. */
const POOL_SIZE = 10;

const keptOpen: InstanceType<typeof DatabaseSync>[] = [];

/** @param url `sqlite:<file>`, `mysql://…`, or nothing for no reads at all */
export async function openKeyRead(url: string): Promise<KeyRead | null> {
  if (url === '') return null;
  if (url.startsWith('sqlite:')) {
    const database = new DatabaseSync(url.slice('sqlite:'.length));
    // a statement does not keep its database alive: once the database is collected, every read fails
    keptOpen.push(database);
    const statement = database.prepare(QUERY);
    return (token) => statement.get(sha256(token)) !== undefined;
  }
  const pool = createPool({ uri: url, connectionLimit: POOL_SIZE });
  await pool.query('SELECT 1');
  return async (token) => {
    const [rows] = await pool.execute<RowDataPacket[]>(QUERY, [sha256(token)]);
    return rows.length > 0;
  };
}
