// Owns the connections, the schema and its migrations, units of work and the way to rows.
// Leaves to others: what is in the tables. Entities live with their modules; entities.ts lists them.
import { Global, Module } from '@nestjs/common';
import { DataFolder } from '../config/data-folder.js';
import { Settings } from '../config/settings.js';
import { Database } from './database.js';
import { openDatabase, runMigrations } from './open-database.js';
import { PreparedReads } from './prepared-reads.js';
import { SiteTables } from './site-table.js';
import { StaleRows } from './stale-rows.js';
import { UnitOfWork } from './unit-of-work.js';

@Global()
@Module({
  providers: [
    { provide: Database, inject: [Settings], useFactory: openMigrated },
    UnitOfWork,
    SiteTables,
    PreparedReads,
    StaleRows,
  ],
  exports: [Database, UnitOfWork, SiteTables, PreparedReads, StaleRows],
})
export class DatabaseModule {}

/** Nobody gets a database whose schema is not the one that this version was written for. */
async function openMigrated(settings: Settings): Promise<Database> {
  if (settings.database.kind === 'sqlite') new DataFolder(settings.dataDir).prepare();
  const database = await openDatabase(settings.database);
  try {
    await runMigrations(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}
