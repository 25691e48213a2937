import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MariadbServer } from './mariadb-server.js';

// Jest runs this file outside its module system, where a relative import has to name the file as it is on disk.
const SERVER_MODULE = './mariadb-server.ts';

declare global {
  var testMariadb: MariadbServer | undefined;
}

const SKIPPED = `
================================================================================
  The MySQL half of the tests is SKIPPED: there is no TEST_MYSQL_URL, and no
  mariadbd on this machine (Debian: apt-get install mariadb-server-core
  mariadb-client-core). Only the embedded database is tested.
================================================================================
`;

/**
 * Once a run: the built service, for the tests that start it as a process (two of them must not build at once); a folder
 * for throw-away files; and a database server, unless there is one to use. Tests read the environment.
 */
export default async function globalSetup(): Promise<void> {
  execFileSync(process.execPath, [join(import.meta.dirname, '../../scripts/build-when-needed.mjs')], {
    stdio: 'inherit',
  });
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-test-'));
  process.env['TEST_RUN_DIR'] = folder;
  if (process.env['TEST_MYSQL_URL'] !== undefined) return;
  const { mariadbIsInstalled, startMariadb } = (await import(SERVER_MODULE)) as typeof import('./mariadb-server.js');
  if (mariadbIsInstalled()) {
    globalThis.testMariadb = await startMariadb(folder);
    process.env['TEST_MYSQL_URL'] = globalThis.testMariadb.url;
  } else if (process.env['CI'] === 'true') {
    throw new Error('CI tests both dialects: give TEST_MYSQL_URL, or install mariadb-server-core');
  } else {
    process.stderr.write(SKIPPED);
  }
}
