import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { auditLog } from '../../support/audit-log.js';
import { anonymous, type ApiClient, createPerson, createToken, signInAsAdmin } from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { fetchToken, type RegisteredApplication, registerApplication } from '../../support/registered-application.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

/** Found by the simulator: whoever reads the audit log alone must come to the state that the service is in. */
forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let count = 0;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
  });
  afterAll(() => app.stop());

  const inherited = async (settings: Record<string, unknown> = {}): Promise<RegisteredApplication> => {
    const person = await createPerson(app, `leaver-${++count}`, ['ROLE_MANAGE_PROXIES']);
    const application = await registerApplication(person.session, settings);
    await admin.delete(`/admin/users/${person.id}`);
    app.clock.advance({ milliseconds: 1 });
    return application;
  };
  const detailsOf = async (action: string, subjectId: string) =>
    (await auditLog(app))
      .filter((event) => event.action === action && event.subjectId === subjectId)
      .map(({ details }) => details);

  it('the audit log names the change that takes the mark off an inherited application', async () => {
    const { id } = await inherited();
    await admin.post(`/applications/${id}/secrets`, { graceSeconds: 0 });
    await admin.post(`/applications/${id}/token`);
    const [secret] = await detailsOf('application.secret_created', id);
    expect(secret).not.toHaveProperty('unmarked');
    expect(await detailsOf('application.token_issued', id)).toEqual([expect.objectContaining({ unmarked: true })]);
  });

  it('the audit log says of a fetched token that its application had lost its mark, by time alone', async () => {
    const application = await inherited({ tokenTtlSeconds: 60 });
    const secret = (await admin.post(`/applications/${application.id}/secrets`, { graceSeconds: 0 })).body;
    app.clock.advance({ seconds: 61 });
    await fetchToken(app, { ...application, clientSecret: secret.clientSecret as string });
    const issued = (await auditLog(app)).filter(({ action, details }) => {
      return action === 'token.issued' && details?.['clientId'] === application.clientId;
    });
    expect(issued.map(({ details }) => details?.['unmarked'])).toEqual([true]);
  });

  it('the audit log names the secret that takes the mark off an application of a service account', async () => {
    const person = await createPerson(app, `leaver-${++count}`, ['ROLE_ADMIN']);
    const account = { username: `robot-${count}`, kind: 'service', roles: ['ROLE_MANAGE_PROXIES'] };
    const robot = (await admin.post('/admin/users', account)).body.id as string;
    const settings = { name: 'key', tokenTtlSeconds: 60 };
    const { id } = (await person.session.post(`/admin/users/${robot}/applications`, settings)).body as { id: string };
    await admin.delete(`/admin/users/${person.id}`);
    app.clock.advance({ seconds: 61 });
    await admin.post(`/admin/applications/${id}/secrets`, { graceSeconds: 0 });
    expect(await detailsOf('application.secret_created', id)).toEqual([expect.objectContaining({ unmarked: true })]);
  });

  it('the audit log tells a leak that ended an old value from one that ended its token', async () => {
    const { session } = await createPerson(app, `ann-${++count}`, ['ROLE_MANAGE_PROXIES']);
    const { id, token } = await createToken(session);
    const fresh = (await session.post(`/tokens/${id}/rotate`, { graceSeconds: 60 })).body;
    for (const value of [token, fresh.token as string]) await anonymous(app).post('/leaks', { credentials: [value] });
    const [first, second] = await detailsOf('credential.revoked', id);
    expect([first, second].filter((details) => details?.['superseded'] === true)).toHaveLength(1);
    expect([first, second].filter((details) => details?.['superseded'] === undefined)).toHaveLength(1);
  });
});
