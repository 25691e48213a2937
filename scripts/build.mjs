// Builds dist when it is missing or older than its sources. All it prints goes to stderr: the commands that call
// it own stdout.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs';
import { ensurePluginMetadata } from './plugin-metadata.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STAMP = join(ROOT, 'dist', '.built-from');
const INPUTS = [
  'src',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'nest-cli.json',
  '.swcrc',
];

function sourceFingerprint() {
  return fingerprint(
    INPUTS.map((input) => join(ROOT, input)),
    (path) => !path.endsWith('metadata.ts'),
  );
}

export async function ensureBuilt() {
  if (existsSync(STAMP) && readStamp(STAMP) === sourceFingerprint()) return;
  process.stderr.write('Building Gatehouse (its sources changed since the last build)…\n');
  await build();
}

/** Type check and compile; `nest build` does both and fails on either. */
export async function build() {
  const current = sourceFingerprint();
  await ensurePluginMetadata();
  await nestBuild();
  await ensurePluginMetadata(); // nest build has written the file again, as Jest can't load it
  writeStamp(STAMP, current);
}

/** @returns {Promise<void>} */
function nestBuild() {
  const nest = fileURLToPath(import.meta.resolve('@nestjs/cli/bin/nest.js'));
  // stdout of the child becomes our stderr (fd 2)
  const child = spawn(process.execPath, [nest, 'build'], { cwd: ROOT, stdio: ['ignore', 2, 2] });
  const stop = () => child.kill('SIGTERM');
  process.once('SIGTERM', stop).once('SIGINT', stop);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.off('SIGTERM', stop).off('SIGINT', stop);
      if (signal !== null) process.exit(143);
      if (code !== 0) process.exit(code ?? 1);
      resolve();
    });
  });
}
