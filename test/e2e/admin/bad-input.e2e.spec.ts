import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type ApiClient, signInAsAdmin } from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
  });
  afterAll(() => app.stop());

  const ID = '0199c0de-0000-7000-8000-0000000000aa';
  const bodies = [undefined, null, [], 'text', 7, true, [[]], { username: {}, email: {}, kind: {}, roles: {} }];
  const routes = [
    ['POST', '/admin/users'],
    ['POST', '/users/me/secret/reveal'],
    ['POST', '/auth/accept-invitation'],
  ] as const;

  it.each(routes)('%s %s refuses what is no request with a problem', async (method, path) => {
    for (const body of bodies) {
      const refused = await admin.call(method, path, body);
      expect([body, refused.status]).toEqual([body, 400]);
      expect(refused.headers.get('content-type')).toContain('application/problem+json');
    }
  });

  it('PATCH changes nothing of a user who is not there, whatever the body', async () => {
    for (const body of bodies) {
      const { status } = await admin.call('PATCH', `/admin/users/${ID}`, body);
      expect([400, 404]).toContain(status);
    }
  });

  it.each(['x', '1', "'", '%00', '..%2f..', ID.slice(1), `${ID}0`, '%F0%9F%92%A9'])('refuses the id %s', async (id) => {
    for (const [method, path] of [
      ['GET', `/admin/users/${id}`],
      ['PATCH', `/admin/users/${id}`],
      ['POST', `/admin/users/${id}/suspend`],
      ['POST', `/admin/users/${id}/resume`],
      ['POST', `/admin/users/${id}/invitation`],
    ] as const) {
      const refused = await admin.call(method, path, method === 'PATCH' ? {} : undefined);
      expect([400, 404]).toContain(refused.status);
      expect(refused.headers.get('content-type')).toContain('application/problem+json');
    }
  });

  it('takes an id in either case for the same user', async () => {
    const { user } = (await admin.get('/auth/me')).body;
    expect((await admin.get(`/admin/users/${user.id.toUpperCase()}`)).body.id).toBe(user.id);
  });

  it.each(['\u0000', 'a\u0000b', '\n'])('refuses to search for %j', async (text) => {
    const refused = await admin.get(`/admin/users?search=${encodeURIComponent(text)}`);
    expect([refused.status, refused.body.errors[0].path]).toEqual([400, 'query.search']);
  });

  it.each(["' OR 1=1 --", '💩', 'x'.repeat(254)])('searches for %j', async (text) => {
    const found = await admin.get(`/admin/users?search=${encodeURIComponent(text)}`);
    expect([found.status, found.body.items]).toEqual([200, []]);
  });
});
