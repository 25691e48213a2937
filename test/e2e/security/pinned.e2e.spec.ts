import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { anonymous, type ApiClient, bearer, createToken, signInAsAdmin } from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { named, routeRecorder, routesOf } from '../../support/routes.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

/** contract §1: what a token that is pinned to an account may call beside account calls. `{id}` is its own. */
const OPEN = [
  'GET /auth/me',
  'GET /scopes',
  'GET /connections/names',
  'GET /tokens',
  'POST /tokens',
  'POST /tokens/current/rotate',
];
const ITSELF = ['GET /tokens/:id', 'DELETE /tokens/:id', 'POST /tokens/:id/rotate'];

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let accountId: string;

  beforeAll(async () => {
    app = await startTestApp(dialect, { modules: [routeRecorder()] });
    admin = await signInAsAdmin(app);
    accountId = (await admin.post('/accounts', { name: 'Pinned' })).body.id;
  });
  afterAll(() => app.stop());

  const pinnedToken = () => createToken(admin, { accountId });
  const calls = () =>
    routesOf(app)
      .filter(({ access, accountCall }) => access !== undefined && access.to !== 'public' && !accountCall)
      .filter(({ access }) => access?.to !== 'secret')
      .map((route) => named(route).replace(app.settings.apiPrefix, ''));

  it('[72] every call that is not about an account is refused to a pinned token, but for the list', async () => {
    const all = calls();
    expect(all.length).toBeGreaterThan(60);
    expect([...OPEN, ...ITSELF].filter((call) => !all.includes(call))).toEqual([]);
    const caller = bearer(app, (await pinnedToken()).token);
    const others = (await createToken(admin, { accountId })).id;
    const answers: string[] = [];
    for (const call of all.filter((each) => !OPEN.includes(each))) {
      const [method = '', path = ''] = call.split(' ');
      const answer = await caller.call(method, path.replaceAll(/:\w+/g, others), method === 'GET' ? undefined : {});
      if (answer.status !== 403 || answer.body.code !== 'account_pinned')
        answers.push(`${call}: ${answer.status} ${answer.body?.code}`);
    }
    expect(answers).toEqual([]);
  });

  it('[72] reads, rotates and ends itself, and mints tokens of the same pin, which it sees', async () => {
    const { id, token } = await pinnedToken();
    const caller = bearer(app, token);
    const minted = await caller.post('/tokens', { name: 'x', expiresAt: null });
    expect([minted.status, minted.body.accountId]).toEqual([201, accountId]);
    await createToken(admin);
    const listed = (await caller.get('/tokens?limit=200')).body.items as { id: string; accountId: string }[];
    expect(listed.map(({ id }) => id)).toEqual(expect.arrayContaining([id, minted.body.id]));
    expect(new Set(listed.map((each) => each.accountId))).toEqual(new Set([accountId]));
    expect((await caller.get(`/tokens/${id}`)).status).toBe(200);
    for (const call of ['/auth/me', '/scopes', '/connections/names', '/projects'])
      expect([call, (await caller.get(call)).status]).toEqual([call, 200]);
    const rotated = await caller.post(`/tokens/${id}/rotate`, {});
    expect(rotated.status).toBe(200);
    expect((await bearer(app, rotated.body.token).delete(`/tokens/${id}`)).status).toBe(204);
  });

  it('[72] introspects itself and nobody else', async () => {
    const { token } = await pinnedToken();
    const other = (await createToken(admin)).token;
    const ask = (subject: string) =>
      anonymous(app).form('/oauth/introspect', { token: subject }, { authorization: `Bearer ${token}` });
    expect((await ask(token)).body.active).toBe(true);
    expect(await ask(other)).toMatchObject({ status: 403, body: { error: 'account_pinned' } });
  });
});
