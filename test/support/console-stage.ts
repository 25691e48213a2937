import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { SettingValues } from '../../src/platform/config/settings.js';
import { launchBrowser } from './browser.js';
import { ConsoleVisit } from './console-visit.js';
import { startTestApp, type TestApp } from './test-app.js';

/** What the tests of a file have in common: the service, the browser, and a visit for each test. */
export interface ConsoleStage {
  readonly app: TestApp;
  readonly browser: Browser;
  readonly visit: ConsoleVisit;
}

const START_MILLISECONDS = 60_000;

/** Starts them once for a `describe`; a test fails when the browser complained, of the content security policy too. */
export function consoleStage(settings: Partial<SettingValues> = {}): ConsoleStage {
  const stage = {} as { app: TestApp; browser: Browser; visit: ConsoleVisit };
  beforeAll(async () => {
    stage.app = await startTestApp('sqlite', { settings });
    stage.browser = await launchBrowser();
  }, START_MILLISECONDS);
  beforeEach(async () => {
    stage.visit = await ConsoleVisit.start(stage.browser, stage.app);
  });
  afterEach(async () => {
    await stage.visit.end();
    expect(stage.visit.complaints).toEqual([]);
  });
  afterAll(async () => {
    await stage.browser.close();
    await stage.app.stop();
  });
  return stage;
}
