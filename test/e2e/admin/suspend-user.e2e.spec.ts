import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  type ApiClient,
  anonymous,
  ApiClient as Client,
  bearer,
  createPerson,
  createToken,
  signIn,
  signInAsAdmin,
} from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const PASSWORD = 'Correct-Horse-Battery-9';

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
  });
  afterAll(() => app.stop());

  const withSecret = (secret: string) => new Client(app, { authorization: `Secret ${secret}` });

  it('[38] [51] stops sessions, tokens, secrets and sign-ins at once; resuming brings all but the sessions back', async () => {
    const { id, session } = await createPerson(app, 'ben', ['ROLE_API_SECURITY']);
    const { token } = await createToken(session);
    const revealed = await session.post('/users/me/secret/reveal', { password: PASSWORD });
    const secret = withSecret(revealed.body.secret);
    expect((await secret.post('/auth/token')).status).toBe(200);

    const suspended = await admin.post(`/admin/users/${id}/suspend`);
    expect(suspended.status).toBe(200);
    expect(suspended.body.status).toBe('suspended');
    for (const [client, call] of [
      [session, '/auth/me'],
      [bearer(app, token), '/auth/me'],
      [secret, '/auth/secret'],
    ] as const) {
      expect((await client.get(call)).status).toBe(401);
    }
    expect((await secret.post('/auth/token')).status).toBe(401);
    expect((await anonymous(app).post('/auth/login', { username: 'ben', password: PASSWORD })).status).toBe(401);

    const resumed = await admin.post(`/admin/users/${id}/resume`);
    expect([resumed.status, resumed.body.status]).toEqual([200, 'active']);
    expect((await bearer(app, token).get('/auth/me')).status).toBe(200);
    expect((await secret.get('/auth/secret')).status).toBe(200);
    expect((await session.get('/auth/me')).status).toBe(401);
    await signIn(app, 'ben', PASSWORD);
  });

  it('is audited once, with how many sessions it ended', async () => {
    const { id } = await createPerson(app, 'cid', []);
    await signIn(app, 'cid', PASSWORD);
    for (let i = 0; i < 2; i++) expect((await admin.post(`/admin/users/${id}/suspend`)).status).toBe(200);
    for (let i = 0; i < 2; i++) expect((await admin.post(`/admin/users/${id}/resume`)).status).toBe(200);
    const actionsOf = async (action: string) =>
      (await admin.get(`/admin/audit?subject=${id}&action=${action}`)).body.items;
    const suspensions = await actionsOf('user.suspended');
    expect(suspensions).toHaveLength(1);
    expect(suspensions[0]).toMatchObject({
      outcome: 'success',
      actor: { name: 'admin' },
      details: { sessionsEnded: 2 },
    });
    expect(await actionsOf('user.resumed')).toHaveLength(1);
  });

  it('shows in the list', async () => {
    const { id } = await createPerson(app, 'dan', []);
    await admin.post(`/admin/users/${id}/suspend`);
    const { body } = await admin.get('/admin/users?status=suspended&search=dan');
    expect(body.items.map((user: { id: string }) => user.id)).toEqual([id]);
  });
});
