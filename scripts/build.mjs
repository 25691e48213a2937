// Builds dist and console/dist, each when it is missing or older than its sources. Prints only to stderr, because the commands
// that call it own stdout.
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
    const built = readStamp(stamp);
    if (built === sourcesOf(part)) continue;
    const why =
      built === null ? 'there is no build yet; this can take a minute' : 'its sources changed since the last build';
    process.stderr.write(`Building ${part.name} (${why})…\n`);
    const started = performance.now();
    await buildPart(part);
    process.stderr.write(`Built ${part.name} in ${Math.round((performance.now() - started) / 1000)} s.\n`);
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
