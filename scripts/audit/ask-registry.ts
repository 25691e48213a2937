import { execFile } from 'node:child_process';

/** One more attempt, soon: npm's own patience lasts for minutes. */
const PATIENCE = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-timeout=20000'];

/** The output of `npm audit --json`, or null when it did not end in time. A finding is not an error here. */
export function askRegistry(
  root: string,
  limitMs: number,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<string | null> {
  const settings = { cwd: root, env: environment, timeout: limitMs, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    execFile('npm', ['audit', '--json', ...PATIENCE], settings, (error, stdout) => {
      if (error?.killed === true) resolve(null);
      // npm ends with 1 for a finding, and prints JSON even when it fails
      else if (stdout === '') reject(error ?? new Error('npm audit printed nothing'));
      else resolve(stdout);
    });
  });
}
