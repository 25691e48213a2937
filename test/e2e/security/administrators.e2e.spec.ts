import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type ApiClient, bearer, createPerson, createToken, signInAsAdmin } from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

/** contract §9, "Administration": a narrowed token of an administrator is no administrator. */
forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
  });
  afterAll(() => app.stop());

  it('a narrowed token of an administrator touches the owner of the site no more than any holder of its scopes', async () => {
    const owner = await createPerson(app, 'owner', []);
    expect((await admin.put('/admin/site/owner', { userId: owner.id })).status).toBe(200);
    const path = `/admin/users/${owner.id}`;
    const change = { username: 'renamed', email: 'elsewhere@example.com' };
    const narrowed = bearer(app, (await createToken(admin, { scopes: ['users:read', 'users:write'] })).token);
    const refused = await narrowed.patch(path, change);
    expect([refused.status, refused.body.code]).toEqual([403, 'user_out_of_reach']);
    expect((await admin.get(path)).body).toMatchObject({ username: 'owner', email: 'owner@example.com' });
    const whole = bearer(app, (await createToken(admin)).token);
    expect((await whole.patch(path, change)).status).toBe(200);
  });
});
