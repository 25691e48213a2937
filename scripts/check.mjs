// Everything that a commit must pass: `npm run check`. `--changed` looks only at what differs from the last commit: the inner
// loop while one works. `--static` leaves the tests out, for CI, which runs all of them afterwards.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: { changed: { type: 'boolean', default: false }, static: { type: 'boolean', default: false } },
});

/** Files that differ from the last commit, new ones included. */
function changedFiles() {
  const list = (/** @type {string[]} */ args) =>
    execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).split('\n').filter(Boolean);
  const all = [...list(['diff', '--name-only', 'HEAD']), ...list(['ls-files', '--others', '--exclude-standard'])];
  return all.filter((file) => existsSync(`${ROOT}/${file}`));
}

/** Runs a tool of the project; the first that fails ends the check. */
function run(/** @type {string} */ name, /** @type {string} */ command, /** @type {readonly string[]} */ args) {
  const started = process.hrtime.bigint();
  const { status } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: `${ROOT}/node_modules/.bin${delimiter}${process.env['PATH'] ?? ''}`,
      NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
    },
  });
  const seconds = Number((process.hrtime.bigint() - started) / 1_000_000_000n);
  console.log(`${status === 0 ? 'passed' : 'FAILED'} ${String(seconds).padStart(4)} s  ${name}`);
  if (status !== 0) process.exit(1);
}

const PRETTIER = [
  '--check',
  '--log-level',
  'warn',
  '--cache',
  '--cache-location',
  '.cache/prettier',
  '--ignore-unknown',
];
const ESLINT = ['--max-warnings', '0', '--no-warn-ignored', '--cache', '--cache-location', '.cache/eslint/'];
const JEST = ['-w', '2', '--workerIdleMemoryLimit=400MB', '--selectProjects', 'unit', 'architecture'];

run('metadata', process.execPath, ['scripts/plugin-metadata.mjs']);
if (values.changed) {
  const files = changedFiles();
  const code = files.filter((file) => /\.tsx?$/.test(file));
  if (files.length === 0) {
    console.log('nothing differs from the last commit');
  } else {
    run('format', 'prettier', [...PRETTIER, ...files]);
    if (code.length > 0) run('lint', 'eslint', [...ESLINT, ...code]);
    run('types', 'tsc', ['-p', 'tsconfig.json']);
    if (files.some((file) => file.startsWith('console/')))
      run('types of the console', 'tsc', ['-p', 'console/tsconfig.json']);
    run('tests of what changed', 'jest', [...JEST, '--passWithNoTests', '--findRelatedTests', ...files]);
  }
} else {
  run('format', 'prettier', [...PRETTIER, '.']);
  run('lint', 'eslint', [...ESLINT, '.']);
  run('types', 'tsc', ['-p', 'tsconfig.json']);
  run('types of the console', 'tsc', ['-p', 'console/tsconfig.json']);
  if (!values.static) run('tests', 'jest', JEST);
}
