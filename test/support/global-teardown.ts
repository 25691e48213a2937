import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { once } from 'node:events';

declare global {
  var testMysqlServer: ChildProcess | undefined;
}

export default async function globalTeardown(): Promise<void> {
  const server = globalThis.testMysqlServer;
  if (server !== undefined && server.exitCode === null) {
    const ended = once(server, 'exit');
    // Its data is thrown away: no need for an orderly end.
    server.kill('SIGKILL');
    await ended;
  }
  const folder = process.env['TEST_RUN_DIR'];
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
