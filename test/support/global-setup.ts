import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

// Jest loads this file outside its module system, so it imports nothing of ours. What it starts, the tests
// find in the environment: TEST_RUN_DIR, TEST_MYSQL_URL.

declare global {
  var testMysqlServer: ChildProcess | undefined;
}

const READY_WITHIN_MS = 30_000;
const SKIPPED = `
================================================================================
  The MySQL half of the tests is SKIPPED: there is no TEST_MYSQL_URL, and no
  mariadbd on this machine (Debian: apt-get install mariadb-server-core
  mariadb-client-core). Only the embedded database is tested.
================================================================================
`;

/** Once a run: a folder for throw-away files, and a MariaDB server unless there is one to use. */
export default async function globalSetup(): Promise<void> {
  process.env['TEST_RUN_DIR'] ??= mkdtempSync(join(tmpdir(), 'gatehouse-test-'));
  if (process.env['TEST_MYSQL_URL'] !== undefined) return;
  if (spawnSync('mariadbd', ['--version']).status === 0) {
    process.env['TEST_MYSQL_URL'] = await startServer(process.env['TEST_RUN_DIR']);
  } else if (process.env['CI'] === 'true') {
    throw new Error('CI tests both dialects: give TEST_MYSQL_URL, or install mariadb-server-core');
  } else {
    process.stderr.write(SKIPPED);
  }
}

async function startServer(folder: string): Promise<string> {
  const data = join(folder, 'mysql');
  const install = spawnSync('mariadb-install-db', [
    '--no-defaults',
    `--datadir=${data}`,
    '--user=root',
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    '--skip-name-resolve',
  ]);
  if (install.status !== 0) throw new Error(`mariadb-install-db: ${install.stderr.toString()}`);
  const port = await freePort();
  const server = spawn(
    'mariadbd',
    [
      '--no-defaults',
      '--user=root',
      `--datadir=${data}`,
      `--socket=${join(folder, 'mysql.sock')}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      '--skip-name-resolve',
      '--skip-log-bin',
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-buffer-pool-size=64M',
      '--max-connections=400',
    ],
    { stdio: 'ignore' },
  );
  globalThis.testMysqlServer = server;
  await ready(server, join(folder, 'mysql.sock'));
  return `mysql://root@127.0.0.1:${port}/`;
}

async function ready(server: ChildProcess, socket: string): Promise<void> {
  for (let waited = 0; waited < READY_WITHIN_MS; waited += 100) {
    if (server.exitCode !== null) throw new Error(`mariadbd ended with ${server.exitCode}`);
    if (spawnSync('mariadb-admin', ['--no-defaults', '-S', socket, '-u', 'root', 'ping']).status === 0) return;
    await delay(100);
  }
  throw new Error('mariadbd did not get ready');
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}
