import { expect, it } from '@jest/globals';
import { createToken, signInAsAdmin } from '../../support/api-client.js';
import { describeInBrowser } from '../../support/browser.js';
import { makeCertificate } from '../../support/certificates.js';
import { createConnection } from '../../support/connections.js';
import { consoleStage } from '../../support/console-stage.js';
import { sampleProxy } from '../../support/sample-proxy.js';

const LONG_NAME = 'Everything-around-orders-for-the-shop-its-partners-and-whoever-asks-0123456789ab';
/** The narrowest phone, a usual one, a tablet beside whose navigation little room is left, and where tables begin. */
const WIDTHS = [320, 390, 800, 1000, 1160];
const MILLISECONDS = 120_000;

describeInBrowser('the console on screens of any width', () => {
  const stage = consoleStage();

  /** The pages that show a long name, in a heading, a trail, a table or a list. */
  async function pagesWithLongNames(): Promise<string[]> {
    const admin = await signInAsAdmin(stage.app);
    const { cert: certificate } = await makeCertificate({ name: 'orders.example.com', days: 12 });
    const certified = await admin.post('/certificates', { name: LONG_NAME, certificate });
    const connectionId = await createConnection(admin, `https://${'orders.'.repeat(12)}example`, { name: LONG_NAME });
    const project = await admin.post('/projects', { name: LONG_NAME, description: LONG_NAME });
    const inProject = `/projects/${String(project.body.id)}`;
    const proxy = await admin.post(
      `${inProject}/proxies`,
      sampleProxy(connectionId, { name: LONG_NAME, description: LONG_NAME }),
    );
    await admin.post(`/proxies/${String(proxy.body.id)}/deploy`, {});
    await createToken(admin, { name: LONG_NAME });
    const application = await admin.post('/applications', { name: LONG_NAME, description: LONG_NAME });
    const upstreams = ['connections', 'certificates'].map((kind) => `/upstreams/${kind}`);
    return [
      ...['/', '/tokens', '/projects', inProject, `/proxies/${String(proxy.body.id)}`],
      ...upstreams,
      ...[`/upstreams/connections/${connectionId}`, `/upstreams/certificates/${String(certified.body.id)}`],
      ...['/applications', `/applications/${String(application.body.id)}`],
      ...['/admin/users', '/admin/tokens', '/admin/audit'],
    ];
  }

  it(
    'is no page wider than the screen, however long the names are',
    async () => {
      const { visit } = stage;
      const { page } = visit;
      await visit.signInAsAdmin();
      const wider: string[] = [];
      for (const path of await pagesWithLongNames()) {
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await visit.settled();
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 844 });
          const beyond = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
          if (beyond > 0) wider.push(`${path} at ${String(width)}: by ${String(beyond)}`);
        }
      }
      expect(wider).toEqual([]);
    },
    MILLISECONDS,
  );

  it('leads to the last entry of the navigation where the screen is lower than it', async () => {
    const { visit } = stage;
    const { page } = visit;
    await visit.signInAsAdmin();
    await page.setViewportSize({ width: 390, height: 600 });
    await page.getByRole('button', { name: 'Open the menu' }).click();
    const last = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Audit log' });
    await last.click();
    await page.getByRole('heading', { level: 1, name: 'Audit log' }).waitFor();
    expect(await page.getByRole('button', { name: 'Open the menu' }).getAttribute('aria-expanded')).toBe('false');
  });
});
