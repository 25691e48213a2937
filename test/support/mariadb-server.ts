import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const READY_WITHIN_MS = 90_000;

export interface MariadbServer {
  /** Without a database name. */
  readonly url: string;
  readonly process: ChildProcess;
  readonly data: string;
  /** Kills it: its data is thrown away, and needs no orderly end. */
  stop(): Promise<void>;
}

export function mariadbIsInstalled(): boolean {
  return spawnSync('mariadbd', ['--version']).status === 0;
}

/** Starts a server on a free port, or again on the one and the data it had, with everything durable turned off. */
export async function startMariadb(
  folder: string,
  again?: { readonly port?: number; readonly data?: string; readonly options?: readonly string[] },
): Promise<MariadbServer> {
  const data = again?.data ?? join(folder, 'mysql');
  const socket = join(folder, 'mysql.sock');
  if (again?.data === undefined) install(data, folder);
  const port = again?.port ?? (await freePort());
  const server = spawn(
    'mariadbd',
    [
      '--no-defaults',
      '--user=root',
      `--datadir=${data}`,
      `--socket=${socket}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      '--skip-name-resolve',
      '--skip-log-bin',
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-buffer-pool-size=64M',
      '--max-connections=400',
      `--tmpdir=${folder}`,
      ...(again?.options ?? []),
    ],
    { stdio: 'ignore' },
  );
  await ready(server, socket);
  return { url: `mysql://root@127.0.0.1:${port}/`, process: server, data, stop: () => kill(server) };
}

function install(data: string, folder: string): void {
  const { status, stderr } = spawnSync('mariadb-install-db', [
    '--no-defaults',
    `--datadir=${data}`,
    '--user=root',
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    '--skip-name-resolve',
    // two servers that are installed at once fall over each other's temporary tables
    `--tmpdir=${folder}`,
  ]);
  if (status !== 0) throw new Error(`mariadb-install-db: ${stderr.toString()}`);
}

async function kill(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGKILL');
  await ended;
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
