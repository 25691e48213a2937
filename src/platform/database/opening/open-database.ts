import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource, Migration } from 'typeorm';
import type { DatabaseSettings } from '../../config/settings.js';
import type { Secret } from '../../../shared/crypto/secret.js';
import { isBusy, translated } from '../database-failures.js';
import { Database } from '../database.js';
import { Deadline } from '../deadline.js';
import type { Entities } from './orm-options.js';
import { detectFlavour, type MysqlFlavour } from '../mysql/mysql-options.js';
import { MysqlDataSource } from '../mysql/mysql-data-source.js';
import { SqliteDataSource } from '../sqlite/sqlite-data-source.js';

const OPENING_LIMIT_MS = 5_000;
const OPENING_PAUSE_MS = 20;

/** Connects, and changes nothing: see runMigrations. `entities`: the list in app/entities.ts. */
export async function openDatabase(location: DatabaseSettings, entities: Entities): Promise<Database> {
  const writer = await createWriter(location, entities);
  await initialize(writer);
  if (writer instanceof MysqlDataSource) return new Database(writer, writer);
  const reader = new SqliteDataSource(writer.file, 'reader', entities);
  await initialize(reader);
  return new Database(reader, writer);
}

/** A data source that is not connected yet. On MySQL it asks the server what it is, unless the URL says so. */
export async function createWriter(
  location: DatabaseSettings,
  entities: Entities,
): Promise<SqliteDataSource | MysqlDataSource> {
  if (location.kind === 'sqlite') return new SqliteDataSource(location.file, 'writer', entities);
  return new MysqlDataSource(location.url, await flavourOf(location.url), entities);
}

/** Brings the schema up to date; several instances may do so at once. */
export async function runMigrations(database: Database): Promise<Migration[]> {
  return database.writer.runMigrations();
}

async function flavourOf(url: Secret): Promise<MysqlFlavour> {
  if (url.reveal().startsWith('mariadb:')) return 'mariadb';
  try {
    return await detectFlavour(url);
  } catch (error) {
    throw translated(error);
  }
}

/** Two processes that open a new SQLite file at once find it locked for a moment, and the driver does not wait. */
async function initialize(source: DataSource): Promise<void> {
  const deadline = new Deadline(OPENING_LIMIT_MS);
  for (;;) {
    try {
      await source.initialize();
      return;
    } catch (error) {
      if (!isBusy(error) || deadline.remainingMs() === 0) throw translated(error);
    }
    await delay(OPENING_PAUSE_MS);
  }
}
