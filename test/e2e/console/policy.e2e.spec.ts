import { beforeEach, expect, it } from '@jest/globals';
import {
  bearer,
  createPerson,
  createToken,
  PERSON_PASSWORD,
  signInAsAdmin,
  type TestPerson,
} from '../../support/api-client.js';
import { describeInBrowser } from '../../support/browser.js';
import { consoleStage } from '../../support/console-stage.js';

const DAY_MS = 24 * 3600 * 1000;
const NO_POLICY = {
  maxLifetimeSeconds: null,
  allowNeverExpire: true,
  allowedNetworks: null,
  revokeUnusedAfterDays: null,
  rotateInheritedWithinDays: null,
};

describeInBrowser('the policy of the site in the console', () => {
  const stage = consoleStage();
  let people = 0;

  const policy = async (rules: object) => {
    const { status } = await (await signInAsAdmin(stage.app)).patch('/admin/site', { policy: rules });
    expect(status).toBe(200);
  };
  const person = () => createPerson(stage.app, `policy-${people++}`, ['ROLE_MANAGE_PROXIES']);
  const signIn = ({ username }: TestPerson) => stage.visit.signIn(username, PERSON_PASSWORD);
  const inDays = (days: number) => new Date(stage.app.clock.now().getTime() + days * DAY_MS).toISOString();
  beforeEach(() => policy(NO_POLICY));

  it('tells whose token or API key it stops, why, and leads to what brings it back', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const [ann, ben] = [await person(), await person()];
    await createToken(ann.session, { name: 'Nightly export' });
    await createToken(ann.session, { name: 'Weekly export', expiresAt: inDays(300) });
    expect((await ben.session.post('/applications', { name: 'Order sync' })).status).toBe(201);
    const admin = await signInAsAdmin(app);
    expect((await admin.delete(`/admin/users/${ben.id}?reassignTo=${ann.id}`)).status).toBe(200);
    await policy({ allowNeverExpire: false, rotateInheritedWithinDays: 1 });
    app.clock.advance({ days: 2 });
    await page.clock.setFixedTime(app.clock.now());

    await signIn(ann);
    const attention = page.getByRole('region', { name: 'What needs your attention' });
    await attention.getByText('Nightly export is stopped by the policy of the site').waitFor();
    await attention.getByText('The site asks for an expiry, and it has none. Rotate it with one.').waitFor();
    await attention.getByText('Order sync came from somebody else').waitFor();
    const accessToken = attention.getByText('The access token of Order sync is stopped by the policy of the site');
    await accessToken.waitFor();
    await page.getByRole('link', { name: '1 active, work now' }).waitFor();
    expect(await visit.violations()).toEqual([]);
    await visit.keepScreenshots('light-home-stopped');

    await page.getByRole('link', { name: '1 stopped, by the policy' }).click();
    const row = page.getByRole('row', { name: /Nightly export/ });
    await row.getByText('Stopped by policy').waitFor();
    expect(await page.getByRole('rowheader').count()).toBe(1);
    await visit.keepScreenshots('light-tokens-stopped');

    await page.goBack();
    await attention.getByRole('button', { name: 'Rotate Nightly export' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Expires').selectOption({ label: 'In 30 days' });
    await dialog.getByRole('button', { name: 'Rotate' }).click();
    const shown = page.getByRole('dialog', { name: 'The new value' }).getByLabel('Token', { exact: true });
    expect((await bearer(app, await shown.inputValue()).get('/auth/me')).status).toBe(200);
    await page.getByRole('button', { name: 'I have stored it' }).click();
    await attention.getByText('Nightly export is stopped').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: '2 active, work now' }).waitFor();
    expect(await page.getByRole('link', { name: /stopped/ }).count()).toBe(0);

    await attention.getByRole('link', { name: 'Open Order sync' }).first().click();
    const section = page.getByRole('region', { name: 'Access token' });
    await section.getByText('Stopped by policy').waitFor();
    await section.getByText('It was inherited, and not rotated in time.').waitFor();
    await section.getByRole('button', { name: 'Generate a new token' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Generate' }).click();
    await page.getByRole('button', { name: 'I have stored it' }).click();
    await section.getByText('Active').waitFor();
    expect(await visit.violations()).toEqual([]);
    await page.goto('/');
    await attention.getByText('Order sync came from somebody else').waitFor(); // its secret is still the old one
    expect(await accessToken.count()).toBe(0);
  });
});
