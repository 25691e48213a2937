// npm run weaken -- [<part of a name> …] [--list] [--sqlite] [--without-baseline]
// Weakens one guard after the other in a copy of the tree, and says which of them a test notices.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type TestOutcome, TestRuns } from './test-run.js';
import { nameOf, occurrences, weakened, type Weakening } from './weakening.js';
import { WEAKENINGS } from './weakenings.js';
import { WorkingCopy } from './working-copy.js';

type Verdict = 'noticed' | 'not noticed' | 'explained' | 'stale' | 'broken';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { list: { type: 'boolean' }, sqlite: { type: 'boolean' }, 'without-baseline': { type: 'boolean' } },
});
const chosen = WEAKENINGS.filter(
  (weakening) => positionals.length === 0 || positionals.some((part) => nameOf(weakening).includes(part)),
);

if (flags.list === true) for (const weakening of chosen) say(nameOf(weakening));
else process.exitCode = (await runAll(chosen)) ? 0 : 1;

async function runAll(weakenings: readonly Weakening[]): Promise<boolean> {
  const copy = new WorkingCopy();
  const runs = new TestRuns(copy.path, flags.sqlite === true ? 'the embedded database alone' : 'both dialects');
  const tidyUp = async () => {
    await runs.close();
    copy.remove();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void tidyUp().finally(() => process.exit(130)));
  try {
    await runs.open();
    if (flags['without-baseline'] !== true) await requireGood(runs, weakenings);
    return await judgeAll(copy, runs, weakenings);
  } finally {
    await tidyUp();
  }
}

/** A spec that fails as it is would notice everything. */
async function requireGood(runs: TestRuns, weakenings: readonly Weakening[]): Promise<void> {
  const specs = [...new Set(weakenings.flatMap(specsOf))];
  say(`Running ${specs.length} specs as they are …`);
  const outcome = await runs.run(specs);
  if (outcome.kind !== 'passed') throw new Error(`The specs do not pass as they are: ${described(outcome)}`);
}

async function judgeAll(copy: WorkingCopy, runs: TestRuns, weakenings: readonly Weakening[]): Promise<boolean> {
  const counts: Record<Verdict, number> = { noticed: 0, 'not noticed': 0, explained: 0, stale: 0, broken: 0 };
  for (const weakening of weakenings) {
    const start = performance.now();
    const [verdict, why] = await judge(copy, runs, weakening);
    counts[verdict]++;
    const seconds = Math.round((performance.now() - start) / 1000);
    say(`${verdict.padEnd(11)} ${`${seconds} s`.padStart(5)}  ${nameOf(weakening)}\n${' '.repeat(20)}${why}`);
  }
  const figures = Object.entries(counts).filter(([, count]) => count > 0);
  say(`Of ${weakenings.length}: ${figures.map(([verdict, count]) => `${count} ${verdict}`).join(', ')}.`);
  return counts['not noticed'] + counts.stale + counts.broken === 0;
}

async function judge(copy: WorkingCopy, runs: TestRuns, weakening: Weakening): Promise<[Verdict, string]> {
  const found = occurrences(readFileSync(`${copy.path}/src/${weakening.file}`, 'utf8'), weakening);
  if (found !== 1) return ['stale', `the text is there ${found} times`];
  const change = (source: string) => weakened(source, weakening);
  const outcome = await copy.changed(weakening.file, change, () => runs.run(specsOf(weakening)));
  if (outcome.kind === 'failed' || outcome.kind === 'timed out') return ['noticed', described(outcome)];
  if (outcome.kind === 'broken') return ['broken', described(outcome)];
  if (weakening.explained !== undefined) return ['explained', weakening.explained];
  return ['not noticed', `by ${weakening.specs.join(', ')}`];
}

function specsOf({ specs }: Weakening): string[] {
  return specs.map((spec) => `test/${spec}`);
}

function described(outcome: TestOutcome): string {
  if (outcome.kind === 'failed') return outcome.test;
  return outcome.kind === 'broken' ? outcome.message.trim().slice(0, 500) : outcome.kind;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
