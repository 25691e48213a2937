import { DatabaseSync } from '@photostructure/sqlite';
import { createConnection } from 'mysql2/promise';
import { sha256 } from '../src/shared/crypto/hashing.js';
import { KEY_TABLE } from './key-read.js';

const ROWS_A_STATEMENT = 1000;
const SCOPES = 'accounts:read projects:read proxies:read tokens:introspect users:read';

/** Fills the baselines' table with the hashes of these tokens. */
export async function seedKeyTable(url: string, tokens: readonly string[]): Promise<void> {
  if (url.startsWith('sqlite:')) seedSqlite(url.slice('sqlite:'.length), tokens);
  else await seedMysql(url, tokens);
}

function seedSqlite(file: string, tokens: readonly string[]): void {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL');
  database.exec(
    `CREATE TABLE ${KEY_TABLE} (hash varchar(64) PRIMARY KEY, id varchar(36), owner varchar(36), scopes text)`,
  );
  const insert = database.prepare(`INSERT INTO ${KEY_TABLE} VALUES (?, ?, ?, ?)`);
  database.exec('BEGIN');
  for (const [index, token] of tokens.entries()) insert.run(sha256(token), String(index), 'owner', SCOPES);
  database.exec('COMMIT');
  database.close();
}

async function seedMysql(url: string, tokens: readonly string[]): Promise<void> {
  const connection = await createConnection(url);
  await connection.query(`DROP TABLE IF EXISTS ${KEY_TABLE}`);
  await connection.query(
    `CREATE TABLE ${KEY_TABLE} (hash varchar(64) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY,
      id varchar(36) CHARACTER SET ascii, owner varchar(36) CHARACTER SET ascii, scopes text)`,
  );
  for (let start = 0; start < tokens.length; start += ROWS_A_STATEMENT) {
    const rows = tokens.slice(start, start + ROWS_A_STATEMENT).map((token) => [sha256(token), '', 'owner', SCOPES]);
    await connection.query(`INSERT INTO ${KEY_TABLE} VALUES ?`, [rows]);
  }
  await connection.end();
}
