import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';

const DRIVER = createRequire(import.meta.url).resolve('@photostructure/sqlite');
const SCRIPT = `
  const { DatabaseSync } = require(process.argv[1]);
  const database = new DatabaseSync(process.argv[2], { timeout: 1000 });
  database.exec(process.argv[3]);
  process.stdout.write('locked');
  setTimeout(() => process.exit(), 60_000); // a test that failed has not released it
`;

/** Another process that holds a lock on an SQLite file until it is killed. */
export async function holdLock(file: string, sql: string): Promise<{ release(): Promise<void> }> {
  const holder: ChildProcess = spawn(process.execPath, ['-e', SCRIPT, DRIVER, file, sql], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (holder.stdout !== null) await once(holder.stdout, 'data');
  return {
    release: async () => {
      const ended = once(holder, 'exit');
      holder.kill('SIGKILL');
      await ended;
    },
  };
}
