import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anonymous, type ApiClient, basic, bearer, createToken, signInAsAdmin } from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { registerApplication } from '../../support/registered-application.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

/** contract §1: what an expiring credential makes ends with it, whatever becomes of its application. */
forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
  });
  afterAll(() => app.stop());

  const inSeconds = (seconds: number) => new Date(app.clock.now().getTime() + seconds * 1000).toISOString();
  const expiring = async (expiresAt: string) => bearer(app, (await createToken(admin, { expiresAt })).token);
  const fetches = async (clientId: string, secret: string) => {
    const grant = { grant_type: 'client_credentials' };
    return (await anonymous(app).form('/oauth/token', grant, basic(clientId, secret))).status;
  };

  describe('[71] when the owner lifts the end of an application', () => {
    it('the secrets and the token that an expiring credential made still end with it', async () => {
      const end = inSeconds(600);
      const maker = await expiring(end);
      const { body } = await maker.post('/applications', { name: 'x' });
      const added = (await maker.post(`/applications/${body.id}/secrets`, {})).body;
      expect([body.endsAt, body.clientSecretExpiresAt, added.clientSecretExpiresAt]).toEqual([end, end, end]);
      const lifted = await admin.patch(`/applications/${body.id}`, { endsAt: null });
      expect(lifted.body).toMatchObject({ endsAt: null, secrets: [{ expiresAt: end }, { expiresAt: end }] });
      expect(await fetches(body.clientId, body.clientSecret)).toBe(200);
      app.clock.advance({ seconds: 600 });
      for (const secret of [body.clientSecret, added.clientSecret])
        expect(await fetches(body.clientId, secret)).toBe(401);
      expect((await bearer(app, body.accessToken).get('/auth/me')).status).toBe(401);
      const fresh = (await admin.post(`/applications/${body.id}/secrets`, {})).body;
      expect([fresh.clientSecretExpiresAt, await fetches(body.clientId, fresh.clientSecret)]).toEqual([null, 200]);
    });

    it('a secret that an unending credential made goes on', async () => {
      const end = inSeconds(60);
      const application = await registerApplication(admin, { issueToken: false });
      await admin.patch(`/applications/${application.id}`, { endsAt: end });
      const added = (await admin.post(`/applications/${application.id}/secrets`, {})).body;
      expect(added.clientSecretExpiresAt).toBe(end);
      await admin.patch(`/applications/${application.id}`, { endsAt: null });
      app.clock.advance({ seconds: 60 });
      expect(await fetches(application.clientId, added.clientSecret)).toBe(200);
    });
  });
});
