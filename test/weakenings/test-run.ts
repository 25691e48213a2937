import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MariadbServer, mariadbIsInstalled, startMariadb } from '../support/mariadb-server.js';

/** Longer than the slowest spec takes; a weakening that makes the service hang has been noticed all the same. */
const TIME_LIMIT_MS = 10 * 60_000;

/** The part of Jest's report that is read here. */
interface Report {
  readonly numFailedTests: number;
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

export type TestOutcome =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly test: string }
  | { readonly kind: 'timed out' }
  /** No test failed, and yet it was no success: the source did not compile, or no test was found. */
  | { readonly kind: 'broken'; readonly message: string };

/** Runs specs of a copy of the tree, one run after the other, on databases that they share. */
export class TestRuns {
  readonly #folder = mkdtempSync(join(tmpdir(), 'gatehouse-test-'));
  #mariadb: MariadbServer | undefined;
  #child: ChildProcess | undefined;

  constructor(
    private readonly root: string,
    private readonly on: 'both dialects' | 'the embedded database alone',
  ) {}

  async open(): Promise<void> {
    if (this.on !== 'both dialects' || process.env['TEST_MYSQL_URL'] !== undefined) return;
    if (mariadbIsInstalled()) this.#mariadb = await startMariadb(this.#folder);
    else process.stderr.write('There is no mariadbd: only the embedded database is tested.\n');
  }

  async run(specs: readonly string[]): Promise<TestOutcome> {
    const report = join(this.#folder, 'report.json');
    rmSync(report, { force: true });
    const flags = [
      '-c',
      'test/weakenings/jest.config.mjs',
      '-w',
      '1',
      '--bail=1',
      '--forceExit',
      '--json',
      `--outputFile=${report}`,
    ];
    const child = spawn(process.execPath, ['node_modules/jest/bin/jest.js', ...flags, '--', ...specs], {
      cwd: this.root,
      env: this.#environment(),
      stdio: ['ignore', 'ignore', 'ignore'],
    });
    this.#child = child;
    const limit = setTimeout(() => child.kill('SIGKILL'), TIME_LIMIT_MS);
    const [, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    clearTimeout(limit);
    this.#child = undefined;
    if (signal === 'SIGKILL') return { kind: 'timed out' };
    if (!existsSync(report)) return { kind: 'broken', message: 'Jest has made no report' };
    return outcomeOf(JSON.parse(readFileSync(report, 'utf8')) as Report);
  }

  async close(): Promise<void> {
    this.#child?.kill('SIGKILL');
    await this.#mariadb?.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #environment(): NodeJS.ProcessEnv {
    const { TEST_MYSQL_URL: given, ...inherited } = process.env;
    const url = this.on === 'both dialects' ? (this.#mariadb?.url ?? given) : undefined;
    return {
      ...inherited,
      NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
      TEST_RUN_DIR: this.#folder,
      ...(url !== undefined && { TEST_MYSQL_URL: url }),
    };
  }
}

function outcomeOf({ numFailedTests, numPassedTests, testResults }: Report): TestOutcome {
  const failed = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .find(({ status }) => status === 'failed');
  if (numFailedTests > 0) return { kind: 'failed', test: failed?.fullName ?? 'a test' };
  const message = testResults.map((result) => result.message).find((text) => text !== '');
  if (message !== undefined) return { kind: 'broken', message };
  return numPassedTests > 0 ? { kind: 'passed' } : { kind: 'broken', message: 'no test was found' };
}
