import { expect, it } from '@jest/globals';
import {
  anonymous,
  bearer,
  createPerson,
  createToken,
  PERSON_PASSWORD,
  signInAsAdmin,
} from '../../support/api-client.js';
import { describeInBrowser } from '../../support/browser.js';
import { remains } from '../../support/console-remains.js';
import { consoleStage } from '../../support/console-stage.js';

describeInBrowser('users in the console', () => {
  const stage = consoleStage();
  let people = 0;
  const newPerson = (roles: string[] = ['ROLE_MANAGE_PROXIES']) => createPerson(stage.app, `user-${people++}`, roles);

  it('are invited with roles: the link is shown once and leads to a password', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    await visit.signInAsAdmin();
    await visit.goto('/admin/users', 'Users');
    await page.getByRole('button', { name: 'New user' }).click();
    await page.getByRole('dialog').getByLabel('User name').fill('nina');
    await page.getByRole('dialog').getByLabel('E-mail').fill('nina@example.com');
    await page.getByRole('checkbox', { name: 'ROLE_API_SECURITY' }).check();
    expect(await visit.violations()).toEqual([]);
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    const link = await page
      .getByRole('dialog', { name: 'Invitation link' })
      .getByLabel('Link', { exact: true })
      .inputValue();
    await page.getByRole('button', { name: 'I have stored it' }).click();
    await page.getByRole('row', { name: /nina.*ROLE_API_SECURITY.*Invited/ }).waitFor();
    expect(await remains(visit, link.split('#')[1] ?? link)).toEqual([]);
    const accepted = await anonymous(app).post('/auth/accept-invitation', {
      invitation: link.split('#')[1],
      password: PERSON_PASSWORD,
    });
    expect(accepted).toMatchObject({ status: 200, body: { username: 'nina' } });
    await page.reload();
    await page.getByRole('row', { name: /nina.*ROLE_API_SECURITY.*Active/ }).waitFor();
  });

  it('are found, edited, suspended and resumed', async () => {
    const { visit } = stage;
    const { page } = visit;
    const { username, session } = await newPerson();
    await visit.signInAsAdmin();
    await visit.goto('/admin/users', 'Users');
    await page.getByLabel('Search by name or e-mail').fill(username);
    await page.getByRole('link', { name: username }).click();
    await page.getByRole('button', { name: 'Edit' }).click();
    expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await page.getByRole('checkbox', { name: 'ROLE_MANAGE_PROXIES' }).uncheck();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved').waitFor();
    expect((await session.get('/auth/me')).body.roles).toEqual([]);
    await page.getByRole('button', { name: 'Suspend' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
    await page.getByText(`${username} is suspended.`).waitFor();
    expect((await session.get('/auth/me')).status).toBe(401);
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByText(`${username} is active again.`).waitFor();
  });

  it('get a new link once the password was given again', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const { id, username } = await newPerson();
    await visit.signInAsAdmin();
    app.clock.advance({ minutes: 16 });
    visit.expectAnswers(403);
    await visit.goto(`/admin/users/${id}`, username);
    await page.getByRole('button', { name: 'New invitation link' }).click();
    await page.getByRole('button', { name: 'Make the link' }).click();
    const confirm = page.getByRole('dialog', { name: 'Confirm that it is you' });
    await confirm.getByLabel('Your password').fill(app.settings.adminPassword?.reveal() ?? '');
    await confirm.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('dialog', { name: 'Invitation link' }).getByLabel('Link', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'I have stored it' }).click();
  });

  it('are told of a link for them; for the owner of the site nobody makes one, and the page says why', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const { id, username, session } = await newPerson(['ROLE_ADMIN']);
    const admin = await signInAsAdmin(app);
    expect((await admin.post(`/admin/users/${id}/invitation`)).status).toBe(201);
    const { ownerId } = (await session.get('/admin/site')).body as { ownerId: string };
    await visit.signIn(username, PERSON_PASSWORD);
    await page.getByText('A link that sets your password was made by admin').waitFor();
    await visit.goto(`/admin/users/${ownerId}`, 'admin');
    await page.getByText('The owner of the site resets their own password.').waitFor();
    expect(await page.getByRole('button', { name: 'New invitation link' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Suspend' }).count()).toBe(1);
    expect(await visit.violations()).toEqual([]);
  });

  it('are asked for the password again when the sign-in is a while ago, and the change goes on', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const { id, username, session } = await newPerson([]);
    await visit.signInAsAdmin();
    app.clock.advance({ minutes: 16 });
    visit.expectAnswers(403);
    await visit.goto(`/admin/users/${id}`, username);
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('checkbox', { name: 'ROLE_API_SECURITY' }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    const confirm = page.getByRole('dialog', { name: 'Confirm that it is you' });
    await confirm.getByLabel('Your password').fill('wrong');
    await confirm.getByRole('button', { name: 'Confirm' }).click();
    await confirm.getByRole('alert').waitFor();
    await confirm.getByLabel('Your password').fill(app.settings.adminPassword?.reveal() ?? '');
    await confirm.getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('Saved').waitFor();
    expect((await session.get('/auth/me')).body.roles).toEqual(['ROLE_API_SECURITY']);
  });

  it('leave, and their tokens go to whom was chosen, as the preview said', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const leaving = await newPerson();
    const heir = await newPerson();
    const { token } = await createToken(leaving.session, { name: 'Nightly export' });
    await leaving.session.post('/applications', { name: 'Order sync' });
    await visit.signInAsAdmin();
    await visit.goto(`/admin/users/${leaving.id}`, leaving.username);
    await page.getByRole('link', { name: 'Remove from the site' }).click();
    await page.getByRole('radio', { name: 'Another user receives them' }).check();
    expect(await page.getByRole('button', { name: 'Remove…' }).isDisabled()).toBe(true);
    await page.getByRole('combobox', { name: 'Receiver' }).click();
    await page.getByRole('option', { name: heir.username }).click();
    await page.getByText(new RegExp(`2 tokens and 1 API key go to ${heir.username}`)).waitFor();
    await page.getByRole('row', { name: /Nightly export.*projects:read/ }).waitFor();
    await page.getByRole('button', { name: 'Remove…' }).click();
    const confirm = page.getByRole('dialog');
    expect(await confirm.getByRole('button', { name: 'Remove' }).isDisabled()).toBe(true);
    await confirm.getByLabel(/^Type/).fill(leaving.username);
    await confirm.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('heading', { level: 1, name: `${leaving.username} is removed` }).waitFor();
    await page.getByText(`2 tokens and 1 API key now belong to ${heir.username}.`).waitFor();
    expect((await bearer(app, token).get('/auth/me')).body.user.id).toBe(heir.id);
    await page.getByRole('link', { name: 'Back to the users' }).click();
    await page.getByRole('link', { name: heir.username, exact: true }).waitFor();
    expect(await page.getByRole('link', { name: leaving.username, exact: true }).count()).toBe(0);
  });

  it('leave with more than a page shows: all of it can be looked at first, each once', async () => {
    const { visit } = stage;
    const { page } = visit;
    const leaving = await newPerson();
    for (let n = 1; n <= 21; n++) await createToken(leaving.session, { name: `Export ${n}` });
    await leaving.session.post('/applications', { name: 'Order sync' });
    await visit.signInAsAdmin();
    await visit.goto(`/admin/users/${leaving.id}/removal`, `Remove ${leaving.username}`);
    await page.getByText(/^22 tokens and 1 API key/).waitFor();
    await page.getByText('and 2 others').waitFor();
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.getByRole('row', { name: /Export 1 / }).waitFor();
    expect(await page.getByRole('row', { name: /Export \d/ }).count()).toBe(21);
    expect(await page.getByRole('row', { name: /Order sync/ }).count()).toBe(2);
    expect(await page.getByText(/^and .* other/).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Show more' }).count()).toBe(0);
    await page.getByLabel('They are decommissioned').check();
    await page.getByText('The API key Order sync would stop: it is decommissioned.').waitFor();
  });

  it('are not removed on a preview that is out of date: a new one is shown', async () => {
    const { visit } = stage;
    const { page } = visit;
    const leaving = await newPerson();
    await visit.signInAsAdmin();
    await visit.goto(`/admin/users/${leaving.id}/removal`, `Remove ${leaving.username}`);
    await page.getByText('There is nothing to pass on').waitFor();
    await page.getByRole('button', { name: 'Remove…' }).click();
    await createToken(leaving.session, { name: 'Made meanwhile' });
    await page.getByLabel(/^Type/).fill(leaving.username);
    visit.expectAnswers(409);
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    const stale = page.getByText('Something has changed since this preview.');
    await stale.waitFor();
    expect((await leaving.session.get('/auth/me')).status).toBe(200);
    await page.getByRole('row', { name: /Made meanwhile/ }).waitFor();
    await page.getByRole('radio', { name: 'They are decommissioned' }).check();
    await page.getByText('1 token and 0 API keys stop working.').waitFor();
    expect([await stale.count(), await page.getByRole('dialog').count()]).toEqual([0, 0]);
    await page.getByRole('button', { name: 'Remove…' }).click();
    await page.getByLabel(/^Type/).fill(leaving.username);
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('heading', { level: 1, name: `${leaving.username} is removed` }).waitFor();
  });

  it('that are service accounts get tokens from an administrator', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const admin = await signInAsAdmin(app);
    const { id } = (
      await admin.post('/admin/users', { username: 'robot', kind: 'service', roles: ['ROLE_API_SECURITY'] })
    ).body as { id: string };
    await visit.signInAsAdmin();
    await visit.goto(`/admin/users/${id}`, 'robot');
    await page.getByRole('link', { name: 'New token' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Robot');
    await page.getByRole('radio', { name: 'Only these scopes' }).check();
    expect(await page.getByRole('checkbox', { name: /users/ }).count()).toBe(0);
    await page.getByRole('checkbox', { name: /security:read|without their secrets/ }).check();
    await page.getByRole('button', { name: 'Create the token' }).click();
    const value = await page.getByRole('dialog').getByLabel('Token', { exact: true }).inputValue();
    await page.getByRole('button', { name: 'I have stored it' }).click();
    await page.getByRole('row', { name: /Robot/ }).waitFor();
    expect((await bearer(app, value).get('/auth/me')).body).toMatchObject({
      user: { username: 'robot' },
      scopes: ['security:read'],
    });
  });

  it('are not offered to who may not see them, and the address says so in words', async () => {
    const { visit } = stage;
    const { username } = await newPerson([]);
    await visit.signIn(username, PERSON_PASSWORD);
    expect(await visit.page.getByRole('link', { name: 'Users' }).count()).toBe(0);
    expect(await visit.page.getByText('Administration').count()).toBe(0);
    for (const path of ['users', 'tokens', 'identify', 'roles', 'accounts', 'site', 'audit'])
      await visit.goto(`/admin/${path}`, 'This is not open to you');
  });
});
