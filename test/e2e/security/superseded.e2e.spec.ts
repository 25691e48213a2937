import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  anonymous,
  type ApiAnswer,
  type ApiClient,
  bearer,
  createPerson,
  createToken,
  PERSON_PASSWORD,
  signInAsAdmin,
} from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const SUPERSEDED = [403, 'superseded_credential'];

const codeOf = ({ status, body }: ApiAnswer) => [status, body?.code];

/** contract §1: a value that was rotated away and is in its grace calls, and makes nothing. */
forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let adminId: string;
  let count = 0;
  let id: string;
  /** The value that was rotated away, and the one that replaced it. */
  let old: string;
  let current: string;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
    adminId = (await admin.get('/auth/me')).body.user.id;
  });
  afterAll(() => app.stop());

  beforeEach(async () => {
    ({ id, token: old } = await createToken(admin));
    app.clock.advance({ milliseconds: 1 });
    current = (await admin.post(`/tokens/${id}/rotate`, { graceSeconds: 600 })).body.token;
    app.clock.advance({ milliseconds: 1 });
  });

  const person = (roles: string[] = []) => createPerson(app, `person-${++count}`, roles);
  const works = async (token: string) => (await bearer(app, token).get('/auth/me')).status === 200;

  describe('[71] a superseded value of an administrator', () => {
    it('gives nobody a way in, a role, a wider role or the site', async () => {
      const [{ id: ann }, client] = [await person(), bearer(app, old)];
      const role = `ROLE_R${++count}`;
      await admin.post('/admin/roles', { name: role, description: 'x', scopes: ['projects:read'] });
      await admin.post(`/admin/users/${ann}/suspend`);
      const username = `new-${++count}`;
      const email = `${username}@example.com`;
      const tries = [
        await client.post(`/admin/users/${ann}/invitation`),
        await client.post(`/admin/users/${ann}/resume`),
        await client.post('/admin/users', { username, email, kind: 'person' }),
        await client.post('/admin/users', { username, email, kind: 'person', password: PERSON_PASSWORD }),
        await client.post('/admin/users', { username, kind: 'service' }),
        await client.patch(`/admin/users/${ann}`, { roles: ['ROLE_API_SECURITY'] }),
        await client.put(`/admin/roles/${role}`, { description: 'x', scopes: ['projects:read', 'users:read'] }),
        await client.put('/admin/site/owner', { userId: null }),
      ];
      expect(tries.map(codeOf)).toEqual(tries.map(() => SUPERSEDED));
      expect((await bearer(app, current).post(`/admin/users/${ann}/resume`)).status).toBe(200);
      expect((await bearer(app, current).post(`/admin/users/${ann}/invitation`)).status).toBe(201);
    });

    it('changes no credentials of others, nor what bounds them', async () => {
      const ann = await person();
      const client = bearer(app, old);
      const others = await createToken(ann.session);
      const tries = [
        await client.post('/admin/tokens/reassign', { toUserId: adminId, tokenIds: [others.id] }),
        await client.post('/admin/tokens/reassign', { toUserId: adminId, fromUserId: ann.id }),
        await client.delete(`/admin/tokens/${others.id}`),
        await client.patch('/admin/site', { policy: { maxLifetimeSeconds: null } }),
        await client.delete(`/admin/users/${ann.id}`),
      ];
      expect(tries.map(codeOf)).toEqual(tries.map(() => SUPERSEDED));
      expect(await works(others.token)).toBe(true);
      expect((await client.get('/admin/users')).status).toBe(200);
      expect((await bearer(app, current).delete(`/admin/tokens/${others.id}`)).status).toBe(204);
    });

    it('does not end the value that replaced it, whichever way it asks', async () => {
      const client = bearer(app, old);
      expect(codeOf(await client.delete(`/tokens/${id}`))).toEqual(SUPERSEDED);
      expect(codeOf(await client.delete(`/admin/tokens/${id}`))).toEqual(SUPERSEDED);
      for (const token of [old, current]) {
        const asked = await anonymous(app).form('/oauth/revoke', { token }, { authorization: `Bearer ${old}` });
        expect([asked.status, asked.body.error]).toEqual([400, 'unauthorized_client']);
      }
      expect([await works(old), await works(current)]).toEqual([true, true]);
      const itself = await anonymous(app).form(
        '/oauth/revoke',
        { token: current },
        { authorization: `Bearer ${current}` },
      );
      expect([itself.status, await works(old), await works(current)]).toEqual([200, false, false]);
    });
  });
});
