import { expect, it } from '@jest/globals';
import { createPerson, signInAsAdmin } from '../../support/api-client.js';
import { describeInBrowser } from '../../support/browser.js';
import { createConnection } from '../../support/connections.js';
import { consoleStage } from '../../support/console-stage.js';
import { eventually } from '../../support/eventually.js';

const UPSTREAM = 'https://upstream.example/api';
/** Before the page could have been drawn anew. */
const CLICK_TWICE = "for (const _ of [1, 2]) document.querySelector('form button[type=submit]').click()";

describeInBrowser('forms in the console', () => {
  const stage = consoleStage();

  const button = (name: string) => stage.visit.page.getByRole('button', { name, exact: true });
  const focused = () =>
    stage.visit.page.evaluate<string>(
      'document.activeElement === document.body ? "" : document.activeElement.textContent',
    );

  it('on a page and in a dialog are sent once by a double click', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const admin = await signInAsAdmin(app);
    await visit.signInAsAdmin();
    await visit.goto('/tokens/new', 'New personal access token');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Once');
    await page.evaluate(CLICK_TWICE);
    await page.getByRole('dialog', { name: 'Your new token' }).waitFor();
    await visit.settled();
    expect((await admin.get('/tokens')).body.items).toHaveLength(1);

    await visit.goto('/upstreams/connections', 'Connections');
    await button('New connection').first().click();
    await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Once');
    await page.getByRole('dialog').getByLabel('Address').fill(UPSTREAM);
    await page.evaluate(CLICK_TWICE);
    await page.getByText('Once is created.').waitFor();
    await visit.settled();
    expect((await admin.get('/connections')).body.items).toHaveLength(1);
  });

  it('on a page bring what the service says into view, in their own words', async () => {
    const { visit } = stage;
    const { page } = visit;
    visit.expectAnswers(400);
    await visit.signInAsAdmin();
    await visit.goto('/tokens/new', 'New personal access token');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Nowhere');
    await page.getByLabel('Networks').fill('somewhere');
    await button('Create the token').click();
    await page
      .getByRole('alert')
      .getByText(/: each value must be a network/)
      .waitFor();
    expect(await focused()).toContain('each value must be a network');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('');
    await button('Create the token').click();
    await page.getByText('Please fill this in').waitFor();
    expect(await page.getByText('must be a network').count()).toBe(0); // it was about the attempt before
  });

  it('lead to the scopes when none is chosen', async () => {
    const { visit } = stage;
    const { page } = visit;
    await visit.signInAsAdmin();
    await visit.goto('/tokens/new', 'New personal access token');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Nothing');
    await page.getByLabel('Only these scopes').check();
    await button('Create the token').click();
    await page.getByText('Choose at least one scope').waitFor();
    expect(await focused()).toMatch(/^Choose at least one scope/);
  });

  it('of the policy name its fields as they are labelled, and take no word for a number', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const admin = await signInAsAdmin(app);
    await admin.patch('/admin/site', { policy: { maxLifetimeSeconds: 864_000 } });
    visit.expectAnswers(400);
    await visit.signInAsAdmin();
    await visit.goto('/admin/site', 'Site');
    const policy = page.getByRole('region', { name: 'Policy' });
    await policy.getByLabel('Longest life of a token, in days').fill('ten');
    for (const name of ['Save', 'See what would stop']) {
      await policy.getByRole('button', { name }).click();
      await policy.getByText('A number of days, at most 3,650').waitFor();
    }
    expect(await page.getByRole('dialog').count()).toBe(0);
    await policy.getByLabel('Longest life of a token, in days').fill('0.5');
    await policy.getByLabel('A token stops when unused for so many days').fill('1.5');
    await policy.getByRole('button', { name: 'Save' }).click();
    await policy.getByText('A whole number of days, at most 3,650').waitFor();
    await policy.getByLabel('A token stops when unused for so many days').fill('');
    await policy.getByLabel('Networks that tokens may be used from').fill('somewhere');
    await policy.getByRole('button', { name: 'Save' }).click();
    await policy.getByText('Networks that tokens may be used from: each value must be a network').waitFor();
    expect((await admin.get('/admin/site')).body.policy.maxLifetimeSeconds).toBe(864_000);
    await policy.getByLabel('Networks that tokens may be used from').fill('');
    await policy.getByLabel('Most live tokens of an application').fill('0');
    await policy.getByRole('button', { name: 'Save' }).click();
    await policy.getByText('A whole number, at most 1,000,000').waitFor();
    await policy.getByLabel('Most live tokens of an application').fill('5000');
    await policy.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved').waitFor();
    const saved = (await admin.get('/admin/site')).body.policy;
    expect(saved).toMatchObject({ maxLifetimeSeconds: 43_200, maxLiveTokens: 5000 });
    await admin.patch('/admin/site', { policy: { maxLifetimeSeconds: null, maxLiveTokens: null } });
  });

  it.each(['', '/removal', '/tokens/new'])('about a removed user say that there is nothing: %p', async (below) => {
    const { visit, app } = stage;
    const admin = await signInAsAdmin(app);
    const { id } = await createPerson(app, `gone-${below.length}`, []);
    expect((await admin.delete(`/admin/users/${id}?decommission=true`)).status).toBe(200);
    visit.expectAnswers(404);
    await visit.signInAsAdmin();
    await visit.goto(`/admin/users/${id}${below}`, 'There is nothing here');
  });

  it('say in the field alone what the service refuses of it', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    await createConnection(await signInAsAdmin(app), UPSTREAM, { name: 'Taken' });
    visit.expectAnswers(409);
    await visit.signInAsAdmin();
    await visit.goto('/upstreams/connections', 'Connections');
    await button('New connection').first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name', { exact: true }).fill('Taken');
    await dialog.getByLabel('Address').fill(UPSTREAM);
    await button('Save').click();
    await dialog.getByText('is the name of another connection').waitFor();
    expect(await dialog.getByText('is the name of another connection').count()).toBe(1);
    expect(await dialog.getByRole('alert').count()).toBe(0);
    await eventually(() => page.evaluate('document.activeElement.name'), 'name');
  });

  it('that are long keep their buttons in view', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const registered = await (await signInAsAdmin(app)).post('/applications', { name: 'Long', description: '' });
    await visit.signInAsAdmin();
    await visit.goto(`/applications/${registered.body.id as string}`, 'Long');
    await button('Edit').click();
    await page.getByLabel('Only these scopes').check();
    await visit.settled();
    const { y = 0, height = 0 } = (await button('Save').boundingBox()) ?? {};
    expect(y + height).toBeLessThan(900 - 45); // the dialog ends a twentieth of the screen above its end
    await button('Save').click({ trial: true });
    expect(await visit.violations()).toEqual([]);
    await page.screenshot({ path: '.cache/screenshots/light-application-edit-in-view.png' });
  });

  it('of a list go on with the first of the rows that “Show more” has brought', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const admin = await signInAsAdmin(app);
    for (let made = 0; made < 52; made++) await createConnection(admin, UPSTREAM);
    await visit.signInAsAdmin();
    await visit.goto('/upstreams/connections', 'Connections');
    const rows = page.locator('tbody tr');
    expect(await rows.count()).toBe(50);
    const more = button('Show more');
    await more.focus();
    await page.keyboard.press('Enter');
    await more.waitFor({ state: 'detached' });
    expect(await focused()).toBe(await rows.nth(50).textContent());
  });
});
