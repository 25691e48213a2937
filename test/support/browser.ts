import { chromium, type Browser } from 'playwright-core';
import { describeWith, installedProgram } from './installed-program.js';

/** The browser of this machine, or the one of TEST_BROWSER. */
const BROWSER = process.env['TEST_BROWSER'] ?? installedProgram('chromium', 'chromium');

export function describeInBrowser(name: string, tests: () => void): void {
  describeWith(BROWSER, name, tests);
}

/** No sandbox: the browser opens nothing but the service under test. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: BROWSER ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'],
  });
}
