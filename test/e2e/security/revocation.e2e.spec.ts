import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { anonymous, type ApiClient, basic, bearer, createPerson, signInAsAdmin } from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { fetchToken, registerApplication } from '../../support/registered-application.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const REFUSED = [400, 'unauthorized_client'];

/** contract §5: what a marked credential may end is itself. */
forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
  });
  afterAll(() => app.stop());

  const works = async (token: string) => (await bearer(app, token).get('/auth/me')).status === 200;
  const revoke = async (token: string, headers: Record<string, string>) => {
    const { status, body } = await anonymous(app).form('/oauth/revoke', { token }, headers);
    return [status, body?.error];
  };

  it('[73] POST /oauth/revoke by an inherited client secret or token ends no other token of the application', async () => {
    const ann = await createPerson(app, 'ann', ['ROLE_MANAGE_PROXIES']);
    const application = await registerApplication(ann.session);
    const fetched = await fetchToken(app, application);
    await admin.delete(`/admin/users/${ann.id}`);
    app.clock.advance({ milliseconds: 1 });
    const client = basic(application.clientId, application.clientSecret);
    const fresh = (await admin.post(`/applications/${application.id}/token`)).body.accessToken as string;
    for (const token of [fresh, fetched])
      expect([await revoke(token, client), await works(token)]).toEqual([REFUSED, true]);
    const bearing = { authorization: `Bearer ${fetched}` };
    await revoke(fresh, bearing);
    expect(await works(fresh)).toBe(true);
    expect(await revoke('gth_app_unknown', client)).toEqual([200, undefined]);
    expect([await revoke(fetched, bearing), await works(fetched)]).toEqual([[200, undefined], false]);

    const replaced = (await admin.post(`/applications/${application.id}/secrets`, { graceSeconds: 0 })).body
      .clientSecret;
    expect(await revoke(fresh, basic(application.clientId, replaced))).toEqual([200, undefined]);
    expect(await works(fresh)).toBe(false);
  });
});
