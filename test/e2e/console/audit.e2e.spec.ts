import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AUDIT_ACTIONS } from '../../../src/platform/audit/audit-actions.js';
import { Audit } from '../../../src/platform/audit/audit.service.js';
import { type AuditEntry, OPERATOR, SYSTEM } from '../../../src/platform/audit/audit.types.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import type { SiteId } from '../../../src/shared/ids/site-id.js';
import { type ApiClient, createPerson, createToken, PERSON_PASSWORD, signInAsAdmin } from '../../support/api-client.js';
import { describeInBrowser } from '../../support/browser.js';
import { consoleStage } from '../../support/console-stage.js';

/** Where `;`, `|` or `,` separates cells, each of these begins one. */
const SEPARATED = 'x;=HYPERLINK(1); "@SUM(1)|-1,\uFF1D1';
const FORMULA = '=HYPERLINK("https://evil.example","see")';

describeInBrowser('the audit log in the console', () => {
  const stage = consoleStage();
  let people = 0;

  async function signedIn(): Promise<ApiClient> {
    await stage.visit.signInAsAdmin();
    return signInAsAdmin(stage.app);
  }

  /** Events as any module writes them, of the site of the client. */
  async function record(client: ApiClient, entries: readonly Omit<AuditEntry, 'siteId'>[]): Promise<void> {
    const siteId = (await client.get('/auth/me')).body.site.id as SiteId;
    const audit = stage.app.app.get(Audit, { strict: false });
    const unitOfWork = stage.app.app.get(UnitOfWork, { strict: false });
    await unitOfWork.run((tx) =>
      audit.recordAll(
        tx,
        entries.map((entry) => ({ ...entry, siteId })),
      ),
    );
  }

  async function show(page: Page, filters: { action?: string; actor?: string; subject?: string }): Promise<void> {
    if (filters.action !== undefined) {
      await page.getByRole('combobox', { name: 'Action' }).fill(filters.action);
      await page.getByRole('option', { name: filters.action, exact: true }).click();
    }
    if (filters.actor !== undefined) await page.getByLabel('Who').fill(filters.actor);
    if (filters.subject !== undefined) await page.getByLabel('About').fill(filters.subject);
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await stage.visit.settled();
  }

  async function exported(page: Page, choice: string): Promise<{ name: string; content: string }> {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: choice }).click();
    const file = await download;
    const content = Buffer.concat(await (await file.createReadStream()).toArray()).toString();
    return { name: file.suggestedFilename(), content };
  }

  it('says who did what to whom, with the way to the users it names and to what has a page', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const bob = await createPerson(app, `bob-${people++}`, ['ROLE_MANAGE_PROXIES']);
    const token = await createToken(bob.session, { name: 'Nightly export' });
    const admin = await signedIn();
    await admin.delete(`/admin/tokens/${token.id}`);
    const credential = await admin.post('/credentials', {
      name: 'Orders login',
      type: 'bearer',
      secret: 'long-enough',
    });
    await visit.goto('/admin/audit', 'Audit log');
    const row = page.getByRole('row', {
      name: new RegExp(`admin revoked the token Nightly export of ${bob.username}`),
    });
    await row.waitFor();
    await page
      .getByRole('row', { name: new RegExp(`${bob.username} created the token Nightly export token`) })
      .waitFor();
    const added = page.getByRole('row', { name: /admin added the credential Orders login/ });
    expect(await added.getByRole('link', { name: 'Orders login' }).getAttribute('href')).toBe(
      `/upstreams/credentials/${String(credential.body.id)}`,
    );
    await row.getByRole('button', { name: 'token.revoked' }).click();
    await page.getByText(/"revoked_by_administrator"/).waitFor();
    expect(await visit.violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await row.getByRole('link', { name: bob.username }).click();
    await page.getByRole('heading', { level: 1, name: bob.username }).waitFor();
  });

  it('says what was refused, and why', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const { username } = await createPerson(app, `refused-${people++}`, []);
    await app.fetch(`${app.settings.apiPrefix}/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: 'not the one' }),
    });
    await signedIn();
    await visit.goto('/admin/audit', 'Audit log');
    await show(page, { action: 'session.refused', subject: username });
    await page
      .getByRole('row', { name: `An unknown caller was refused at the sign-in as ${username}: wrong password` })
      .waitFor();
  });

  it('names nobody to who may not see users, and links to nothing that they may not see', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const owner = await createPerson(app, `owner-${people++}`, ['ROLE_MANAGE_PROXIES']);
    const token = await createToken(owner.session, { name: 'Unseen' });
    const admin = await signInAsAdmin(app);
    await admin.delete(`/admin/tokens/${token.id}`);
    await admin.post('/credentials', { name: 'Unlinked', type: 'bearer', secret: 'long-enough' });
    await admin.post('/admin/roles', { name: 'ROLE_AUDITOR', description: 'Reads', scopes: ['audit:read'] });
    const auditor = await createPerson(app, `auditor-${people++}`, ['ROLE_AUDITOR']);
    await visit.signIn(auditor.username, PERSON_PASSWORD);
    await visit.goto('/admin/audit', 'Audit log');
    await page.getByRole('row', { name: /admin revoked the token Unseen of another user token/ }).waitFor();
    await page.getByRole('row', { name: /admin added the credential Unlinked/ }).waitFor();
    expect(await page.getByRole('table').getByRole('link').count()).toBe(0);
  });

  it('has a sentence for every action that the service can write', async () => {
    const { visit } = stage;
    const { page } = visit;
    const admin = await signedIn();
    const actor = `author-${people++}`;
    const me = (await admin.get('/auth/me')).body as { user: { id: string } };
    const details = {
      ownerId: me.user.id,
      to: { id: me.user.id, name: 'admin' },
      tokenIds: ['a', 'b'],
      applicationIds: ['c'],
    };
    const author = { ...OPERATOR, kind: 'user', name: actor } as const;
    await record(
      admin,
      AUDIT_ACTIONS.map((action) => ({
        action,
        outcome: action === 'session.refused' ? 'denied' : 'success',
        actor: author,
        subject: { type: 'token', id: me.user.id, name: 'Its name' },
        details,
      })),
    );
    await visit.goto('/admin/audit', 'Audit log');
    await show(page, { actor });
    while (await page.getByRole('button', { name: 'Show more' }).isVisible()) {
      await page.getByRole('button', { name: 'Show more' }).click();
      await visit.settled();
    }
    const sentences = await page.getByRole('table').locator('tbody tr td:nth-child(2)').allTextContents();
    expect(sentences).toHaveLength(AUDIT_ACTIONS.length);
    // what an action without a sentence is told as, and a placeholder that nothing fills in
    expect(sentences.filter((sentence) => /did “|[{}]|undefined/.test(sentence))).toEqual([]);
    expect(sentences.filter((sentence) => !sentence.includes(`${actor} `))).toEqual([]);
    expect(sentences.join('\n')).toContain(`${actor} handed 2 tokens of Its name over to admin`);
    expect(new Set(sentences).size).toBe(AUDIT_ACTIONS.length);
  });

  it('goes into a CSV file, as it is filtered, in which no name is a formula', async () => {
    const { visit, app } = stage;
    const { page } = visit;
    const { username, session } = await createPerson(app, `formula-${people++}`, ['ROLE_MANAGE_PROXIES']);
    await createToken(session, { name: FORMULA });
    await createToken(session, { name: SEPARATED });
    await createToken(session, { name: 'Harmless, "quoted"' });
    await signedIn();
    await visit.goto('/admin/audit', 'Audit log');
    await show(page, { action: 'token.created', actor: username });
    const { name, content } = await exported(page, 'As CSV, for spreadsheets');
    expect(name).toBe(`audit-${app.clock.now().toISOString().slice(0, 10)}.csv`);
    expect(content.startsWith('\uFEFF"at","action","outcome",')).toBe(true);
    const lines = content.split('\r\n');
    expect(lines).toHaveLength(5); // names, three events, the end of the last
    expect(lines[1]).toContain(`"${username} created the token Harmless, ""quoted"""`);
    expect(lines[2]).toContain(`,"x;'=HYPERLINK(1); ""'@SUM(1)|'-1,'\uFF1D1",`);
    expect(lines[3]).toContain(`,"'=HYPERLINK(""https://evil.example"",""see"")",`);
    for (const cell of content.split(/^"|",?"|"\r\n/m)) expect(cell).not.toMatch(/^[=+\-@\t]/);
    await page.getByText(`3 events are in ${name}.`).waitFor();
    expect(await visit.violations()).toEqual([]);
  });

  it('goes into a JSON file, all pages of it', async () => {
    const { visit } = stage;
    const { page } = visit;
    const admin = await signedIn();
    const subject = { type: 'role', id: 'ROLE_MANY', name: 'ROLE_MANY' };
    const many = Array.from({ length: 450 }, (_, index) => ({
      action: 'role.updated' as const,
      outcome: 'success' as const,
      actor: SYSTEM,
      subject,
      details: { index },
    }));
    await record(admin, many);
    await visit.goto('/admin/audit', 'Audit log');
    await show(page, { subject: 'ROLE_MANY' });
    const { content } = await exported(page, 'As JSON, for programs');
    const events = JSON.parse(content) as { action: string; details: { index: number } }[];
    expect(events.map(({ details }) => details.index)).toEqual(many.map(({ details }) => details.index).reverse());
    await page.getByText(/450 events are in audit-.*\.json\./).waitFor();
  });

  it('stops at a limit and says so, and can be stopped', async () => {
    const { visit } = stage;
    const { page } = visit;
    await signedIn();
    await visit.goto('/admin/audit', 'Audit log');
    let calls = 0;
    const event = {
      id: 'one',
      at: stage.app.clock.now().toISOString(),
      action: 'care.done',
      outcome: 'success',
      reason: null,
      actor: { kind: 'system', id: null, name: null, credential: null },
      subject: null,
      address: null,
      requestId: null,
      details: null,
    };
    await page.route(/\/admin\/audit\?/, async (route) => {
      calls++;
      await route.fulfill({ json: { items: Array.from({ length: 200 }, () => event), nextCursor: String(calls) } });
    });
    const { content } = await exported(page, 'As JSON, for programs');
    expect(JSON.parse(content)).toHaveLength(20_000);
    expect(calls).toBe(100);
    await page.getByText(/A file holds the newest 20,000/).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();

    await page.unroute(/\/admin\/audit\?/);
    await page.route(/\/admin\/audit\?/, () => undefined); // never answered
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'As CSV, for spreadsheets' }).click();
    await page.getByText('0 events read…').waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});
