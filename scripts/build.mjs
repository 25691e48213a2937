// Builds dist and console/dist, each when it is missing or older than its sources. Prints only to stderr, because the commands
// that call it own stdout.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { buildConsole } from './build-console.mjs';
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs';
import { ensurePluginMetadata } from './plugin-metadata.mjs';
import { runTool } from './run-tool.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** @typedef {{ name: string, stamp: string, inputs: readonly string[], make: () => Promise<void> }} Part */

/** @type {readonly Part[]} */
const PARTS = [
  {
    name: 'Gatehouse',
    stamp: 'dist/.built-from',
    inputs: [
      'src',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'tsconfig.build.json',
      'nest-cli.json',
      '.swcrc',
    ],
    make: buildService,
  },
  {
    name: 'the console',
    stamp: 'console/dist/.built-from',
    inputs: [
      'console/src',
      'console/index.html',
      'console/vite.config.ts',
      'console/tsconfig.json',
      'console/package.json',
      'package-lock.json',
    ],
    make: buildConsole,
  },
];

/** @param {Part} part */
function sourcesOf({ inputs }) {
  return fingerprint(
    inputs.map((input) => join(ROOT, input)),
    (path) => !path.endsWith('metadata.ts'),
  );
}

export async function ensureBuilt() {
  for (const part of PARTS) {
    const stamp = join(ROOT, part.stamp);
    if (existsSync(stamp) && readStamp(stamp) === sourcesOf(part)) continue;
    process.stderr.write(`Building ${part.name} (its sources changed since the last build)…\n`);
    await buildPart(part);
  }
}

export async function build() {
  for (const part of PARTS) await buildPart(part);
}

/** @param {Part} part */
async function buildPart(part) {
  const sources = sourcesOf(part);
  await part.make();
  writeStamp(join(ROOT, part.stamp), sources);
}

/** Type checks and compiles; `nest build` does both and fails on either. */
async function buildService() {
  await ensurePluginMetadata();
  await runTool(fileURLToPath(import.meta.resolve('@nestjs/cli/bin/nest.js')), ['build']);
  await ensurePluginMetadata(); // nest build has written the file again, in a form that Jest can't load
}
