import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, ConsoleMessage, Page } from 'playwright-core';
import type { TestApp } from './test-app.js';

const SCREENSHOTS = join(import.meta.dirname, '../../.cache/screenshots');
/** How browsers report an answer that is no success; which ones are expected is said by `expectAnswers`. */
const FAILED_ANSWER = /^Failed to load resource: the server responded with a status of (\d+)/;
/** Below a test's own limit, so that what was waited for is said. */
const WAIT_MILLISECONDS = 60_000;
const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

/** One person at a browser of their own, and everything that the browser complained about. */
export class ConsoleVisit {
  readonly complaints: string[] = [];
  readonly #expected = new Set<number>();

  private constructor(
    readonly app: TestApp,
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  static async start(browser: Browser, app: TestApp): Promise<ConsoleVisit> {
    const context = await browser.newContext({
      baseURL: app.url,
      ignoreHTTPSErrors: true, // the certificate is the test's own
      viewport: WIDE,
      colorScheme: 'light',
      reducedMotion: 'reduce',
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    page.setDefaultTimeout(WAIT_MILLISECONDS);
    const visit = new ConsoleVisit(app, context, page);
    visit.#listen();
    await page.clock.setFixedTime(app.clock.now());
    return visit;
  }

  /** Answers with these statuses belong to what the test does: the browser's complaint about them is none. */
  expectAnswers(...statuses: number[]): void {
    for (const status of statuses) this.#expected.add(status);
  }

  async signIn(username: string, password: string): Promise<void> {
    this.expectAnswers(401); // who is signed in? nobody yet
    await this.page.goto('/sign-in');
    await this.page.getByLabel('User name or e-mail').fill(username);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
    await this.page.getByRole('navigation').waitFor();
  }

  async signInAsAdmin(): Promise<void> {
    const { adminUsername, adminPassword } = this.app.settings;
    await this.signIn(adminUsername, adminPassword?.reveal() ?? '');
  }

  /** Goes to a page and waits until it has its heading and everything it loads. */
  async goto(path: string, heading: string): Promise<void> {
    await this.page.goto(path);
    await this.page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
    await this.settled();
  }

  async settled(): Promise<void> {
    await this.page.waitForLoadState('networkidle');
    // once there is no first one, there is none
    await this.page.getByLabel('Loading…').first().waitFor({ state: 'detached' });
  }

  /** What axe finds on the page as it is now, by rule and element. */
  async violations(): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page: this.page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  }

  /** Kept for people to look at: the page on a wide screen and on a phone. */
  async keepScreenshots(name: string): Promise<void> {
    await mkdir(SCREENSHOTS, { recursive: true });
    for (const [suffix, viewport] of [
      ['', WIDE],
      ['-phone', PHONE],
    ] as const) {
      await this.page.setViewportSize(viewport);
      await this.page.screenshot({ path: join(SCREENSHOTS, `${name}${suffix}.png`), fullPage: true });
    }
    await this.page.setViewportSize(WIDE);
  }

  async end(): Promise<void> {
    await this.context.close();
  }

  #listen(): void {
    this.page.on('pageerror', (error) => this.complaints.push(`uncaught: ${error.message}`));
    this.page.on('console', (message) => {
      this.#hear(message);
    });
  }

  /** A violation of the content security policy is one of the console's errors too. */
  #hear(message: ConsoleMessage): void {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    const status = FAILED_ANSWER.exec(message.text())?.[1];
    if (status !== undefined && this.#expected.has(Number(status))) return;
    this.complaints.push(`${message.type()}: ${message.text()}`);
  }
}
