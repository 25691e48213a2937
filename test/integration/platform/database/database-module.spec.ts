import { expect, test } from '@jest/globals';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ENTITIES } from '../../../../src/app/entities.js';
import { Settings } from '../../../../src/platform/config/settings.js';
import { Database } from '../../../../src/platform/database/database.js';
import { DatabaseModule } from '../../../../src/platform/database/database.module.js';
import { PreparedReads } from '../../../../src/platform/database/prepared-reads.js';
import { SiteTables } from '../../../../src/platform/database/site-table.js';
import { UnitOfWork } from '../../../../src/platform/database/unit-of-work.js';
import { Site } from '../../../../src/directory/sites/site.entity.js';
import { Clock } from '../../../../src/shared/clock/clock.js';
import { Randomness } from '../../../../src/shared/crypto/randomness.js';
import { Ids } from '../../../../src/shared/ids/ids.js';
import { forEachDialect } from '../../../support/dialects.js';
import { siteRow } from '../../../support/row-builders.js';
import { createEmptyLocation, discard, newFolder } from '../../../support/test-databases.js';

@Module({})
class SettingsModule {
  static register(database: Settings['database']): DynamicModule {
    const provider = { provide: Settings, useValue: { database, dataDir: newFolder(), freshnessMs: null } };
    const parts = [Clock, Randomness, Ids];
    return { module: SettingsModule, global: true, providers: [provider, ...parts], exports: [Settings, ...parts] };
  }
}

@Module({})
class ServiceModule {
  static register(database: Settings['database']): DynamicModule {
    return { module: ServiceModule, imports: [SettingsModule.register(database), DatabaseModule.register(ENTITIES)] };
  }
}

forEachDialect((dialect) => {
  test('the module migrates an empty database before anybody uses it, and closes it at the end', async () => {
    const location = await createEmptyLocation(dialect);
    const service = await NestFactory.createApplicationContext(ServiceModule.register(location), { logger: false });
    const site = siteRow();
    await service.get(UnitOfWork).run(async (tx) => service.get(SiteTables).ofDeployment(Site).rows(tx).insert(site));
    const rows = await service.get(PreparedReads).prepare('SELECT id FROM sites').all([]);
    expect(rows).toEqual([{ id: site.id }]);
    const { reader, writer } = service.get(Database);
    await service.close();
    expect([reader.isInitialized, writer.isInitialized]).toEqual([false, false]);
    await discard(location);
  });
});
