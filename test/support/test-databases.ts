import mysql, { type Connection } from 'mysql2/promise';
import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ENTITIES } from '../../src/app/entities.js';
import type { Database } from '../../src/platform/database/database.js';
import type { Dialect } from '../../src/platform/database/dialect.js';
import type { DatabaseSettings } from '../../src/platform/config/settings.js';
import { openDatabase, runMigrations } from '../../src/platform/database/opening/open-database.js';
import { Secret } from '../../src/shared/crypto/secret.js';

export interface TestDatabase {
  readonly dialect: Dialect;
  readonly location: DatabaseSettings;
  readonly database: Database;
  /** Closes it and throws it away. */
  close(): Promise<void>;
}

/** A database of its own, with the whole schema and no rows. */
export async function openTestDatabase(dialect: Dialect): Promise<TestDatabase> {
  const location = await createMigratedLocation(dialect);
  return opened(dialect, location);
}

/** A database of its own without any table. */
export async function openEmptyDatabase(dialect: Dialect): Promise<TestDatabase> {
  return opened(dialect, await createEmptyLocation(dialect));
}

/** Where a migrated, empty database is that nobody has opened yet: for what opens it by its settings. */
export async function createMigratedLocation(dialect: Dialect): Promise<DatabaseSettings> {
  return dialect === 'sqlite' ? copySqliteTemplate() : copyMysqlTemplate();
}

export async function createEmptyLocation(dialect: Dialect): Promise<DatabaseSettings> {
  if (dialect === 'sqlite') return { kind: 'sqlite', file: join(newFolder(), 'gatehouse.db') };
  const name = `gatehouse_${randomUUID().replaceAll('-', '')}`;
  await onServer(async (connection) => createSchema(connection, name));
  return mysqlLocation(name);
}

/** Drops what createMigratedLocation or createEmptyLocation made; SQLite files go with the run's folder. */
export async function discard(location: DatabaseSettings): Promise<void> {
  if (location.kind === 'sqlite') return;
  const name = new URL(location.url.reveal()).pathname.slice(1);
  await onServer(async (connection) => connection.query(`DROP DATABASE IF EXISTS \`${name}\``));
}

/** The server's address, for tests that talk to it beside the service. */
export function mysqlServerUrl(): string {
  const url = process.env['TEST_MYSQL_URL'];
  if (url === undefined) throw new Error('there is no MySQL server in this run');
  return url;
}

export function newFolder(): string {
  const folder = join(runFolder(), randomUUID());
  mkdirSync(folder, { recursive: true });
  return folder;
}

async function opened(dialect: Dialect, location: DatabaseSettings): Promise<TestDatabase> {
  const database = await openDatabase(location, ENTITIES);
  return {
    dialect,
    location,
    database,
    close: async () => {
      await database.close();
      await discard(location);
    },
  };
}

function mysqlLocation(name: string): DatabaseSettings {
  const url = new URL(mysqlServerUrl());
  url.pathname = `/${name}`;
  return { kind: 'mysql', url: new Secret(url.href) };
}

/** Migrating takes a while; copying the result does not. The first test of the run to come here migrates. */
async function copySqliteTemplate(): Promise<DatabaseSettings> {
  const template = join(runFolder(), 'template.db');
  if (!existsSync(template)) {
    const file = join(newFolder(), 'template.db');
    await migrate({ kind: 'sqlite', file });
    renameSync(file, template);
  }
  const file = join(newFolder(), 'gatehouse.db');
  copyFileSync(template, file);
  return { kind: 'sqlite', file };
}

async function copyMysqlTemplate(): Promise<DatabaseSettings> {
  const template = `gatehouse_template_${basename(runFolder()).replaceAll(/[^0-9A-Za-z]/g, '')}`;
  const target = await createEmptyLocation('mysql');
  const targetName = target.kind === 'mysql' ? new URL(target.url.reveal()).pathname.slice(1) : '';
  await onServer(async (connection) => {
    await connection.query('SELECT GET_LOCK(?, 60)', [template]);
    if (!(await hasTables(connection, template))) {
      await createSchema(connection, template);
      await migrate(mysqlLocation(template));
    }
    await connection.query('DO RELEASE_LOCK(?)', [template]);
    await copySchema(connection, template, targetName);
  });
  return target;
}

async function copySchema(connection: Connection, from: string, to: string): Promise<void> {
  const [tables] = await connection.query(`SHOW TABLES FROM \`${from}\``);
  await connection.query(`USE \`${to}\``);
  await connection.query('SET FOREIGN_KEY_CHECKS = 0');
  for (const row of tables as Record<string, string>[]) {
    const [table = ''] = Object.values(row);
    const [created] = await connection.query(`SHOW CREATE TABLE \`${from}\`.\`${table}\``);
    const ddl = (created as Record<string, string>[])[0]?.['Create Table'] ?? '';
    await connection.query(ddl);
  }
  for (const filled of ['schema_migrations', 'change_shards'])
    await connection.query(`INSERT INTO ${filled} SELECT * FROM \`${from}\`.${filled}`);
}

/** The migrations table fills up last. */
async function hasTables(connection: Connection, schema: string): Promise<boolean> {
  const [rows] = await connection.query('SELECT 1 FROM information_schema.tables WHERE table_schema = ? LIMIT 1', [
    schema,
  ]);
  return (rows as unknown[]).length > 0;
}

async function migrate(location: DatabaseSettings): Promise<void> {
  const database = await openDatabase(location, ENTITIES);
  await runMigrations(database);
  await database.close();
}

async function createSchema(connection: Connection, name: string): Promise<void> {
  // A charset that is not ours, as an operator's server may have it: the columns must say what they need.
  await connection.query(`CREATE DATABASE IF NOT EXISTS \`${name}\` CHARACTER SET latin1`);
}

async function onServer(work: (connection: Connection) => Promise<unknown>): Promise<void> {
  const connection = await mysql.createConnection(mysqlServerUrl());
  try {
    await work(connection);
  } finally {
    await connection.end();
  }
}

function runFolder(): string {
  const folder = process.env['TEST_RUN_DIR'];
  if (folder === undefined) throw new Error('global-setup.ts makes the folder of the run');
  return folder;
}
