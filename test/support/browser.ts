import { existsSync } from 'node:fs';
import { describe } from '@jest/globals';
import { chromium, type Browser } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** The browser of this machine: TEST_BROWSER, or where Debian and others put it. */
const BROWSER = process.env['TEST_BROWSER'] ?? PLACES.find((path) => existsSync(path));

const SKIPPED = `
================================================================================
  The tests of the console in a browser are SKIPPED: there is no TEST_BROWSER,
  and no Chromium on this machine (Debian: apt-get install chromium).
================================================================================
`;

/** A `describe` that needs a browser: without one it is left out with a loud warning, and fails in CI. */
export function describeInBrowser(name: string, tests: () => void): void {
  if (BROWSER !== undefined) {
    describe(name, tests);
    return;
  }
  if (process.env['CI'] === 'true') throw new Error('CI tests the console: install chromium, or name a TEST_BROWSER');
  process.stderr.write(SKIPPED);
  describe.skip(name, tests);
}

/** No sandbox: the browser opens nothing but the service under test. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: BROWSER ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'],
  });
}
