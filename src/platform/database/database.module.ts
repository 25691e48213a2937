// Owns the connections, the schema and its migrations, units of work and the access to rows.
// Leaves to others: the contents of the tables. Entities live with their modules; app/entities.ts lists them.
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DataFolder } from '../config/data-folder.js';
import { Settings } from '../config/settings.js';
import { ChangeClock } from './change-clock.js';
import { ChangeLog } from './change-clock/change-log.js';
import { ChangeRetention } from './change-retention.service.js';
import { Database } from './database.js';
import { HeldCommits } from './held-commits.js';
import { openDatabase, runMigrations } from './opening/open-database.js';
import type { Entities } from './opening/orm-options.js';
import { PreparedReads } from './prepared-reads.js';
import { SiteTables } from './site-table.js';
import { StaleRows } from './stale-rows.js';
import { UnitOfWork } from './unit-of-work.js';

@Global()
@Module({
  providers: [ChangeClock, ChangeLog, ChangeRetention, HeldCommits, UnitOfWork, SiteTables, PreparedReads, StaleRows],
  exports: [ChangeClock, ChangeRetention, Database, HeldCommits, UnitOfWork, SiteTables, PreparedReads, StaleRows],
})
export class DatabaseModule {
  static register(entities: Entities): DynamicModule {
    const database = {
      provide: Database,
      inject: [Settings],
      useFactory: (settings: Settings) => openMigrated(settings, entities),
    };
    return { module: DatabaseModule, providers: [database] };
  }
}

/** Opens the database only with the schema that this version was written for. */
async function openMigrated(settings: Settings, entities: Entities): Promise<Database> {
  if (settings.database.kind === 'sqlite') new DataFolder(settings.dataDir).prepare();
  const database = await openDatabase(settings.database, entities);
  try {
    await runMigrations(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}
