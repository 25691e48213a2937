import { expect, test } from '@jest/globals';
import { openDatabase, runMigrations } from '../../../src/database/open-database.js';
import { MIGRATIONS } from '../../../src/database/migrations.js';
import { forEachDialect } from '../../support/dialects.js';
import { createEmptyLocation, discard } from '../../support/test-databases.js';

forEachDialect((dialect) => {
  test('five instances that start at once on an empty database run each migration once', async () => {
    const location = await createEmptyLocation(dialect);
    const applied = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const database = await openDatabase(location);
        const migrations = await runMigrations(database);
        await database.close();
        return migrations.length;
      }),
    );
    expect(applied.sort((a, b) => b - a)).toEqual([MIGRATIONS.length, 0, 0, 0, 0]);
    await discard(location);
  });
});
