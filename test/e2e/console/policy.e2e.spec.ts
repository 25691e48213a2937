import { beforeEach, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
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

const DAY_SECONDS = 24 * 3600;
const DAY_MS = DAY_SECONDS * 1000;
const NO_POLICY = {
  maxLifetimeSeconds: null,
  allowNeverExpire: true,
  allowedNetworks: null,
  revokeUnusedAfterDays: null,
  rotateInheritedWithinDays: null,
  maxLiveTokens: null,
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

  const offered = (select: Locator) => select.locator('option').allTextContents();

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
    const expires = dialog.getByLabel('Expires');
    expect(await expires.inputValue()).toBe('30'); // and not the one that it has
    expect(await offered(expires)).toEqual(['In 7 days', 'In 30 days', 'In 90 days', 'On a date']);
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

  it('tells nobody to make a first token who has one that it stops', async () => {
    const ann = await person();
    await createToken(ann.session, { name: 'The only one' });
    await policy({ allowNeverExpire: false });
    await signIn(ann);
    await stage.visit.page.getByText('The only one is stopped by the policy of the site').waitFor();
    await stage.visit.settled();
    expect(await stage.visit.page.getByRole('region', { name: 'Make your first token' }).count()).toBe(0);
  });

  it.each([
    [7 * DAY_SECONDS, ['In 7 days', 'On a date'], 'The site lets tokens live at most 7 days.'],
    [45 * DAY_SECONDS, ['In 7 days', 'In 30 days', 'In 45 days, the longest', 'On a date'], 'at most 45 days.'],
    [3600, ['In 1 hour, the longest'], 'The site lets tokens live at most 1 hour.'],
  ])('offers only expiries that a site with tokens of %d seconds takes', async (maxLifetimeSeconds, choices, hint) => {
    const { visit, app } = stage;
    const { page } = visit;
    const ann = await person();
    const { id } = await createToken(ann.session, { name: 'Before' });
    await policy({ maxLifetimeSeconds });
    await signIn(ann);
    await visit.goto('/tokens/new', 'New personal access token');
    await page.getByText(hint).waitFor();
    const section = page.getByRole('region', { name: 'Expires' });
    const radios = section.getByRole('radio');
    expect(await section.locator('label').allTextContents()).toEqual(choices);
    for (let index = 0; index < choices.length; index++) {
      if (index > 0) await visit.goto('/tokens/new', 'New personal access token');
      await page.getByRole('textbox', { name: 'Name' }).fill(`Token ${index}`);
      if (index > 0) await radios.nth(index).check(); // the first time with what was chosen beforehand
      if (choices[index] === 'On a date') await page.getByLabel('Last day').fill(inDays(5).slice(0, 10));
      await page.getByRole('button', { name: 'Create the token' }).click();
      const value = page.getByRole('dialog', { name: 'Your new token' }).getByLabel('Token', { exact: true });
      expect((await bearer(app, await value.inputValue()).get('/auth/me')).status).toBe(200);
      await page.getByRole('button', { name: 'I have stored it' }).click();
    }
    await page.getByRole('button', { name: 'Rotate Before' }).click();
    const dialog = page.getByRole('dialog');
    expect(await offered(dialog.getByLabel('Expires'))).toEqual(choices);
    await dialog.getByText(hint).waitFor();
    expect(await visit.violations()).toEqual([]);
    await dialog.getByRole('button', { name: 'Rotate' }).click();
    await page.getByRole('dialog', { name: 'The new value' }).waitFor();
    const { expiresAt } = (await ann.session.get(`/tokens/${id}`)).body as { expiresAt: string };
    expect(Date.parse(expiresAt)).toBeLessThanOrEqual(app.clock.now().getTime() + maxLifetimeSeconds * 1000);
  });

  it('lets no day be the last that is too soon or too late, and says which would do', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const ann = await person();
    await policy({ maxLifetimeSeconds: 7 * DAY_SECONDS });
    await signIn(ann);
    await visit.goto('/tokens/new', 'New personal access token');
    await page.getByRole('textbox', { name: 'Name' }).fill('By date');
    await page.getByRole('radio', { name: 'On a date' }).check();
    const submit = page.getByRole('button', { name: 'Create the token' });
    for (const [days, words] of [
      [0, 'Choose a day after today'],
      [7, `Choose a day no later than ${inDays(6).slice(0, 10)}`],
    ] as const) {
      await page.getByLabel('Last day').fill(inDays(days).slice(0, 10));
      await submit.click();
      await page.getByText(words).waitFor();
    }
    await page.getByLabel('Last day').fill(inDays(1).slice(0, 10));
    await submit.click();
    await page.getByRole('dialog', { name: 'Your new token' }).waitFor();
    const { items } = (await ann.session.get('/tokens')).body as { items: { expiresAt: string }[] };
    const hours = (Date.parse(items[0]?.expiresAt ?? '') - app.clock.now().getTime()) / 3_600_000;
    expect([hours > 24, hours < 48]).toEqual([true, true]);
  });

  it('says in the words of the form what came too late to be known, and offers API keys what the site takes', async () => {
    const { visit } = stage;
    const { page } = visit;
    const ann = await person();
    expect((await ann.session.post('/applications', { name: 'Order sync' })).status).toBe(201);
    await signIn(ann);
    await visit.goto('/tokens/new', 'New personal access token');
    await policy({ maxLifetimeSeconds: 7 * DAY_SECONDS });
    await page.getByRole('textbox', { name: 'Name' }).fill('Too long');
    visit.expectAnswers(403);
    await page.getByRole('button', { name: 'Create the token' }).click();
    await page.getByRole('alert').getByText('Expires: The site lets tokens live at most 7 days.').waitFor();
    expect(await page.getByRole('alert').getByText('expiresAt').count()).toBe(0);
    await page.goto('/applications');
    await page.getByRole('link', { name: 'Order sync' }).click();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const choices = await offered(page.getByRole('dialog').getByLabel('Tokens live for'));
    // what it was set to before stays
    expect(choices).toEqual(['5 minutes', '15 minutes', '1 hour', '1 day', '7 days', '14 days']);
  });
});
