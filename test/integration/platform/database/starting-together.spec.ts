import { expect, test } from '@jest/globals';
import { ENTITIES } from '../../../../src/app/entities.js';
import { openDatabase, runMigrations } from '../../../../src/platform/database/opening/open-database.js';
import { MIGRATIONS } from '../../../../src/platform/database/opening/migrations.js';
import { forEachDialect } from '../../../support/dialects.js';
import { createEmptyLocation, discard } from '../../../support/test-databases.js';

forEachDialect((dialect) => {
  test('five instances that start at once on an empty database run each migration once', async () => {
    const location = await createEmptyLocation(dialect);
    const applied = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const database = await openDatabase(location, ENTITIES);
        const migrations = await runMigrations(database);
        await database.close();
        return migrations.length;
      }),
    );
    expect(applied.sort((a, b) => b - a)).toEqual([MIGRATIONS.length, 0, 0, 0, 0]);
    await discard(location);
  });
});
