import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Database } from '../../src/platform/database/database.js';
import { runMigrations } from '../../src/platform/database/opening/open-database.js';
import { MIGRATIONS } from '../../src/platform/database/opening/migrations.js';
import { forEachDialect } from '../support/dialects.js';
import { openEmptyDatabase, type TestDatabase } from '../support/test-databases.js';
import { schemaOfDatabase, schemaOfEntities } from '../support/schemas.js';

forEachDialect((dialect) => {
  let opened: TestDatabase;
  let database: Database;
  beforeEach(async () => {
    opened = await openEmptyDatabase(dialect);
    ({ database } = opened);
  });
  afterEach(async () => opened.close());

  test('the migrations make exactly what the entities describe', async () => {
    await runMigrations(database);
    expect(await schemaOfDatabase(database)).toEqual(schemaOfEntities(database));
    // `npm run migration:generate` would find nothing to do either.
    const { upQueries } = await database.writer.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  test('the migrations run up, down to nothing, and up again', async () => {
    await runMigrations(database);
    const first = await schemaOfDatabase(database);
    for (let step = 0; step < MIGRATIONS.length; step++) await database.writer.undoLastMigration();
    expect(await schemaOfDatabase(database)).toEqual({});
    await runMigrations(database);
    expect(await schemaOfDatabase(database)).toEqual(first);
  });

  test('migrating again changes nothing', async () => {
    expect(await runMigrations(database)).toHaveLength(MIGRATIONS.length);
    expect(await runMigrations(database)).toEqual([]);
  });
});
