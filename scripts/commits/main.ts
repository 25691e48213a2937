// `npm run check:commits`: checks the subjects of the commits that are not in origin/main yet, or of another range, as in `npm
// run check:commits -- v0.2.0..HEAD`.
import { spawnSync } from 'node:child_process';
import { faultsOf } from './subject.js';

const range = process.argv[2] ?? 'origin/main..HEAD';
const log = spawnSync('git', ['log', '--no-merges', '--format=%h %s', range, '--'], { encoding: 'utf8' });
const commits = log.stdout.split('\n').filter((line) => line !== '');
const complaints = commits
  .map((commit) => [commit, ...faultsOf(commit.slice(commit.indexOf(' ') + 1))])
  .filter(({ length }) => length > 1)
  .map((lines) => lines.join('\n  '));

if (log.status !== 0) {
  console.error(`${log.stderr.trim()}\nName a range that exists here: npm run check:commits -- main..HEAD`);
  process.exitCode = 1;
} else if (complaints.length > 0) {
  console.error(complaints.join('\n'));
  process.exitCode = 1;
} else {
  console.log(`${commits.length} subjects in ${range}: nothing to say`);
}
