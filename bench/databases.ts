import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { startMariadb } from './mariadb.js';
import type { Dialect } from './target.types.js';

export interface BenchDatabase {
  readonly dialect: Dialect;
  /** Both for GATEHOUSE_DATABASE_URL and for the baselines. */
  readonly url: string;
  remove(): Promise<void>;
}

/** An empty database of every dialect that this machine has. */
export async function openDatabases(): Promise<BenchDatabase[]> {
  const mysql = await mysqlDatabase();
  if (mysql === null)
    console.warn('No MySQL: set BENCH_MYSQL_URL or install mariadb-server-core. SQLite alone is measured.');
  return mysql === null ? [sqliteDatabase()] : [sqliteDatabase(), mysql];
}

export function sqliteDatabase(): BenchDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  return {
    dialect: 'sqlite',
    url: `sqlite:${join(folder, 'bench.db')}`,
    async remove() {
      rmSync(folder, { recursive: true });
    },
  };
}

async function mysqlDatabase(): Promise<BenchDatabase | null> {
  const given = process.env['BENCH_MYSQL_URL'] ?? process.env['TEST_MYSQL_URL'];
  const started = given === undefined ? await startMariadb() : null;
  const server = given ?? started?.url;
  if (server === undefined) return null;
  const name = `bench_${process.pid}`;
  await run(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = name;
  return {
    dialect: 'mysql',
    url: url.href,
    async remove() {
      if (started === null) await run(server, `DROP DATABASE ${name}`);
      else await started.stop();
    },
  };
}

async function run(url: string, sql: string): Promise<void> {
  const connection = await createConnection(url);
  await connection.query(sql);
  await connection.end();
}
