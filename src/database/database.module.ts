import { Global, Module } from '@nestjs/common';
import { DataFolder } from '../config/data-folder.js';
import { Settings } from '../config/settings.js';
import { Database } from './database.js';
import { openDatabase, runMigrations } from './open-database.js';
import { PreparedReads } from './prepared-reads.js';
import { SiteTables } from './site-table.js';
import { UnitOfWork } from './unit-of-work.js';

/**
 * Owns the connection, the schema and the ways to read and write rows; brings the schema up to date at start.
 * Leaves to the modules what their rows mean.
 */
@Global()
@Module({
  providers: [
    {
      provide: Database,
      inject: [Settings],
      useFactory: async (settings: Settings): Promise<Database> => {
        if (settings.database.kind === 'sqlite') new DataFolder(settings.dataDir).prepare();
        const database = await openDatabase(settings.database);
        await runMigrations(database);
        return database;
      },
    },
    UnitOfWork,
    SiteTables,
    PreparedReads,
  ],
  exports: [Database, UnitOfWork, SiteTables, PreparedReads],
})
export class DatabaseModule {}
