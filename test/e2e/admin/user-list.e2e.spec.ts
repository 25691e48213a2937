import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type ApiClient, createPerson, signInAsAdmin } from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { openSite, type TestSite } from '../../support/second-site.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let other: TestSite;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    other = await openSite(app, 'acme');
    admin = await signInAsAdmin(app);
    for (const [username, kind, roles] of [
      ['ann_lee', 'person', ['ROLE_API_SECURITY']],
      ['ben', 'person', []],
      ['robot', 'service', ['ROLE_API_SECURITY']],
    ] as const) {
      app.clock.advance({ milliseconds: 1 }); // newest first needs an order
      const email = kind === 'person' ? `${username}@Example.com` : null;
      const { status, body } = await admin.post('/admin/users', { username, email, kind, roles });
      expect([status, body.code]).toEqual([201, undefined]);
    }
  });
  afterAll(() => app.stop());

  const names = async (query: string, client = admin) => {
    const { status, body } = await client.get(`/admin/users${query}`);
    expect(status).toBe(200);
    return body.items.map((user: { username: string }) => user.username);
  };

  it('shows the users of the site, newest first, and no secret', async () => {
    expect(await names('')).toEqual(['robot', 'ben', 'ann_lee', 'admin']);
    const { body } = await admin.get('/admin/users');
    expect(JSON.stringify(body)).not.toMatch(/argon2|passwordHash|invitation|siteId/);
  });

  it.each([
    ['?search=BEN', ['ben']],
    ['?search=example.com', ['ben', 'ann_lee']],
    ['?search=n_l', ['ann_lee']],
    ['?search=%25', []],
    ['?search=!', []],
    ['?kind=service', ['robot']],
    ['?role=ROLE_API_SECURITY', ['robot', 'ann_lee']],
    ['?role=ROLE_API_SECURITY&kind=person&search=ann', ['ann_lee']],
    ['?role=ROLE_MANAGE_PROXIES', []],
    ['?search=e_', []],
    ['?status=suspended', []],
    ['?status=active&limit=2', ['robot', 'ben']],
  ])('filters by %s', async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  it('pages', async () => {
    const first = await admin.get('/admin/users?limit=3');
    const second = await admin.get(`/admin/users?limit=3&cursor=${first.body.nextCursor}`);
    const pages = [...first.body.items, ...second.body.items];
    expect(pages.map((user: { username: string }) => user.username)).toEqual(['robot', 'ben', 'ann_lee', 'admin']);
    expect(second.body.nextCursor).toBeNull();
  });

  it.each([
    '?colour=red',
    '?kind=robot',
    '?status=gone',
    '?role=admin',
    '?role=ROLE_NOBODY_MADE',
    '?search=a&search=b',
    '?limit=0',
    '?limit=1e1',
    '?limit=0x10',
    '?limit=%205',
    '?limit=',
    '?limit=+5',
    '?role=ROLE_ADMIN%00',
    '?limit=201',
    '?cursor=x',
    '?kind=',
  ])('refuses %s', async (query) => {
    const refused = await admin.get(`/admin/users${query}`);
    expect(refused.status).toBe(400);
    expect(refused.body.errors[0].path).toMatch(/^query\./);
  });

  it('[46] never shows or changes a user of another site', async () => {
    expect(await names('', other.admin)).toEqual(['acme-admin']);
    const missing = '/admin/users/0199c0de-0000-7000-8000-0000000000aa';
    for (const path of [`/admin/users/${other.adminId}`, missing]) {
      const answers = [
        await admin.get(path),
        await admin.patch(path, { username: 'taken-over' }),
        await admin.patch(path, { roles: [] }),
        await admin.post(`${path}/suspend`),
        await admin.post(`${path}/resume`),
        await admin.post(`${path}/invitation`),
      ];
      for (const { status, body } of answers) expect([status, body.code]).toEqual([404, 'user_not_found']);
    }
  });

  it('needs users:read to look and users:write to change', async () => {
    const { session } = await createPerson(app, 'nobody', []);
    const looked = await session.get('/admin/users');
    expect([looked.status, looked.body.code]).toEqual([403, 'insufficient_scope']);
    const written = await session.post('/admin/users', { username: 'x1', kind: 'service' });
    expect([written.status, written.body.scope]).toEqual([403, 'users:write']);
  });
});
