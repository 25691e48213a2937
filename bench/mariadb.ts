import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { onCore } from './cores.js';

export interface ThrowAwayServer {
  readonly url: string;
  stop(): Promise<void>;
}

const START_ATTEMPTS = 100;

/** A MariaDB of our own in a temporary folder, or null when the machine has none. Debian keeps the program in /usr/sbin. */
export async function startMariadb(): Promise<ThrowAwayServer | null> {
  const env = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` };
  const folder = mkdtempSync(join(tmpdir(), 'bench-mariadb-'));
  const data = `--datadir=${join(folder, 'data')}`;
  try {
    const install = ['--no-defaults', data, '--auth-root-authentication-method=normal', '--skip-test-db', ...asRoot()];
    execFileSync('mariadb-install-db', install, { env, stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
  const port = await freePort();
  const socket = `--socket=${join(folder, 's')}`;
  const listening = [`--port=${port}`, '--bind-address=127.0.0.1', '--skip-name-resolve', '--skip-log-bin'];
  // the default of 128 MiB would measure the disk
  const memory = '--innodb-buffer-pool-size=1G';
  const options = ['--no-defaults', data, socket, memory, ...listening, ...asRoot()];
  const { command, args } = onCore('load', 'mariadbd', options);
  const server = spawn(command, args, { env, stdio: 'ignore' });
  const url = `mysql://root@127.0.0.1:${port}/mysql`;
  await waitFor(url);
  return {
    url,
    async stop() {
      server.kill('SIGTERM');
      await once(server, 'exit');
      rmSync(folder, { recursive: true });
    },
  };
}

/** mariadbd refuses to run as root unless told to. */
function asRoot(): string[] {
  return process.getuid?.() === 0 ? ['--user=root'] : [];
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function waitFor(url: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      const connection = await createConnection(url);
      await connection.end();
      return;
    } catch (error) {
      if (attempt === START_ATTEMPTS) throw error;
      await sleep(100);
    }
  }
}
