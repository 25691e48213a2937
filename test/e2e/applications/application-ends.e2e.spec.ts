import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, bearer, createPerson, signInAsAdmin } from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { fetchToken, registerApplication } from '../../support/registered-application.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
  });
  afterAll(() => app.stop());

  const person = (name: string) => createPerson(app, name, ['ROLE_MANAGE_PROXIES']);
  const secretOf = async (client: ApiClient, id: string) => {
    const { secrets } = (await client.get(`/applications/${id}`)).body as { secrets: { id: string }[] };
    return secrets[0]?.id ?? '';
  };

  describe('a client secret', () => {
    it('is ended by its own application alone: below another one, of whoever it is, it is not there', async () => {
      const [ann, ben] = [await person('ann'), await person('ben')];
      const [mine, mySecond, theirs] = [
        await registerApplication(ann.session),
        await registerApplication(ann.session),
        await registerApplication(ben.session),
      ];
      const secrets = [await secretOf(ann.session, mySecond.id), await secretOf(ben.session, theirs.id)];
      for (const secret of secrets) {
        const answer = await ann.session.delete(`/applications/${mine.id}/secrets/${secret}`);
        expect([answer.status, answer.body.code]).toEqual([404, 'client_secret_not_found']);
      }
      for (const each of [mySecond, theirs]) expect(await fetchToken(app, each)).toMatch(/^gth_app_/);
    });
  });

  describe('deleting an application', () => {
    it('revokes all its tokens, so that none is counted or listed as one that works', async () => {
      const cid = await person('cid');
      const application = await registerApplication(cid.session);
      const other = await registerApplication(cid.session);
      await fetchToken(app, application);
      expect((await cid.session.delete(`/applications/${application.id}`)).status).toBe(204);
      const { items } = (await admin.get(`/admin/tokens?owner=${cid.id}`)).body as {
        items: { id: string; applicationId: string; state: string }[];
      };
      const states = items.map(({ applicationId, state }) => [applicationId === application.id, state]);
      expect(states).toHaveLength(3);
      expect(states.filter(([isOfDeleted, state]) => isOfDeleted !== (state === 'revoked'))).toEqual([]);
      expect((await bearer(app, other.accessToken).get('/auth/me')).status).toBe(200);
    });
  });
});
