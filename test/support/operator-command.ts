import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { DatabaseSettings } from '../../src/platform/config/settings.js';
import { TEST_KEY } from './test-settings.js';

export interface CommandResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export type Variables = Readonly<Record<string, string>>;

const CLI = fileURLToPath(new URL('../../scripts/gatehouse.mjs', import.meta.url));

/** An operator's command as a process of its own, as `npm run -s gatehouse` starts it. */
export function runCommand(args: readonly string[], environment: Variables): Promise<CommandResult> {
  const inherited = Object.entries(process.env).filter(
    ([name]) => name !== 'NODE_OPTIONS' && !/^GATEHOUSE_/.test(name),
  );
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { ...Object.fromEntries(inherited), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => {
      resolve({ exitCode, stdout, stderr });
    });
  });
}

/** The environment of a service on this database: with MySQL it must be given a deployment key. */
export function environmentOf(location: DatabaseSettings, dataDir: string): Variables {
  return location.kind === 'sqlite'
    ? { GATEHOUSE_DATA_DIR: dataDir, GATEHOUSE_DATABASE_URL: `sqlite:${location.file}` }
    : {
        GATEHOUSE_DATA_DIR: dataDir,
        GATEHOUSE_DATABASE_URL: location.url.reveal(),
        GATEHOUSE_SECRET_KEYS: TEST_KEY,
      };
}
