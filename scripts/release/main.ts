// `npm run release -- minor`: makes the commit and the tag of a release, as CONTRIBUTING.md describes under "Releases".
// `--dry-run` says what it would do. Nothing is pushed.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readArguments } from './arguments.js';
import { ReleaseRefused } from './refusal.js';
import { release } from './release.js';
import { Repository } from './repository.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

try {
  const { step, dryRun } = readArguments(process.argv.slice(2), process.env);
  release(step, dryRun, {
    repository: new Repository(ROOT, process.env),
    now: () => new Date(),
    regenerate: () => execFileSync('npm', ['run', '-s', 'openapi'], { cwd: ROOT, stdio: ['ignore', 2, 2] }),
    say: (line) => {
      console.log(line);
    },
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  if (error instanceof ReleaseRefused && error.cause instanceof Error) console.error(error.cause.message);
  process.exitCode = 1;
}
