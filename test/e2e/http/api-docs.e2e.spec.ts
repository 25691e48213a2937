import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../../support/browser.js';
import { ConsoleVisit } from '../../support/console-visit.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const TASKS = ['Start here', 'Tokens', 'Applications', 'OAuth', 'Verify', 'People', 'Gateway', 'Operate'];
const KIB = 1024;

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp('sqlite');
});
afterAll(() => app.stop());

describe('the files of /docs', () => {
  it.each([
    ['swagger-ui-bundle.js', 500],
    ['swagger-ui.css', 40],
    ['openapi.json', 100],
  ])('%s is sent compressed, in at most %i KiB', async (file, most) => {
    const size = async (accepted: string) => {
      const answer = await app.fetch(`/docs/${file}`, { headers: { 'accept-encoding': accepted } });
      expect(answer.headers.get('vary')).toContain('accept-encoding');
      await answer.arrayBuffer();
      return { encoding: answer.headers.get('content-encoding'), length: Number(answer.headers.get('content-length')) };
    };
    const [br, gzip, plain] = [await size('gzip, br'), await size('gzip'), await size('identity')];
    expect([br.encoding, gzip.encoding, plain.encoding]).toEqual(['br', 'gzip', null]);
    expect(br.length).toBeLessThan(most * KIB);
    expect(gzip.length).toBeLessThan(plain.length / 3);
  });
});

it('the example of the introduction works as it is written', async () => {
  const document = (await (await app.fetch('/docs/openapi.json')).json()) as { info: { description: string } };
  const example = /```bash\n(.*?)```/s.exec(document.info.description)?.[1] ?? '';
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-docs-'));
  const certificate = join(folder, 'tls.crt');
  await writeFile(certificate, app.certificate);
  const env = {
    PATH: process.env['PATH'],
    CURL_CA_BUNDLE: certificate,
    USERNAME: app.settings.adminUsername,
    PASSWORD: app.settings.adminPassword?.reveal(),
  };
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', example], { env });
  await rm(folder, { recursive: true });
  expect(JSON.parse(stdout)).toMatchObject({ active: true, scope: 'projects:read' });
});

describeInBrowser('/docs', () => {
  let browser: Browser;
  let visit: ConsoleVisit;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  const open = async (theme: 'light' | 'dark' = 'light') => {
    visit = await ConsoleVisit.start(browser, app);
    await visit.page.emulateMedia({ colorScheme: theme });
    await visit.page.goto('/docs');
    await visit.page.locator('.opblock-tag').first().waitFor();
  };
  afterEach(() => visit.context.close());

  it('begins with the tasks of its readers, an introduction and an example from end to end', async () => {
    await open();
    const tags = await visit.page
      .locator('.opblock-tag')
      .evaluateAll((all) => all.map((each) => each.getAttribute('data-tag')));
    expect(tags).toEqual(TASKS);
    const example = await visit.page.locator('.info pre').filter({ hasText: 'oauth/introspect' }).textContent();
    expect(example).toContain(`GATE=${app.settings.publicUrl}`);
    expect(await visit.page.getByLabel('Server', { exact: true }).inputValue()).toBe(app.url);
  });

  it.each(['light', 'dark'] as const)('gives axe nothing to say, in %s', async (theme) => {
    await open(theme);
    expect(await visit.violations()).toEqual([]);
  });
});
