import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  type ApiClient,
  bearer,
  createPerson,
  createToken,
  PERSON_PASSWORD,
  signInAsAdmin,
} from '../../support/api-client.js';
import { describeInBrowser } from '../../support/browser.js';
import { consoleStage } from '../../support/console-stage.js';
import { TokenUsage } from '../../../src/tokens/token-usage.service.js';
import { remains } from '../../support/console-remains.js';

const TOKEN = /^gth_pat_[0-9A-Za-z]{49}$/;
const DAY_MS = 24 * 3600 * 1000;

describeInBrowser('personal access tokens in the console', () => {
  const stage = consoleStage();
  let people = 0;

  async function signedIn(roles: string[] = ['ROLE_MANAGE_PROXIES']): Promise<ApiClient> {
    const { username, session } = await createPerson(stage.app, `token-person-${people++}`, roles);
    await stage.visit.signIn(username, PERSON_PASSWORD);
    return session;
  }

  async function shownToken(page: Page, title: string): Promise<string> {
    const dialog = page.getByRole('dialog', { name: title });
    await dialog.waitFor();
    return dialog.getByLabel('Token', { exact: true }).inputValue();
  }

  async function closeShown(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'I have stored it' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  it('are created narrowed, shown once and never again, and can be copied and downloaded', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const session = await signedIn();
    await visit.goto('/tokens', 'Personal access tokens');
    await page.getByText('You have no tokens yet.').waitFor();
    await page.getByRole('link', { name: 'New token' }).first().click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Nightly export');
    await page.getByRole('radio', { name: 'In 7 days' }).check();
    await page.getByRole('radio', { name: 'Only these scopes' }).check();
    expect(await page.getByRole('checkbox', { name: /users/ }).count()).toBe(0);
    await page.getByRole('checkbox', { name: 'projects', exact: true }).check();
    await page.getByRole('checkbox', { name: /Create, change and delete projects/ }).uncheck();
    await page.getByLabel('Networks').fill('127.0.0.0/8\n::1/128');
    await page.getByRole('button', { name: 'Create the token' }).click();

    const value = await shownToken(page, 'Your new token');
    expect(value).toMatch(TOKEN);
    await page.getByRole('button', { name: 'Copy: Token' }).click();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(value);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as .env' }).click();
    const stream = await (await download).createReadStream();
    expect(Buffer.concat(await stream.toArray()).toString()).toBe(`GATEHOUSE_TOKEN=${value}\n`);
    await page.keyboard.press('Escape'); // must not lose it
    expect(await shownToken(page, 'Your new token')).toBe(value);
    expect(await visit.violations()).toEqual([]);
    await visit.keepScreenshots('light-token-created');
    await closeShown(page);

    await page.getByRole('row', { name: /Nightly export/ }).waitFor();
    await page.evaluate(`navigator.clipboard.writeText('')`);
    expect(await remains(visit, value)).toEqual([]);

    expect((await bearer(app, value).get('/auth/me')).body.scopes).toEqual(['projects:read']);
    const { items } = (await session.get('/tokens')).body as { items: Record<string, unknown>[] };
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ name: 'Nightly export', scopes: ['projects:read'] });
    expect(items[0]?.['allowedNetworks']).toEqual(['127.0.0.0/8', '::1/128']);
    expect(items[0]?.['expiresAt']).toBe(new Date(app.clock.now().getTime() + 7 * 86_400_000).toISOString());
  });

  it.each([
    ['Never', () => null],
    ['On a date', () => '2026-03-01T22:59:59.000Z'], // to the day's end in Berlin
  ])('expire as asked: %s', async (choice, expected) => {
    const { visit } = stage;
    const session = await signedIn();
    await visit.goto('/tokens/new', 'New personal access token');
    await visit.page.getByRole('textbox', { name: 'Name' }).fill('Expiring');
    await visit.page.getByRole('radio', { name: choice }).check();
    if (choice === 'On a date') await visit.page.getByLabel('Last day').fill('2026-03-01');
    await visit.page.getByRole('button', { name: 'Create the token' }).click();
    await shownToken(visit.page, 'Your new token');
    await closeShown(visit.page);
    const { items } = (await session.get('/tokens')).body as { items: { expiresAt: string | null }[] };
    expect(items[0]?.expiresAt).toBe(expected());
  });

  it('are refused in words when the form is not right, and when the service says no', async () => {
    const { visit } = stage;
    await signedIn();
    await visit.goto('/tokens/new', 'New personal access token');
    await visit.page.getByRole('button', { name: 'Create the token' }).click();
    await visit.page.getByText('Please fill this in').waitFor();
    expect(await visit.page.evaluate('document.activeElement.name')).toBe('name');
    visit.expectAnswers(400);
    await visit.page.getByRole('textbox', { name: 'Name' }).fill('Wrong network');
    await visit.page.getByLabel('Networks').fill('here');
    await visit.page.getByRole('button', { name: 'Create the token' }).click();
    const alert = visit.page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/Networks: .*Request \S+/s);
  });

  it('are rotated with a grace: both values work, and the new one is shown once', async () => {
    const { visit, app } = stage;
    const session = await signedIn();
    const { token: old } = await createToken(session, { name: 'Rotating' });
    await visit.goto('/tokens', 'Personal access tokens');
    await visit.page.getByRole('button', { name: 'Rotate Rotating' }).click();
    await visit.page.getByLabel('The old value works for').selectOption('1 hour');
    await visit.page.getByRole('button', { name: 'Rotate', exact: true }).click();
    const value = await shownToken(visit.page, 'The new value');
    await closeShown(visit.page);
    expect(await remains(visit, value)).toEqual([]);
    for (const works of [old, value]) expect((await bearer(app, works).get('/auth/me')).status).toBe(200);
    app.clock.advance({ hours: 1 });
    expect((await bearer(app, old).get('/auth/me')).status).toBe(401);
    expect((await bearer(app, value).get('/auth/me')).status).toBe(200);
  });

  it('are renamed, narrowed and bound to networks; what was left as it is stays', async () => {
    const { visit } = stage;
    const { page } = visit;
    const session = await signedIn();
    const { id } = await createToken(session, { name: 'Editable' });
    const read = async () => (await session.get(`/tokens/${id}`)).body as Record<string, unknown>;
    await visit.goto('/tokens', 'Personal access tokens');
    await page.getByRole('button', { name: 'Edit Editable' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Only these scopes' }).check();
    expect(await visit.violations()).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Choose at least one scope').waitFor();
    await dialog.getByRole('checkbox', { name: 'proxies', exact: true }).check();
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Edited');
    await visit.keepScreenshots('light-token-edit');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await read()).toMatchObject({
      name: 'Edited',
      scopes: ['proxies:read', 'proxies:write'],
      allowedNetworks: null,
    });
    await page.getByRole('button', { name: 'Edit Edited' }).click();
    const save = dialog.getByRole('button', { name: 'Save' });
    const offered = [];
    for (const networks of ['127.0.0.0/8', '', '127.0.0.0/8']) {
      offered.push(await save.isEnabled()); // only while there is something to save
      await dialog.getByLabel('Networks').fill(networks);
    }
    expect(offered).toEqual([false, true, false]);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await read()).toMatchObject({
      name: 'Edited',
      scopes: ['proxies:read', 'proxies:write'],
      allowedNetworks: ['127.0.0.0/8'],
    });
  });

  it('that hold a scope which their owner has lost can be freed of it', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const roles = ['ROLE_MANAGE_PROXIES', 'ROLE_API_SECURITY'];
    const person = await createPerson(app, `loser-${String(people++)}`, roles);
    const { id } = await createToken(person.session, { name: 'Wide', scopes: ['proxies:read', 'security:read'] });
    const admin = await signInAsAdmin(app);
    await admin.patch(`/admin/users/${person.id}`, { roles: ['ROLE_MANAGE_PROXIES'] });
    await visit.signIn(person.username, PERSON_PASSWORD);
    await visit.goto('/tokens', 'Personal access tokens');
    await page.getByRole('button', { name: 'Edit Wide' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: 'projects', exact: true }).check();
    visit.expectAnswers(403);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Your credential lacks these scopes: security:read').waitFor();
    // it is above the fields: the focus goes there, and so does the view
    expect(await dialog.locator(':focus').getByRole('alert').count()).toBe(1);
    await dialog.getByRole('checkbox', { name: 'security', exact: true }).uncheck();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    const { scopes } = (await person.session.get(`/tokens/${id}`)).body as { scopes: string[] };
    expect(scopes.sort()).toEqual(['projects:read', 'projects:write', 'proxies:read']);
  });

  it('whose value is shown once are not lost by going back', async () => {
    const { visit } = stage;
    const { page } = visit;
    await createToken(await signedIn(), { name: 'Stays' });
    await visit.goto('/profile', 'My profile');
    await page.getByRole('link', { name: 'Personal access tokens' }).click();
    await page.getByRole('button', { name: 'Rotate Stays' }).click();
    await page.getByRole('button', { name: 'Rotate', exact: true }).click();
    const value = await shownToken(page, 'The new value');
    await page.evaluate('history.back()');
    await visit.settled();
    expect(await shownToken(page, 'The new value')).toBe(value);
    await closeShown(page);
    await page.goBack();
    await page.getByRole('button', { name: 'Rotate Stays' }).waitFor({ state: 'detached' });
  });

  it('get another expiry with a rotation, which else stays what it was', async () => {
    const { visit, app } = stage;
    const session = await signedIn();
    const expiresAt = new Date(app.clock.now().getTime() + 3 * DAY_MS).toISOString();
    const { id } = await createToken(session, { name: 'Ending', expiresAt });
    const expiry = async () => (await session.get(`/tokens/${id}`)).body.expiresAt as string | null;
    const rotate = async (change: () => Promise<unknown>) => {
      await visit.page.getByRole('button', { name: 'Rotate Ending' }).click();
      await change();
      await visit.page.getByRole('button', { name: 'Rotate', exact: true }).click();
      await shownToken(visit.page, 'The new value');
      await closeShown(visit.page);
      return expiry();
    };
    await visit.goto('/tokens', 'Personal access tokens');
    expect(await rotate(() => Promise.resolve())).toBe(expiresAt);
    const expires = visit.page.getByRole('dialog').getByLabel('Expires');
    expect(await rotate(() => expires.selectOption('In 90 days'))).toBe(
      new Date(app.clock.now().getTime() + 90 * DAY_MS).toISOString(),
    );
    expect(await rotate(() => expires.selectOption('Never'))).toBe(null);
  });

  it('that were inherited stay under their limit, until their owner lifts it with a rotation', async () => {
    const { visit, app } = stage;
    const admin = await signInAsAdmin(app);
    const giver = await createPerson(app, `giver-${String(people++)}`, ['ROLE_MANAGE_PROXIES']);
    const { id } = await createToken(giver.session, { name: 'Passed on', scopes: ['proxies:read'] });
    const taker = await createPerson(app, `taker-${String(people++)}`, ['ROLE_MANAGE_PROXIES', 'ROLE_API_SECURITY']);
    expect((await admin.post('/admin/tokens/reassign', { toUserId: taker.id, tokenIds: [id] })).status).toBe(200);
    const ceiling = async () => (await taker.session.get(`/tokens/${id}`)).body.ceiling as string[] | null;
    expect(await ceiling()).toEqual(['proxies:read']);
    await visit.signIn(taker.username, PERSON_PASSWORD);
    await visit.goto('/tokens', 'Personal access tokens');
    await visit.page.getByRole('button', { name: 'Rotate Passed on' }).click();
    await visit.page.getByRole('checkbox', { name: 'Lift the limit of the inheritance' }).check();
    await visit.keepScreenshots('light-token-rotate');
    await visit.page.getByRole('button', { name: 'Rotate', exact: true }).click();
    await shownToken(visit.page, 'The new value');
    expect(await ceiling()).toBe(null);
  });

  it('are revoked, with the name typed for one that was used within the last day', async () => {
    const { visit, app } = stage;
    const session = await signedIn();
    const { id, token } = await createToken(session, { name: 'In use' });
    await createToken(session, { name: 'Unused' });
    expect((await bearer(app, token).get('/auth/me')).status).toBe(200);
    await app.app.get(TokenUsage, { strict: false }).flush();
    await visit.goto('/tokens', 'Personal access tokens');
    const { page } = visit;

    await page.getByRole('button', { name: 'Revoke Unused' }).click();
    await page.getByRole('button', { name: 'Revoke', exact: true }).click();
    await page.getByText('Unused is revoked.').waitFor();

    await page.getByRole('button', { name: 'Revoke In use' }).click();
    const revoke = page.getByRole('button', { name: 'Revoke', exact: true });
    await revoke.waitFor();
    expect(await revoke.isDisabled()).toBe(true);
    await page.keyboard.type('In use'); // the field has the focus
    expect(await visit.violations()).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('In use is revoked.').waitFor();
    expect((await bearer(app, token).get('/auth/me')).status).toBe(401);
    expect((await session.get(`/tokens/${id}`)).body.state).toBe('revoked');
  });

  it('are found by name and state', async () => {
    const { visit } = stage;
    const session = await signedIn();
    const gone = await createToken(session, { name: 'Gone export' });
    await createToken(session, { name: 'Live export' });
    await createToken(session, { name: 'Something else' });
    await session.delete(`/tokens/${gone.id}`);
    await visit.goto('/tokens', 'Personal access tokens');
    const names = () => visit.page.getByRole('rowheader').allTextContents();
    await visit.page.getByLabel('Search by name').fill('export');
    await visit.page.getByRole('rowheader', { name: /Something else/ }).waitFor({ state: 'detached' });
    expect((await names()).join()).toMatch(/^Live export[^,]*$/);
    await visit.page.getByRole('combobox', { name: 'State' }).click();
    await visit.page.getByRole('option', { name: 'Revoked' }).click();
    await visit.page.getByRole('rowheader', { name: /Gone export/ }).waitFor();
    await visit.page.getByText('revoked by owner').waitFor();
    expect(await names()).toHaveLength(1);
  });
});
