import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type ApiClient, signInAsAdmin } from '../../support/api-client.js';
import { describeInBrowser } from '../../support/browser.js';
import { makeCertificate } from '../../support/certificates.js';
import { createConnection } from '../../support/connections.js';
import { consoleStage } from '../../support/console-stage.js';
import { ConsoleVisit } from '../../support/console-visit.js';
import { sampleProxy } from '../../support/sample-proxy.js';

const CONFLICT = 'Somebody else has changed this meanwhile';
const CONNECTION = 'https://upstream.example/api';

describeInBrowser('two people at one thing, in the console', () => {
  const stage = consoleStage();

  const description = (page: Page) => page.getByLabel('What does it lead to?');
  const save = (page: Page) => page.getByRole('button', { name: /^Save/ }).click();
  const conflict = (page: Page) => page.getByRole('alert').filter({ hasText: CONFLICT });
  const loadNewest = (page: Page) => page.getByRole('button', { name: 'Load the newest version' }).click();

  it('who saves second is told so, keeps what was typed, and goes on from the newest version when that is wanted', async () => {
    const { visit: second, app, browser } = stage;
    const admin = await signInAsAdmin(app);
    const project = (await admin.post('/projects', { name: 'Shop' })).body.id as string;
    const wanted = sampleProxy(await createConnection(admin, CONNECTION));
    const path = `/proxies/${(await admin.post(`/projects/${project}/proxies`, wanted)).body.id as string}`;
    const first = await ConsoleVisit.start(browser, app);
    for (const visit of [first, second]) {
      await visit.signInAsAdmin();
      await visit.goto(`${path}/edit`, 'Edit Orders');
    }
    second.expectAnswers(412);
    await description(first.page).fill('By the first');
    await description(second.page).fill('By the second');
    await save(first.page);
    await first.page.getByRole('heading', { level: 1, name: 'Orders', exact: true }).waitFor();
    await first.end();
    expect(first.complaints).toEqual([]);

    await save(second.page);
    await conflict(second.page).waitFor();
    expect(await second.page.evaluate('document.activeElement.textContent')).toMatch(new RegExp(`^${CONFLICT}`));
    expect(await description(second.page).inputValue()).toBe('By the second');
    expect((await admin.get(path)).body.description).toBe('By the first');
    expect(await second.violations()).toEqual([]);
    await second.keepScreenshots('light-edit-conflict');

    await loadNewest(second.page);
    await conflict(second.page).waitFor({ state: 'detached' });
    expect(await description(second.page).inputValue()).toBe('By the first');
    await description(second.page).fill('By both');
    await save(second.page);
    await second.page.getByRole('heading', { level: 1, name: 'Orders', exact: true }).waitFor();
    expect((await admin.get(path)).body.description).toBe('By both');
  });

  it('who deploys what was edited since they looked is told so, and deploys what they have seen', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const admin = await signInAsAdmin(app);
    const project = (await admin.post('/projects', { name: 'Deployed' })).body.id as string;
    const wanted = sampleProxy(await createConnection(admin, CONNECTION), { name: 'Reviewed', path: '/reviewed' });
    const path = `/proxies/${(await admin.post(`/projects/${project}/proxies`, wanted)).body.id as string}`;
    await admin.post(`${path}/deploy`, {});
    await admin.put(path, { ...wanted, timeoutMs: 2000 });
    await visit.signInAsAdmin();
    await visit.goto(path, 'Reviewed');
    await page.getByRole('button', { name: 'Deploy', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('cell', { name: '2 s' }).waitFor();
    await visit.settled();
    await admin.put(path, { ...wanted, timeoutMs: 3000 });

    visit.expectAnswers(412);
    await dialog.getByRole('button', { name: 'Deploy', exact: true }).click();
    await dialog.getByText('It was edited meanwhile, and nothing is deployed.').waitFor();
    await dialog.getByRole('cell', { name: '3 s' }).waitFor();
    expect((await admin.get(path)).body.deployedRevision).toBe(1);
    expect(await visit.violations()).toEqual([]);
    await dialog.getByRole('button', { name: 'Deploy', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    expect((await admin.get(path)).body).toMatchObject({ deployedRevision: 2, edited: false });
  });

  it('who changes one rule of the policy leaves those that somebody else has changed', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const admin = await signInAsAdmin(app);
    await visit.signInAsAdmin();
    await visit.goto('/admin/site', 'Site');
    await admin.patch('/admin/site', { policy: { revokeUnusedAfterDays: 90 } });
    await page.getByLabel('Longest life of a token, in days').fill('400');
    await page.getByRole('region', { name: 'Policy' }).getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    const { policy } = (await admin.get('/admin/site')).body as { policy: object };
    expect(policy).toMatchObject({ maxLifetimeSeconds: 400 * 86_400, revokeUnusedAfterDays: 90 });
    await admin.patch('/admin/site', { policy: { maxLifetimeSeconds: null, revokeUnusedAfterDays: null } });
  });

  interface Edited {
    readonly create: (admin: ApiClient) => Promise<{ page: string; heading: string; path: string; body: object }>;
    readonly edit: string;
    readonly field: string;
  }

  const KINDS: Record<string, Edited> = {
    connection: {
      create: async (admin) => {
        const id = await createConnection(admin, CONNECTION, { name: 'Billing' });
        const path = `/connections/${id}`;
        return { page: `/upstreams${path}`, heading: 'Billing', path, body: { name: 'Theirs', baseUrl: CONNECTION } };
      },
      edit: 'Edit',
      field: 'Name',
    },
    credential: {
      create: async (admin) => {
        const wanted = { name: 'Key', type: 'bearer' };
        const path = `/credentials/${(await admin.post('/credentials', { ...wanted, secret: 'Sesame-11' })).body.id as string}`;
        return { page: `/upstreams${path}`, heading: 'Key', path, body: { ...wanted, name: 'Theirs' } };
      },
      edit: 'Edit',
      field: 'Name',
    },
    certificate: {
      create: async (admin) => {
        const { cert: certificate } = await makeCertificate({ name: 'Root', isCa: true });
        const path = `/certificates/${(await admin.post('/certificates', { name: 'Root', certificate })).body.id as string}`;
        return { page: `/upstreams${path}`, heading: 'Root', path, body: { name: 'Theirs' } };
      },
      edit: 'Rename or renew',
      field: 'Name',
    },
    role: {
      create: async (admin) => {
        const [name, scopes] = ['ROLE_CLERK', ['orders:read']];
        await admin.post('/admin/roles', { name, description: 'Clerk', scopes });
        const body = { description: 'Theirs', scopes };
        return { page: '/admin/roles', heading: 'Roles', path: `/admin/roles/${name}`, body };
      },
      edit: 'Edit ROLE_CLERK',
      field: 'For whom is it?',
    },
  };

  it.each(Object.keys(KINDS))('a %s that somebody else changed is not overwritten', async (kind) => {
    const { visit, app } = stage;
    const { page } = visit;
    const { create, edit, field } = KINDS[kind] as Edited;
    const admin = await signInAsAdmin(app);
    const made = await create(admin);
    await visit.signInAsAdmin();
    await visit.goto(made.page, made.heading);
    await page.getByRole('button', { name: edit, exact: true }).click();
    const typed = page.getByRole('dialog').getByLabel(field, { exact: true });
    await typed.fill('Mine');
    expect((await admin.put(made.path, made.body)).status).toBe(200);
    visit.expectAnswers(412);
    await save(page);
    await conflict(page).waitFor();
    expect(await typed.inputValue()).toBe('Mine');
    await loadNewest(page);
    await conflict(page).waitFor({ state: 'detached' });
    expect(await typed.inputValue()).toBe('Theirs');
    await typed.fill('Mine after all');
    await save(page);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(Object.values((await admin.get(made.path)).body as object)).toContain('Mine after all');
  });
});
