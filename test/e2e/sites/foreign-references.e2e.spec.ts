import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type ApiClient, signInAsAdmin } from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { openSite } from '../../support/second-site.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

// That ids in paths and lists never cross is in e2e/security/two-sites; this is about what a body refers to.
forEachDialect((dialect) => {
  let app: TestApp;
  let stranger: ApiClient;
  let theirAccount: string;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    const admin = await signInAsAdmin(app);
    stranger = (await openSite(app, 'stranger')).admin;
    theirAccount = (await admin.post('/accounts', { name: 'Theirs' })).body.id;
    await admin.post('/admin/roles', { name: 'ROLE_THEIRS', description: '', scopes: ['theirs:read'] });
  });
  afterAll(() => app.stop());

  const refusal = async (path: string, body: unknown) => {
    const { status, body: problem } = await stranger.post(path, body);
    expect(status).toBeGreaterThanOrEqual(400);
    return { status, code: problem.code, errors: problem.errors?.map(({ path: field }: { path: string }) => field) };
  };

  it('[46] a token is pinned to no account of the other site: it is answered like one that never was', async () => {
    const token = (accountId: string) => ({ name: 'x', expiresAt: null, accountId });
    expect(await refusal('/tokens', token(theirAccount))).toEqual(await refusal('/tokens', token(randomUUID())));
  });

  it('[46] a token takes no scope that only the other site has', async () => {
    const token = (scope: string) => ({ name: 'x', expiresAt: null, scopes: [scope] });
    expect(await refusal('/tokens', token('theirs:read'))).toEqual(await refusal('/tokens', token('nobodys:read')));
  });

  it('[46] a user is given no role of the other site', async () => {
    const user = (role: string) => ({ username: 'eve', email: 'eve@example.com', kind: 'person', roles: [role] });
    expect(await refusal('/admin/users', user('ROLE_THEIRS'))).toEqual(
      await refusal('/admin/users', user('ROLE_NEVER_WAS')),
    );
  });
});
