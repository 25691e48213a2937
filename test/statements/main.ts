// `npm run sql` writes docs/sql from what the service sends; `npm run sql:check` fails when it is stale. See docs/database.md.
import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dialect } from '../../src/platform/database/dialect.js';
import { type MariadbServer, mariadbIsInstalled, startMariadb } from '../support/mariadb-server.js';
import { recordedStatements } from './recorded-statements.js';
import { staleFiles, writeFiles } from './statement-files.js';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-statements-'));
process.env['TEST_RUN_DIR'] = folder;
let server: MariadbServer | null = null;
try {
  await run('sqlite');
  if (process.env['TEST_MYSQL_URL'] === undefined && mariadbIsInstalled()) {
    server = await startMariadb(folder);
    process.env['TEST_MYSQL_URL'] = server.url;
  }
  if (process.env['TEST_MYSQL_URL'] !== undefined) await run('mysql');
  else console.warn('docs/sql/mysql is left as it is: there is no TEST_MYSQL_URL, and no mariadbd on this machine');
} finally {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function run(dialect: Dialect): Promise<void> {
  const recorded = await recordedStatements(dialect);
  if (!process.argv.includes('--check')) {
    writeFiles(dialect, recorded);
    console.log(`wrote docs/sql/${dialect}`);
    return;
  }
  const stale = staleFiles(dialect, recorded);
  for (const name of stale)
    console.error(`docs/sql/${dialect}/${name} is stale: run \`npm run sql\`, look at it and commit it`);
  if (stale.length > 0) process.exitCode = 1;
  else console.log(`docs/sql/${dialect} is up to date`);
}
