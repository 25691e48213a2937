import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createPerson, createToken, PERSON_PASSWORD, signInAsAdmin, bearer } from '../../support/api-client.js';
import { describeInBrowser } from '../../support/browser.js';
import { ConsoleGateway } from '../../support/console-gateway.js';
import { consoleStage } from '../../support/console-stage.js';
import { eventually } from '../../support/eventually.js';

const MANAGER = 'ROLE_MANAGE_PROXIES';
const DEPLOYER = 'ROLE_DEPLOY_UNDEPLOY_PROXIES';

describeInBrowser('proxies in the console', () => {
  const stage = consoleStage({ upstreamNetworks: ['127.0.0.0/8'] });
  let gateway: ConsoleGateway;
  let token: string;
  let people = 0;

  beforeAll(async () => {
    const admin = await signInAsAdmin(stage.app);
    gateway = await ConsoleGateway.start(admin);
    await admin.post('/admin/roles', { name: 'ROLE_CLERK', description: 'x', scopes: ['orders:read', 'orders:write'] });
    token = (await createToken(admin, { scopes: ['orders:read'] })).token;
  });
  afterAll(() => gateway.stop());

  async function signInAs(...roles: string[]): Promise<void> {
    const { username } = await createPerson(stage.app, `proxy-person-${people++}`, roles);
    await stage.visit.signIn(username, PERSON_PASSWORD);
  }

  const called = async (path: string) => (await bearer(stage.app, token).get(`/gw/default${path}`)).status;
  const button = (name: string | RegExp) => stage.visit.page.getByRole('button', { name, exact: true });
  const rule = (number: number) => stage.visit.page.getByRole('group', { name: `Rule ${number}`, exact: true });
  const heading = (name: string) => stage.visit.page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

  it('are made by who manages them, with rules that were tried; nothing of deploying is offered', async () => {
    const { page } = stage.visit;
    await signInAs(MANAGER);
    await stage.visit.goto('/projects', 'Projects');
    await button('New project').first().click();
    await page.getByRole('dialog', { name: 'New project' }).waitFor();
    await page.keyboard.type('Shop'); // the name has the focus
    await button('Save').click();
    await page.getByRole('link', { name: 'Shop' }).click();
    await page.getByRole('link', { name: 'New proxy' }).first().click();
    await heading('New proxy');
    await button('Create the proxy').click();
    await page.getByText('Please fill this in').first().waitFor();
    await page.getByLabel('Name', { exact: true }).fill('Shop orders');
    await page.getByRole('textbox', { name: 'Path', exact: true }).first().fill('/shop');
    await page.getByLabel('Upstream connection').selectOption('Orders upstream');
    await button('Add a rule').click();
    await eventually(() => page.evaluate('document.activeElement.name'), 'routes.0.path');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('/orders/{id}');
    await rule(1).getByLabel('Scopes that it takes').fill('orders:read,');
    await page.getByRole('region', { name: 'Try the rules' }).getByLabel('Path').fill('/orders/17');
    await button('Try it').click();
    await page.getByText('GET /orders/17 would need orders:read (rule 1).').waitFor();
    await page.getByLabel('Method', { exact: true }).selectOption('DELETE');
    await button('Try it').click();
    await page.getByText('No rule fits DELETE /orders/17: it is refused.').waitFor();
    expect(await stage.visit.violations()).toEqual([]);
    await stage.visit.keepScreenshots('light-proxy-form');
    await button('Create the proxy').click();
    await heading('Shop orders');
    await page.getByRole('row', { name: /Rule 1.*GET.*orders\/\{id\}.*orders:read/ }).waitFor();
    await page.getByText('Nothing of it is deployed').waitFor();
    await page.getByText('Somebody who may deploy proxies has to deploy it.').waitFor();
    expect(await page.getByRole('button', { name: /deploy/i }).count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'Revisions' }).count()).toBe(0);
    expect(await called('/shop/orders/17')).toBe(404);
  });

  it('are deployed by who may, with the difference shown; the gateway serves them, and nothing of editing is offered', async () => {
    const { visit } = stage;
    const { page } = visit;
    const { id, projectId } = await gateway.proxy('Billing', '/billing');
    await signInAs(DEPLOYER);
    await visit.goto(`/projects/${projectId}`, 'Billing project');
    expect(await page.getByRole('button', { name: /project/ }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'New proxy' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Billing', exact: true }).click();
    await heading('Billing');
    for (const name of [/^Edit/, /^Delete/]) {
      expect(await page.getByRole('button', { name }).count()).toBe(0);
      expect(await page.getByRole('link', { name }).count()).toBe(0);
    }
    await button('Deploy').click();
    await page.getByText(/It goes live at https:.*\/gw\/default\/billing, with 2 rules/).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Deploy', exact: true }).click();
    await page.getByText('Revision 1 of Billing is served.').waitFor();
    expect(await called('/billing/orders/17')).toBe(200);
    expect(gateway.upstream.last.url).toBe('/orders/17');

    const { body } = await gateway.admin.get(`/proxies/${id}/export`);
    await gateway.admin.put(`/proxies/${id}`, { ...body, routes: [{ ...body.routes[0], path: '/bills/{id}' }] });
    await visit.goto(`/proxies/${id}`, 'Billing');
    await page.getByText('It was edited since').waitFor();
    await button('Deploy').click();
    const dialog = page.getByRole('dialog', { name: 'Deploy Billing' });
    await dialog.getByRole('row', { name: /Rule 1, path.*\/orders\/\{id\}.*\/bills\/\{id\}/ }).waitFor();
    expect(await visit.violations()).toEqual([]);
    await visit.keepScreenshots('light-proxy-deploy');
    await dialog.getByRole('button', { name: 'Deploy', exact: true }).click();
    await page.getByText('Revision 2 of Billing is served.').waitFor();
    expect([await called('/billing/orders/17'), await called('/billing/bills/17')]).toEqual([403, 200]);

    await button('Compare revision 2').click();
    await page
      .getByRole('dialog')
      .getByRole('row', { name: /Rule 1, path/ })
      .waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await button('Deploy revision 1 again').click();
    await page
      .getByRole('dialog')
      .getByRole('row', { name: /Rule 1, path.*bills.*orders/ })
      .waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Deploy', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await called('/billing/orders/17')).toBe(200);

    await button('Undeploy').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Undeploy' }).click();
    await page.getByText('Billing is undeployed.').waitFor();
    expect(await called('/billing/orders/17')).toBe(404);
  });

  it('keep the order of their rules by keyboard, and the focus stays on the rule that moves', async () => {
    const { visit } = stage;
    const { page } = visit;
    const { id } = await gateway.proxy('Ordered', '/ordered');
    await signInAs(MANAGER);
    await visit.goto(`/proxies/${id}/edit`, 'Edit Ordered');
    await button('Move rule 2 up').focus();
    await page.keyboard.press('Enter');
    await page.getByText('Now rule 1 of 2').waitFor();
    // there is no further up: the other button of the same rule has the focus
    const focused = () => page.evaluate<string>(`document.activeElement.getAttribute('aria-label')`);
    await eventually(focused, 'Move rule 1 down');
    expect(await rule(1).getByLabel('Path below the proxy').inputValue()).toBe('/orders/*');
    await page.keyboard.press('Enter');
    await eventually(focused, 'Move rule 2 up');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Try the rules' }).getByLabel('Path').fill('/orders/17');
    await page.keyboard.press('Enter');
    await page.getByText('GET /orders/17 would need orders:write (rule 1).').waitFor();
    await button('Remove rule 2').click();
    // what was said of other rules is no longer shown
    await page.getByText('GET /orders/17 would need').waitFor({ state: 'detached' });
    await page.getByLabel('Time limit, in seconds').fill('2.5');
    await page.getByLabel('Requests a minute for each token').fill('60');
    await button('Add a header').click();
    await page.getByLabel('Name of header 1').fill('X-Api-Version');
    await page.getByLabel('Value of header 1').fill('2');
    await page.getByLabel('Headers of the caller to leave out').fill('X-Debug');
    await button('Save').click();
    await heading('Ordered');
    expect((await gateway.admin.get(`/proxies/${id}`)).body).toMatchObject({
      routes: [{ methods: ['*'], path: '/orders/*', scopes: ['orders:write'] }],
      timeoutMs: 2500,
      bodyLimitBytes: 10_485_760,
      rateLimit: { perMinute: 60 },
      headers: { add: { 'X-Api-Version': '2' }, remove: ['X-Debug'] },
    });
    await page.getByText('2.5 seconds').waitFor();
  });

  it('say at the field what the service refuses', async () => {
    const { visit } = stage;
    const { page } = visit;
    const { id } = await gateway.proxy('Refused', '/refused');
    await signInAs(MANAGER);
    await visit.goto(`/proxies/${id}/edit`, 'Edit Refused');
    visit.expectAnswers(400);
    await rule(2).getByLabel('Path below the proxy').fill('/orders/*/x');
    await button('Save').click();
    await rule(2)
      .getByText(/^Rule 2, path: .*\*/)
      .waitFor();
    expect(await page.getByText('Rule 2, path:').count()).toBe(1); // once
    await eventually(() => page.evaluate('document.activeElement.name'), 'routes.1.path');
    const tester = page.getByRole('region', { name: 'Try the rules' });
    await button('Try it').click();
    await tester.getByText(/^Rule 2, path: (?!path)/).waitFor();
    await page.getByRole('region', { name: 'Try the rules' }).getByLabel('Path').fill('/a/../b');
    await rule(2).getByLabel('Path below the proxy').fill('/orders/*');
    await button('Try it').click();
    await page.getByText('The path can be read in more than one way').waitFor();
    visit.expectAnswers(409);
    await gateway.proxy('Taken', '/taken');
    await page.getByRole('textbox', { name: 'Path', exact: true }).first().fill('/taken');
    await button('Save').click();
    await page.getByText('Path: is the path of another proxy of the site').waitFor();
    await page.getByLabel('Name', { exact: true }).fill('');
    await button('Save').click();
    await page.getByText('Please fill this in').waitFor();
    expect(await page.getByText('is the path of another proxy').count()).toBe(0); // it was about the attempt before
  });

  it('are proposed from an OpenAPI document, and made again from an export', async () => {
    const { visit } = stage;
    const { page } = visit;
    const { id, projectId } = await gateway.proxy('Exported', '/exported');
    await signInAs(MANAGER);
    await visit.goto(`/proxies/${id}`, 'Exported');
    const download = page.waitForEvent('download');
    await button('Export').click();
    const exported = Buffer.concat(await (await (await download).createReadStream()).toArray()).toString();
    expect(JSON.parse(exported)).toEqual((await gateway.admin.get(`/proxies/${id}/export`)).body);
    const choose = async (name: string, content: string) => {
      const chooser = page.waitForEvent('filechooser');
      await button('Choose a file').click();
      const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) };
      await (await chooser).setFiles(file);
    };

    await visit.goto(`/projects/${projectId}/proxies/new`, 'New proxy');
    await page.getByLabel('An OpenAPI document').check();
    await choose('x.json', '{"openapi": [');
    await page.getByText('This file is no OpenAPI document of version 3.').waitFor();
    const get = { security: [{ oauth: ['catalogue:see'] }], responses: { 200: { description: 'x'.repeat(150_000) } } };
    const yaml = ['openapi: 3.1.0', 'info:', '  title: Catalogue', 'paths:', '  /items/{id}:'];
    await choose(
      'catalogue.yaml',
      [
        ...yaml,
        `    get: ${JSON.stringify(get)}`,
        '    put: {} # all of it',
        '    trace: {}',
        '  /a;b: {get: {}}',
        '',
      ].join('\n'),
    );
    const start = page.getByRole('region', { name: 'Start from' });
    await start.getByLabel('Upstream connection').selectOption('Orders upstream');
    await start.getByLabel('Resource of the scopes').fill('stock');
    await button('Propose a proxy').click();
    await page.getByText('2 rules proposed below').waitFor();
    expect(await rule(1).textContent()).toContain('catalogue:see');
    expect(await rule(2).textContent()).toContain('stock:write');
    await page.getByRole('row', { name: /Left out.*TRACE \/items\/\{id\}.*never passes the gateway/ }).waitFor();
    await page.getByRole('row', { name: /Left out.*GET \/a;b/ }).waitFor();
    await page.getByRole('row', { name: /Not granted.*no role of the site grants stock:write/ }).waitFor();
    await page.getByRole('row', { name: /catalogue:see.*catalogue:see.*no role/ }).waitFor();
    expect(await visit.violations()).toEqual([]);
    await visit.keepScreenshots('light-proxy-import');
    await button('Create the proxy').click();
    await heading('Catalogue');

    await visit.goto(`/projects/${projectId}/proxies/new`, 'New proxy');
    await page.getByLabel('An exported proxy').check();
    await choose('x.json', '{}');
    await page.getByText('This file is no exported proxy.').waitFor();
    await choose('exported.json', exported);
    await page.getByText('Read, with 2 rules').waitFor();
    visit.expectAnswers(409);
    await button('Create the proxy').click();
    await page.getByText('Path: is the path of another proxy of the site').waitFor();
    await page.getByLabel('Name', { exact: true }).fill('Exported twice');
    await page.getByRole('textbox', { name: 'Path', exact: true }).first().fill('/exported-twice');
    await button('Create the proxy').click();
    await heading('Exported twice');
  });

  it('that are deployed are deleted by who may do both alone; projects that are empty too', async () => {
    const { visit } = stage;
    const { page } = visit;
    const { id } = await gateway.proxy('Deleted', '/deleted');
    await gateway.admin.post(`/proxies/${id}/deploy`, {});
    await signInAs(MANAGER);
    await visit.goto(`/proxies/${id}`, 'Deleted');
    await page.getByText('Somebody who may deploy has to undeploy it').waitFor();
    expect(await page.getByRole('button', { name: 'Delete the proxy' }).count()).toBe(0);
    await visit.context.clearCookies();
    await signInAs(MANAGER, DEPLOYER);
    await visit.goto(`/proxies/${id}`, 'Deleted');
    await button('Delete the proxy').click();
    await page.getByLabel(/^Type/).fill('Deleted');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await heading('Deleted project');
    await page.getByText('There are no proxies yet.').waitFor();
    expect(await called('/deleted/orders/17')).toBe(404);
    await button('Delete the project').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await heading('Projects');
    await page.getByText('Deleted project is deleted.').waitFor();
  });

  it('are no pages for who has neither role', async () => {
    const { visit } = stage;
    const { page } = visit;
    const { id, projectId } = await gateway.proxy('Hidden', '/hidden');
    await signInAs('ROLE_CLERK');
    expect(await page.getByRole('link', { name: 'Projects' }).count()).toBe(0);
    for (const path of ['/projects', `/projects/${projectId}`, `/projects/${projectId}/proxies/new`, `/proxies/${id}`])
      await visit.goto(path, 'This is not open to you');
  });

  // The last one: with two accounts, calls must say which one they are about.
  it('belong to an account, which the address keeps', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const other = String((await gateway.admin.post('/accounts', { name: 'Globex' })).body.id);
    await gateway.admin.about(other).post('/projects', { name: 'Of Globex' });
    await visit.signInAsAdmin();
    await visit.goto('/projects', 'Projects');
    await page.getByLabel('Account', { exact: true }).selectOption('Globex');
    await page.getByRole('link', { name: 'Of Globex' }).click();
    await heading('Of Globex');
    expect(page.url()).toContain(`account=${other}`);
    await page.reload();
    await heading('Of Globex');

    await visit.context.clearCookies();
    const { username } = await createPerson(app, 'of-globex', [MANAGER]);
    visit.expectAnswers(400); // which account?
    await visit.signIn(username, PERSON_PASSWORD);
    await visit.goto('/projects', 'Projects');
    await page.getByLabel('Account id').fill('globex');
    await button('Show its projects').click();
    await page.getByText('An id looks like').waitFor();
    expect(await visit.violations()).toEqual([]);
    await page.getByLabel('Account id').fill(other);
    await button('Show its projects').click();
    await page.getByRole('link', { name: 'Of Globex' }).waitFor();
  });
});
