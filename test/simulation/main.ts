// npm run simulate -- --seed 7 --histories 200 --steps 60
// Histories of all operations, taken by a model of the contract and by the service: they must agree after each step.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DomainError } from '../../src/shared/errors/domain-error.js';
import { startTestApp } from '../support/test-app.js';
import { History, type Outcome } from './history.js';
import { Service } from './service.js';
import { shrunk } from './shrink.js';
import { historyOf, type Step } from './step.js';

interface Kept {
  readonly why: string;
  readonly seed: number;
  /** How many, or the shortest that failed: a seed alone means another history once an operation is added. */
  readonly steps: number | readonly Step[];
}

const { values: flags } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    histories: { type: 'string', default: '200' },
    steps: { type: 'string', default: '60' },
  },
});
const MOST_TRIES = 10;
/** Of one database: the clock never goes back, and would be in another millennium after some thousands. */
const SITES_OF_A_SERVICE = 500;
const MEMORY = '/dev/shm';
const folder = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'gatehouse-simulation-'));
process.env['TEST_RUN_DIR'] = folder;
let service = await Service.of(await startTestApp('sqlite'));
const counts = new Map<string, number>();
let taken = 0;
let sites = 0;
try {
  process.exitCode = (await runAll()) ? 0 : 1;
} finally {
  await service.app.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function runAll(): Promise<boolean> {
  const started = performance.now();
  const [seed, histories, steps] = [Number(flags.seed), Number(flags.histories), Number(flags.steps)];
  const kept = JSON.parse(readFileSync(new URL('kept-seeds.json', import.meta.url), 'utf8')) as Kept[];
  const drawn = Array.from({ length: histories }, (_, i) => ({ seed: seed * 1_000_000 + i, steps }));
  for (const each of [...kept, ...drawn]) if (!(await holds(each.seed, each.steps))) return false;
  const seconds = Math.round((performance.now() - started) / 1000);
  for (const [what, count] of [...counts].sort()) console.log(`${String(count).padStart(8)}  ${what}`);
  console.log(
    `${taken} histories of ${steps} steps, ${kept.length} of them kept seeds, without a violation: ${seconds} s.`,
  );
  return true;
}

async function holds(seed: number, wanted: Kept['steps']): Promise<boolean> {
  const steps = typeof wanted === 'number' ? historyOf(seed, wanted) : wanted;
  const outcome = await run(steps);
  taken++;
  for (const [what, count] of outcome.counts) counts.set(what, (counts.get(what) ?? 0) + count);
  if (outcome.violation === null) return true;
  console.error(`Seed ${seed}, ${steps.length} steps, history ${taken} of this run: ${outcome.violation}`);
  const shortest = await shrunk(steps, outcome, run);
  console.error(`\nThe shortest history that still fails, of ${shortest.steps.length} steps:`);
  for (const line of shortest.outcome.log) console.error(`  ${line}`);
  console.error(`${String(shortest.outcome.violation)}\n\nSteps: ${JSON.stringify(shortest.steps)}`);
  return false;
}

async function startAgain(): Promise<void> {
  await service.app.stop();
  service = await Service.of(await startTestApp('sqlite'));
}

/** A machine that is too busy to answer in time proves nothing; what it did not answer, it may have done. */
async function run(steps: readonly Step[]): Promise<Outcome> {
  for (let tries = 1; ; tries++)
    try {
      if (++sites % SITES_OF_A_SERVICE === 0) await startAgain();
      return await History.run(service, `s${sites}`, steps);
    } catch (error) {
      if (tries === MOST_TRIES || !isOverloaded(error)) throw error;
    }
}

function isOverloaded(error: unknown): boolean {
  return error instanceof DomainError ? error.code === 'database_unavailable' : String(error).includes(': 503');
}
