import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { MIGRATIONS } from '../../../../src/platform/database/opening/migrations.js';
import { CredentialOrigins1795305600080 } from '../../../../src/platform/database/migrations/1795305600080-credential-origins.js';
import { runMigrations } from '../../../../src/platform/database/opening/open-database.js';
import { forEachDialect } from '../../../support/dialects.js';
import { newId } from '../../../support/row-builders.js';
import { openTestDatabase, type TestDatabase } from '../../../support/test-databases.js';

const AT = '2026-01-02 03:04:05.678';

forEachDialect((dialect) => {
  let test: TestDatabase;
  beforeEach(async () => {
    test = await openTestDatabase(dialect);
  });
  afterEach(() => test.close());

  const insert = async (table: string, row: Record<string, unknown>) => {
    const [names, values] = [Object.keys(row), Object.values(row)];
    const places = names.map(() => '?').join(', ');
    await test.database.writer.query(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${places})`, values);
  };

  it('[78] credentials that are in use when they are migrated are bound to where their connections lead, others to nothing', async () => {
    const { writer } = test.database;
    const steps = MIGRATIONS.length - MIGRATIONS.indexOf(CredentialOrigins1795305600080);
    for (let step = 0; step < steps; step++) await writer.undoLastMigration();

    const site_id = newId();
    const times = { created_at: AT, updated_at: AT };
    await insert('sites', { id: site_id, name: 'Acme', slug: 'acme', ...times });
    const credential = async (name: string) => {
      const id = newId();
      const own = { settings: '{"type":"bearer"}', sealed_secret: 'x', secret_set_at: AT, version: 1 };
      await insert('credentials', { id, site_id, name, ...own, ...times });
      return id;
    };
    const connection = async (name: string, base_url: string, credential_id: string | null) => {
      await insert('connections', { id: newId(), site_id, name, base_url, credential_id, version: 1, ...times });
    };
    const [one, two, none] = [await credential('one'), await credential('two'), await credential('none')];
    await connection('a', 'https://orders.example.com/v2', one);
    await connection('b', 'https://orders.example.com/v3', one);
    await connection('c', 'http://10.0.0.7:81', two);
    await connection('d', 'https://stock.example.com:8443/x', two);
    await connection('e', 'https://elsewhere.example.com', null);

    await runMigrations(test.database);
    const rows = await writer.query<Record<string, string>[]>('SELECT id, origins, secret_set_by FROM credentials');
    expect(Object.fromEntries(rows.map(({ id, origins }) => [id, origins]))).toEqual({
      [one]: 'https://orders.example.com',
      [two]: 'http://10.0.0.7:81 https://stock.example.com:8443',
      [none]: null,
    });
    expect(rows.map((row) => row['secret_set_by'])).toEqual([null, null, null]);
  });
});
