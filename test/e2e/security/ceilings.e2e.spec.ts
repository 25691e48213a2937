import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '../../../src/platform/database/database.js';
import { type ApiClient, anonymous, basic, bearer, createToken, signInAsAdmin } from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

/** A transfer sets ceilings (contract §5). None is made here: the rows say so, and every use has to heed them. */
forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;

  const write = async (sql: string, parameters: string[]): Promise<void> => {
    await app.app.get(Database, { strict: false }).writer.query(sql, parameters);
  };
  const scopesOf = async (token: string) => (await bearer(app, token).get('/auth/me')).body.scopes;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
  });
  afterAll(() => app.stop());

  describe('the ceiling of a token', () => {
    let id: string;
    let token: string;

    beforeAll(async () => {
      ({ id, token } = await createToken(admin));
      await write('UPDATE tokens SET ceiling = ? WHERE id = ?', ['users:read projects:read', id]);
    });

    it('bounds all that its owner could do', async () => {
      expect(await scopesOf(token)).toEqual(['projects:read', 'users:read']);
      expect((await bearer(app, token).get('/accounts')).status).toBe(403);
    });

    it('is not lifted by a change of its scopes, nor by its rotation', async () => {
      expect((await admin.patch(`/tokens/${id}`, { scopes: ['users:read', 'users:write'] })).status).toBe(200);
      expect(await scopesOf(token)).toEqual(['users:read']);
      expect((await admin.patch(`/tokens/${id}`, { scopes: null })).status).toBe(200);
      const rotated = await admin.post(`/tokens/${id}/rotate`, {});
      expect(await scopesOf(rotated.body.token)).toEqual(['projects:read', 'users:read']);
    });
  });

  it('the ceiling of an application bounds the tokens it has, and those it still gets', async () => {
    const { body } = await admin.post('/applications', { name: 'Inherited', tokenFormat: 'jwt' });
    await write('UPDATE applications SET ceiling = ? WHERE id = ?', ['projects:read', body.id]);
    expect(await scopesOf(body.accessToken)).toEqual(['projects:read']);
    const grant = { grant_type: 'client_credentials' };
    const client = basic(body.clientId, body.clientSecret);
    const issued = await anonymous(app).form('/oauth/token', grant, client);
    expect([issued.body.scope, await scopesOf(issued.body.access_token)]).toEqual(['projects:read', ['projects:read']]);
    const wider = await anonymous(app).form('/oauth/token', { ...grant, scope: 'users:read' }, client);
    expect([wider.status, wider.body.error]).toEqual([400, 'invalid_scope']);
  });

  it('a token of an application that is gone is refused, even if its own row was forgotten', async () => {
    const { body } = await admin.post('/applications', { name: 'Gone' });
    await write('UPDATE applications SET deleted_at = created_at WHERE id = ?', [body.id]);
    expect((await bearer(app, body.accessToken).get('/auth/me')).status).toBe(401);
  });
});
