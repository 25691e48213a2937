import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anonymous, type ApiAnswer, type ApiClient, createPerson, signIn, signInAsAdmin } from '../../../support/api-client.js';
import { forEachDialect } from '../../../support/dialects.js';
import { startTestApp, type TestApp } from '../../../support/test-app.js';

const PASSWORD = 'a password of the tests 1';

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;

  const login = (username: string, password: string, headers: Record<string, string> = {}): Promise<ApiAnswer> =>
    anonymous(app).post('/auth/login', { username, password }, headers);

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
  });
  afterAll(() => app.stop());

  describe('signing in', () => {
    it('answers who has signed in', async () => {
      const answer = await login('admin', PASSWORD);
      expect(answer.status).toBe(200);
      const me = await admin.get('/auth/me');
      expect(answer.body).toMatchObject({ user: me.body.user, site: me.body.site, credential: { kind: 'session' } });
    });
  });
});
