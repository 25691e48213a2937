import { describe, expect, it } from '@jest/globals';
import {
  anonymous,
  type ApiClient,
  bearer,
  createPerson,
  createToken,
  PERSON_PASSWORD,
  signIn,
  signInAsAdmin,
} from '../../support/api-client.js';
import { describeInBrowser } from '../../support/browser.js';
import { makeCertificate } from '../../support/certificates.js';
import { consoleStage } from '../../support/console-stage.js';
import { ConsoleVisit } from '../../support/console-visit.js';
import { eventually } from '../../support/eventually.js';
import type { SiteId } from '../../../src/shared/ids/site-id.js';
import { VerificationCounter } from '../../../src/statistics/verification-counter.service.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const THEMES = ['light', 'dark'] as const;

describeInBrowser('the home page of the console', () => {
  const stage = consoleStage();
  let people = 0;

  /** The service's clock moves, and the browser's with it. */
  async function advance(days: number): Promise<void> {
    stage.app.clock.advance({ days });
    await stage.visit.page.clock.setFixedTime(stage.app.clock.now());
  }

  const inDays = (days: number) => new Date(stage.app.clock.now().getTime() + days * DAY_MS).toISOString();
  const sectionOf = (title: string) => stage.visit.page.getByRole('region', { name: title });

  it('tells who has nothing yet what to do first, and offers nothing else', async () => {
    const { visit } = stage;
    const { page } = visit;
    const { username } = await createPerson(stage.app, `home-${people++}`, []);
    await visit.signIn(username, PERSON_PASSWORD);
    await visit.goto('/', `Hello, ${username}`);
    const start = sectionOf('Make your first token');
    await start.getByText('You hold no role yet').waitFor();
    await sectionOf('What needs your attention').getByText('Nothing. Everything is in order.').waitFor();
    await page.getByRole('link', { name: '0 active, work now' }).waitFor();
    for (const title of ['Personal tokens of the site', 'Verifications'])
      expect(await sectionOf(title).count()).toBe(0);
    expect(await visit.violations()).toEqual([]);
    await visit.keepScreenshots('light-home-empty');
    await start.getByRole('link', { name: 'New token' }).click();
    await page.getByRole('heading', { level: 1, name: 'New personal access token' }).waitFor();
  });

  it('leads from what needs attention, and from each figure, to where it is dealt with', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const { id, username, session } = await createPerson(app, `home-${people++}`, ['ROLE_MANAGE_PROXIES']);
    await createToken(session, { name: 'Old import' });
    await advance(91);
    const mine = await signIn(app, username, PERSON_PASSWORD);
    for (const [index, name] of ['Export one', 'Export two', 'Export three', 'Export four'].entries())
      await createToken(mine, { name, expiresAt: inDays(20 + index) });
    const admin = await signInAsAdmin(app);
    const { id: left } = await createToken(admin, { name: 'Left behind' });
    const moved = await admin.post('/admin/tokens/reassign', { toUserId: id, tokenIds: [left] });
    expect(moved.status).toBe(200);

    const { token: found } = await createToken(mine, { name: 'Found token' });
    await anonymous(app).post('/leaks', { credentials: [found] });

    await visit.signIn(username, PERSON_PASSWORD);
    const attention = sectionOf('What needs your attention');
    const leak = 'Found token was found in the open, and is revoked';
    await attention.getByRole('button', { name: `Mark as read: ${leak}` }).click();
    await attention.getByText(leak).waitFor({ state: 'detached' });
    // of the handing over, too
    await attention.getByText('1 token and 0 API keys of admin are yours now').waitFor();
    await attention.getByText('Export one expires in 20 days').waitFor();
    expect(await attention.getByRole('listitem').count()).toBe(7); // the news, the three that end first, and that there is one more
    expect(await attention.getByText('Export four').count()).toBe(0);
    await visit.keepScreenshots('light-home-attention');
    expect(await visit.violations()).toEqual([]);

    await attention.getByRole('button', { name: 'Revoke Old import' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('Old import is revoked.').waitFor();
    await attention.getByText('Nobody has used Old import').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: '0 unused, for 90 days' }).waitFor();

    await attention.getByRole('button', { name: 'Rotate Left behind' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Rotate' }).click();
    const value = await page
      .getByRole('dialog', { name: 'The new value' })
      .getByLabel('Token', { exact: true })
      .inputValue();
    await page.getByRole('button', { name: 'I have stored it' }).click();
    expect((await bearer(app, value).get('/auth/me')).status).toBe(200);
    await attention.getByText('Left behind').waitFor({ state: 'detached' });

    await attention.getByText('1 more').waitFor();
    await page.getByRole('link', { name: '4 expiring, within 30 days' }).click();
    await page
      .getByRole('row', { name: /Export/ })
      .first()
      .waitFor();
    expect(await page.getByRole('rowheader').count()).toBe(4);
    expect(await page.getByRole('combobox', { name: 'Show' }).inputValue()).toBe('Expiring within 30 days');
    await page.getByRole('combobox', { name: 'Show' }).click();
    await page.getByRole('option', { name: 'Inherited' }).click();
    await page.getByText('No token matches.').waitFor();
  });

  it('shows an administrator the site: figures with their lists, an invitation and a certificate that ends', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const admin = await signInAsAdmin(app);
    const { cert: certificate } = await makeCertificate();
    expect((await admin.post('/certificates', { name: 'Orders API', certificate })).status).toBe(201);
    const guest = { username: 'guest', email: 'guest@example.com', kind: 'person', roles: [] };
    expect((await admin.post('/admin/users', guest)).status).toBe(201);
    const robot = await admin.post('/admin/users', { username: 'home-robot', kind: 'service', roles: [] });
    await admin.post(`/admin/users/${String(robot.body.id)}/tokens`, { name: 'Robot', expiresAt: inDays(3) });
    const figures = (await admin.get('/admin/statistics/tokens')).body as Record<string, number>;
    await visit.signInAsAdmin();
    await sectionOf('What needs your attention').getByText('guest has not set a password yet').waitFor();
    await sectionOf('Personal tokens of the site')
      .getByRole('link', { name: `${String(figures['expiring'])} expiring, within 30 days` })
      .click();
    await page.getByRole('row', { name: /Robot/ }).waitFor();
    expect(await page.getByRole('rowheader').count()).toBe(figures['expiring']);
    const shown = page.getByRole('combobox', { name: 'Personal tokens that' });
    expect(await shown.inputValue()).toBe('expire within 30 days');
    expect(await visit.violations()).toEqual([]);
    await shown.click();
    await page.getByRole('option', { name: 'are unused for 90 days' }).click();
    await page.getByRole('row', { name: /Robot/ }).waitFor({ state: 'detached' });
    await page.goBack();
    await page.getByRole('link', { name: 'Open guest' }).click();
    await page.getByRole('heading', { level: 1, name: 'guest' }).waitFor();
  });

  it('shows a certificate that ends to who looks after it', async () => {
    const { visit, app } = stage;
    const admin = await signInAsAdmin(app);
    const { items } = (await admin.get('/certificates')).body as { items: { name: string; validTo: string }[] };
    const { username } = await createPerson(app, `home-${people++}`, ['ROLE_API_SECURITY']);
    app.clock.set(new Date(Date.parse(items[0]?.validTo ?? '') - 5 * DAY_MS));
    await visit.page.clock.setFixedTime(app.clock.now());
    await visit.signIn(username, PERSON_PASSWORD);
    const attention = sectionOf('What needs your attention');
    await attention.getByText('The certificate Orders API ends in 5 days').waitFor();
    const link = attention.getByRole('link', { name: /See certificates, Orders API/ });
    expect(await link.getAttribute('href')).toBe('/upstreams/certificates');
  });

  describe('the chart', () => {
    /** A month of a busy API: more by day than by night. */
    async function month(admin: ApiClient): Promise<void> {
      const { site } = (await admin.get('/auth/me')).body as { site: { id: SiteId } };
      const counter = stage.app.app.get(VerificationCounter, { strict: false });
      const start = stage.app.clock.now().getTime();
      for (let hoursAgo = 1; hoursAgo < 720; hoursAgo++) {
        const at = start - hoursAgo * HOUR_MS;
        const busy = 1 + Math.sin(((new Date(at).getUTCHours() - 8) / 24) * 2 * Math.PI);
        for (let count = 0; count < Math.round(busy * 60) + (hoursAgo % 7); count++) counter.verified(site.id, at);
        if (hoursAgo % 5 === 0) for (let count = 0; count < hoursAgo % 4; count++) counter.refused(site.id, at);
      }
      await counter.flush();
    }

    it('charts verifications and refusals for the eye, the keyboard and a screen reader', async () => {
      const { visit, app } = stage;
      const { page } = visit;
      app.clock.set('2026-11-26T12:34:00Z');
      await page.clock.setFixedTime(app.clock.now());
      const admin = await signInAsAdmin(app);
      await month(admin);
      const { token } = await createToken(admin, { name: 'Charted' });
      expect((await anonymous(app).get('/verify', { authorization: `Bearer ${token}` })).status).toBe(200);
      const counted = (await admin.get('/admin/statistics/verifications')).body.hours as Record<string, number>[];
      const total = counted.reduce((sum, { verified = 0 }) => sum + verified, 0).toLocaleString('en');

      await visit.signInAsAdmin();
      const chart = sectionOf('Verifications');
      await chart.getByText(`${total} verified,`).waitFor();
      const slider = chart.getByRole('slider');
      // in the viewer's zone, which is Berlin
      expect(await slider.getAttribute('aria-valuetext')).toBe('Thu 26 Nov, 13:00: 1 verified, 0 refused');
      await slider.focus();
      await page.keyboard.press('ArrowLeft');
      const before = `Thu 26 Nov, 12:00: ${String(counted[22]?.['verified'])} verified, 0 refused`;
      expect(await slider.getAttribute('aria-valuetext')).toBe(before);
      await chart.getByText(before).waitFor();
      expect(await chart.getByText(before).getAttribute('title')).toBe('2026-11-26 11:00 UTC');
      await page.keyboard.press('Home');
      await eventually(() => slider.getAttribute('aria-valuenow'), '0');
      const box = await slider.boundingBox();
      await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) * (22.5 / 24), (box?.y ?? 0) + 100);
      await chart.getByText(before).waitFor();

      await chart.getByRole('button', { name: 'Show as a table' }).click();
      await chart.getByRole('row', { name: /Thu 26 Nov, 13:00 1 0/ }).waitFor();
      for (const [range, hours] of [
        ['7 days', 168],
        ['30 days', 720],
      ] as const) {
        await chart.getByText(range, { exact: true }).click();
        await chart.getByText(`in the last ${range}`).waitFor();
        await eventually(() => slider.getAttribute('aria-valuemax'), String(hours - 1));
        await visit.keepScreenshots(`light-home-${range.replace(' ', '-')}`);
      }
    });

    it.each(THEMES)('has no violation that axe finds in the %s theme', async (theme) => {
      const visit = await ConsoleVisit.start(stage.browser, stage.app);
      await visit.page.emulateMedia({ colorScheme: theme });
      await visit.signInAsAdmin();
      await visit.page.getByRole('slider').waitFor();
      await visit.settled();
      await visit.keepScreenshots(`${theme}-home-admin`);
      await visit.page.getByRole('button', { name: 'Show as a table' }).click();
      await visit.page.getByRole('table', { name: 'Verifications by the hour' }).waitFor();
      expect(await visit.violations()).toEqual([]);
      await visit.end();
      expect(visit.complaints).toEqual([]);
    });
  });
});
