import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { type ApiClient, bearer, createPerson, createToken, signInAsAdmin } from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { effectiveScopes, fetchToken, type RegisteredApplication } from '../../support/registered-application.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

/** contract §1: what is made for a service account is bounded by its maker when it is made, whatever the account is given later. */
forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let minder: ApiClient;
  let robot: string;
  let count = 0;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
    const scopes = ['tokens:admin', 'projects:read'];
    await admin.post('/admin/roles', { name: 'ROLE_MINDER', description: 'x', scopes });
    minder = (await createPerson(app, 'minder', ['ROLE_MINDER'])).session;
    await admin.post('/admin/roles', { name: 'ROLE_READER', description: 'x', scopes: ['projects:read'] });
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    const account = { username: `robot-${++count}`, kind: 'service', roles: ['ROLE_READER'] };
    robot = (await admin.post('/admin/users', account)).body.id as string;
  });

  const promote = () => admin.patch(`/admin/users/${robot}`, { roles: ['ROLE_ADMIN'] });
  const tokenBy = async (by: ApiClient) =>
    (await by.post(`/admin/users/${robot}/tokens`, { name: 'x', expiresAt: null })).body as {
      id: string;
      token: string;
    };
  const applicationBy = async (by: ApiClient) =>
    (await by.post(`/admin/users/${robot}/applications`, { name: 'x' })).body as RegisteredApplication;

  it('holds what a maker without every scope makes to what the account held', async () => {
    const application = await applicationBy(minder);
    const values = [(await tokenBy(minder)).token, application.accessToken, await fetchToken(app, application)];
    await promote();
    for (const value of values) expect(await effectiveScopes(app, value)).toEqual(['projects:read']);
  });

  it('takes scopes by name from a narrowed token, also of an administrator', async () => {
    const narrowed = bearer(app, (await createToken(admin, { scopes: ['tokens:admin', 'projects:read'] })).token);
    const unnamed = await narrowed.post(`/admin/users/${robot}/tokens`, { name: 'x', expiresAt: null });
    expect([unnamed.status, unnamed.body.code]).toEqual([403, 'scope_not_held']);
    const named = { name: 'x', expiresAt: null, scopes: ['projects:read'] };
    expect((await narrowed.post(`/admin/users/${robot}/tokens`, named)).status).toBe(201);
  });

  it('gives what an administrator makes all that the account holds, now and later', async () => {
    const made = [(await tokenBy(admin)).token, (await applicationBy(admin)).accessToken];
    await promote();
    for (const value of made) expect(await effectiveScopes(app, value)).toContain('users:write');
  });

  it('lets nobody replace an unbounded value that they could not have made', async () => {
    const [token, application] = [await tokenBy(admin), await applicationBy(admin)];
    for (const [path, body] of [
      [`/admin/tokens/${token.id}/rotate`, {}],
      [`/admin/applications/${application.id}/secrets`, { graceSeconds: 0 }],
    ] as const) {
      const refused = await minder.post(path, body);
      expect([path, refused.status, refused.body.code]).toEqual([path, 403, 'scope_not_held']);
      expect((await admin.post(path, body)).status).toBeLessThan(300);
    }
    const own = await tokenBy(minder);
    expect((await minder.post(`/admin/tokens/${own.id}/rotate`, {})).status).toBe(200);
  });
});
