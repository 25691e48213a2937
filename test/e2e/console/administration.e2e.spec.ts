import { expect, it } from '@jest/globals';
import {
  anonymous,
  type ApiClient,
  bearer,
  createPerson,
  createToken,
  signInAsAdmin,
} from '../../support/api-client.js';
import { describeInBrowser } from '../../support/browser.js';
import { remains } from '../../support/console-remains.js';
import { consoleStage } from '../../support/console-stage.js';
import { eventually } from '../../support/eventually.js';

describeInBrowser('administration in the console', () => {
  const stage = consoleStage();
  let people = 0;
  const newPerson = (roles: string[] = ['ROLE_MANAGE_PROXIES']) => createPerson(stage.app, `owner-${people++}`, roles);

  async function signedIn(): Promise<ApiClient> {
    await stage.visit.signInAsAdmin();
    return signInAsAdmin(stage.app);
  }

  it("lists everybody's tokens, of an owner too, and revokes one", async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const one = await newPerson();
    const other = await newPerson();
    const { token } = await createToken(one.session, { name: 'To be revoked' });
    await createToken(other.session, { name: 'Of somebody else' });
    await signedIn();
    await visit.goto('/admin/tokens', 'All tokens');
    await page.getByRole('row', { name: /Of somebody else/ }).waitFor();
    await page.getByRole('combobox', { name: 'Owner' }).fill(one.username);
    await page.getByRole('option', { name: one.username }).click();
    await page.getByRole('row', { name: /Of somebody else/ }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Revoke To be revoked' }).click();
    await page.getByRole('button', { name: 'Revoke', exact: true }).click();
    await page.getByText('To be revoked is revoked.').waitFor();
    expect((await bearer(app, token).get('/auth/me')).status).toBe(401);
  });

  it('hands a token over to another user, its value unchanged', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const from = await newPerson();
    const to = await newPerson();
    const { token } = await createToken(from.session, { name: 'Handed over' });
    await signedIn();
    await visit.goto(`/admin/tokens?owner=${from.id}`, 'All tokens');
    await page.getByRole('button', { name: 'Hand Handed over over' }).click();
    await page.getByRole('combobox', { name: 'New owner' }).click();
    expect(await page.getByRole('option', { name: from.username }).count()).toBe(0);
    await page.getByRole('option', { name: to.username }).click();
    await page.getByRole('button', { name: 'Hand over', exact: true }).click();
    await page.getByText(`Handed over now belongs to ${to.username}.`).waitFor();
    expect((await bearer(app, token).get('/auth/me')).body.user.id).toBe(to.id);
  });

  it('says whose a found token or secret is, and revokes it', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const { username, session } = await newPerson();
    const { token } = await createToken(session, { name: 'Lost' });
    const application = (await session.post('/applications', { name: 'Leaky' })).body as Record<string, string>;
    const secret = application['clientSecret'] ?? '';
    await signedIn();
    await visit.goto('/admin/identify', 'Whose token?');
    for (const [value, what] of [
      [token, 'a token'],
      [secret, 'a secret of an API key'],
    ] as const) {
      await page.getByRole('textbox', { name: 'Token or secret' }).fill(value);
      await page.getByRole('button', { name: 'Whose is it?' }).click();
      await page.getByText(what, { exact: true }).waitFor();
      await page.getByText(username, { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Revoke it' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Revoke it' }).click();
      await page.getByText('It is revoked.').first().waitFor();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await remains(visit, value)).toEqual([]);
    }
    expect((await bearer(app, token).get('/auth/me')).status).toBe(401);
    const form = { grant_type: 'client_credentials', client_id: application['clientId'] ?? '', client_secret: secret };
    expect((await anonymous(app).form('/oauth/token', form)).status).toBe(401);
  });

  it('says that what was pasted is nothing it knows', async () => {
    const { visit } = stage;
    await signedIn();
    await visit.goto('/admin/identify', 'Whose token?');
    visit.expectAnswers(400, 404);
    await visit.page.getByRole('textbox', { name: 'Token or secret' }).fill('gth_pat_nothing');
    await visit.page.getByRole('button', { name: 'Whose is it?' }).click();
    await visit.page.getByRole('alert').waitFor();
  });

  it('adds a role over scopes of the own API, changes and deletes it; the built-in ones stay', async () => {
    const { visit } = stage;
    const { page } = visit;
    const admin = await signedIn();
    await visit.goto('/admin/roles', 'Roles');
    expect(await page.getByRole('button', { name: /ROLE_ADMIN/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'New role' }).click();
    await page.getByLabel('Name', { exact: true }).fill('ROLE_CLERK');
    await page.getByLabel('For whom is it?').fill('Sees and enters orders');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Choose at least one scope').waitFor();
    await page.getByLabel('Further scopes of your own API').fill('orders:read\norders:write');
    expect(await visit.violations()).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('row', { name: /ROLE_CLERK.*orders:read orders:write/ }).waitFor();
    await page.getByRole('button', { name: 'Edit ROLE_CLERK' }).click();
    await page.getByRole('checkbox', { name: /orders:write/ }).uncheck();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await admin.get('/admin/roles/ROLE_CLERK')).body.scopes).toEqual(['orders:read']);
    await page.getByRole('button', { name: 'Delete ROLE_CLERK' }).click();
    await page.getByLabel(/^Type/).fill('ROLE_CLERK');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('ROLE_CLERK is deleted.').waitFor();
    expect((await admin.get('/admin/roles/ROLE_CLERK')).status).toBe(404);
  });

  it('adds an account, renames, suspends and resumes it', async () => {
    const { visit } = stage;
    const { page } = visit;
    const admin = await signedIn();
    await visit.goto('/admin/accounts', 'Accounts');
    await page.getByRole('button', { name: 'New account' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Globex');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Edit Globex' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Globex Ltd');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Suspend Globex Ltd' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
    await page.getByText('Globex Ltd is suspended.').waitFor();
    const found = (await admin.get('/accounts?search=globex')).body as { items: { name: string; status: string }[] };
    expect(found.items).toMatchObject([{ name: 'Globex Ltd', status: 'suspended' }]);
    await page.getByRole('button', { name: 'Resume Globex Ltd' }).click();
    await page.getByText('Globex Ltd is active again.').waitFor();
  });

  it('previews a policy before it is one, and saves it; an empty field is no rule', async () => {
    const { visit } = stage;
    const { page } = visit;
    const { username, session } = await newPerson();
    await createToken(session, { name: 'For ever' });
    const another = await newPerson();
    for (let n = 1; n <= 55; n++) await createToken(another.session, { name: `Endless ${n}` });
    const admin = await signedIn();
    const policy = async (): Promise<unknown> => (await admin.get('/admin/site')).body.policy;
    await visit.goto('/admin/site', 'Site');
    await page.getByLabel('Longest life of a token, in days').fill('90');
    await page.getByLabel('Tokens may be without an expiry').uncheck();
    await page.getByRole('button', { name: 'See what would stop' }).click();
    await page
      .getByRole('row', { name: /Endless \d/ })
      .first()
      .waitFor();
    expect(await visit.violations()).toEqual([]);
    expect(await policy()).toMatchObject({ maxLifetimeSeconds: null, allowNeverExpire: true });
    const total = async () => parseInt((await page.getByText(/^\d+ tokens would stop/).textContent()) ?? '', 10);
    const before = await total();
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.getByRole('button', { name: 'Show more' }).waitFor({ state: 'detached' });
    await page.getByRole('row', { name: new RegExp(`For ever.*${username}`) }).waitFor();
    expect(await page.getByRole('row', { name: /Endless \d/ }).count()).toBe(55);
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await createToken(another.session, { name: 'Made meanwhile' });
    await page.getByRole('button', { name: 'See what would stop' }).click();
    expect(await total()).toBe(before + 1);
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    const save = page.getByRole('region', { name: 'Policy' }).getByRole('button', { name: 'Save' });
    await save.click();
    await page.getByText('Saved').first().waitFor();
    expect(await policy()).toMatchObject({ maxLifetimeSeconds: 90 * 86_400, allowNeverExpire: false });
    await eventually(() => save.isDisabled(), true); // it is saved: there is nothing more to send
    await page.getByLabel('Longest life of a token, in days').fill('');
    await page.getByLabel('Tokens may be without an expiry').check();
    await save.click();
    await page.getByText('Saved').nth(1).waitFor();
    expect(await policy()).toMatchObject({ maxLifetimeSeconds: null, allowNeverExpire: true });
  });

  it('hands the site over to a person, after which it is theirs alone to hand over', async () => {
    const { visit } = stage;
    const { page } = visit;
    const { id, username } = await newPerson(['ROLE_ADMIN']);
    const admin = await signedIn();
    await visit.goto('/admin/site', 'Site');
    await page.getByRole('button', { name: 'Hand the site over' }).click();
    await page.getByRole('combobox', { name: 'New owner' }).click();
    await page.getByRole('option', { name: username }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hand the site over' }).click();
    await page.getByText('The site has been handed over.').waitFor();
    expect((await admin.get('/admin/site')).body.ownerId).toBe(id);
    expect(await page.getByRole('button', { name: 'Hand the site over' }).count()).toBe(0);
  });
});
