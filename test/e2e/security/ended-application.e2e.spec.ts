import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, bearer, createToken, signInAsAdmin } from '../../support/api-client.js';
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

  const inSeconds = (seconds: number) => new Date(app.clock.now().getTime() + seconds * 1000).toISOString();
  const expiring = async (expiresAt: string) => bearer(app, (await createToken(admin, { expiresAt })).token);

  describe('an application that has come to its end', () => {
    const ENDED = [409, 'application_ended'];

    it('gets no further secret, as it gets no token', async () => {
      const { body } = await (await expiring(inSeconds(1))).post('/applications', { name: 'x' });
      app.clock.advance({ seconds: 1 });
      for (const path of ['token', 'secrets']) {
        const { status, body: problem } = await admin.post(`/applications/${body.id}/${path}`, {});
        expect([path, status, problem.code]).toEqual([path, ...ENDED]);
      }
      const replaced = await admin.post(`/applications/${body.id}/secrets`, { graceSeconds: 0 });
      expect([replaced.status, replaced.body.code]).toEqual(ENDED);
    });

    it('is refused the same of a service account', async () => {
      const robot = (await admin.post('/admin/users', { username: 'robot', kind: 'service' })).body.id as string;
      const maker = await expiring(inSeconds(1));
      const { body } = await maker.post(`/admin/users/${robot}/applications`, { name: 'x' });
      app.clock.advance({ seconds: 1 });
      const answer = await admin.post(`/admin/applications/${body.id}/secrets`, {});
      expect([answer.status, answer.body.code]).toEqual(ENDED);
    });
  });
});
