import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DenialLog } from '../../../src/platform/audit/denial-log.js';
import { type ApiClient, bearer, createPerson, createToken, signInAsAdmin } from '../../support/api-client.js';
import { auditLog } from '../../support/audit-log.js';
import { forEachDialect } from '../../support/dialects.js';
import { keyedPost, newKey } from '../../support/keyed-client.js';
import { registerApplication } from '../../support/registered-application.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const REFUSED = { status: 401, body: { code: 'invalid_token' } };

forEachDialect((dialect) => {
  let app: TestApp;
  let session: ApiClient;
  beforeAll(async () => {
    app = await startTestApp(dialect);
    session = (await createPerson(app, 'ann', ['ROLE_MANAGE_PROXIES'])).session;
  });
  afterAll(() => app.stop());

  /** A token that has rotated itself. */
  async function rotated(body: object = {}, pathOf = (_: string) => '/tokens/current/rotate') {
    const { id, token } = await createToken(session);
    const old = bearer(app, token);
    const [key, path] = [newKey(), pathOf(id)];
    const first = await keyedPost(old, path, body, key);
    expect(first.status).toBe(200);
    return { id, old, token, key, path, first, again: () => keyedPost(old, path, body, key) };
  }

  describe('a value that was ended by its own rotation', () => {
    it.each([
      ['current', (_: string) => '/tokens/current/rotate'],
      ['{id}', (id: string) => `/tokens/${id}/rotate`],
    ])('[83] gets the new value again from tokens/%s/rotate', async (_, pathOf) => {
      const { first, again } = await rotated({}, pathOf);
      for (let i = 0; i < 2; i++) expect(await again()).toMatchObject({ status: 200, body: first.body });
      expect((await bearer(app, first.body.token).get('/auth/me')).status).toBe(200);
    });

    it('[83] gets it within its grace and after it', async () => {
      const { first, again } = await rotated({ graceSeconds: 60 });
      expect((await again()).body).toEqual(first.body);
      app.clock.advance({ seconds: 61 });
      expect((await again()).body).toEqual(first.body);
    });

    it('[83] gets it when the rotation narrowed the token too, and once it was narrowed later', async () => {
      const { id, first, again } = await rotated({ scopes: ['proxies:read'] });
      expect((await again()).body).toEqual(first.body);
      await session.patch(`/tokens/${id}`, { allowedNetworks: ['127.0.0.0/8', '::1/128'] });
      expect((await again()).body).toEqual(first.body);
    });

    it('[83] is refused for everything else: another key, body or path, any other call', async () => {
      const { id, old, key, path } = await rotated();
      expect(await keyedPost(old, path, {}, newKey())).toMatchObject(REFUSED);
      expect(await keyedPost(old, path, { graceSeconds: 60 }, key)).toMatchObject(REFUSED);
      expect(await keyedPost(old, `${path}?x=1`, {}, key)).toMatchObject(REFUSED);
      expect(await keyedPost(old, `/tokens/${id}/rotate`, {}, key)).toMatchObject(REFUSED);
      expect(await keyedPost(old, '/tokens', { name: 'x', expiresAt: null }, key)).toMatchObject(REFUSED);
      expect(await old.post(path, {})).toMatchObject(REFUSED);
      expect(await old.get('/auth/me', { 'idempotency-key': key })).toMatchObject(REFUSED);
      expect((await old.get('/verify', { 'idempotency-key': key })).status).toBe(401);
    });

    it('[83] is refused after the hour', async () => {
      const { first, again } = await rotated();
      app.clock.advance({ minutes: 59, seconds: 59 });
      expect((await again()).body).toEqual(first.body);
      app.clock.advance({ seconds: 1 });
      expect(await again()).toMatchObject(REFUSED);
    });

    it('[83] is refused once the token is revoked, its owner suspended, or it is called from elsewhere', async () => {
      const [revoked, limited] = [await rotated(), await rotated()];
      await session.delete(`/tokens/${revoked.id}`);
      expect(await revoked.again()).toMatchObject(REFUSED);
      await session.patch(`/tokens/${limited.id}`, { allowedNetworks: ['10.0.0.0/8'] });
      expect(await limited.again()).toMatchObject({ status: 403, body: { code: 'network_not_allowed' } });

      const bob = await createPerson(app, 'bob', []);
      const { token } = await createToken(bob.session);
      const key = newKey();
      const first = await keyedPost(bearer(app, token), '/tokens/current/rotate', {}, key);
      const admin = await signInAsAdmin(app);
      await admin.post(`/admin/users/${bob.id}/suspend`);
      expect(await keyedPost(bearer(app, token), '/tokens/current/rotate', {}, key)).toMatchObject(REFUSED);
      await admin.post(`/admin/users/${bob.id}/resume`);
      expect((await keyedPost(bearer(app, token), '/tokens/current/rotate', {}, key)).body).toEqual(first.body);
    });

    it('is audited as reuse whenever it is refused, and not when it is answered', async () => {
      const reuses = async () => {
        await app.app.get(DenialLog, { strict: false }).flush();
        return (await auditLog(app)).filter(({ reason }) => reason === 'reused_after_rotation').length;
      };
      const { old, again } = await rotated();
      const before = await reuses();
      await again();
      expect(await reuses()).toBe(before);
      await old.get('/auth/me');
      expect(await reuses()).toBe(before + 1);
    });

    it('[83] does not open what it made before: only its own rotation ends it with an answer', async () => {
      const { id, token } = await createToken(session);
      const key = newKey();
      const made = await keyedPost(bearer(app, token), '/tokens', { name: 'x', expiresAt: null }, key);
      expect(made.status).toBe(201);
      await session.post(`/tokens/${id}/rotate`, {});
      const again = await keyedPost(bearer(app, token), '/tokens', { name: 'x', expiresAt: null }, key);
      expect(again).toMatchObject(REFUSED);
    });

    it('[83] does not open another rotation that it asked for before', async () => {
      const [{ id, token }, other] = [await createToken(session), await createToken(session)];
      const key = newKey();
      const path = `/tokens/${other.id}/rotate`;
      expect((await keyedPost(bearer(app, token), path, {}, key)).status).toBe(200);
      await session.post(`/tokens/${id}/rotate`, {});
      expect(await keyedPost(bearer(app, token), path, {}, key)).toMatchObject(REFUSED);
    });
  });

  describe('the access token of an application, which has had another one made in its place,', () => {
    it('[83] gets that again, and is refused for everything else', async () => {
      const application = await registerApplication(session);
      const [old, path, key] = [
        bearer(app, application.accessToken),
        `/applications/${application.id}/token`,
        newKey(),
      ];
      const first = await keyedPost(old, path, undefined, key);
      expect(first.status).toBe(201);
      expect((await keyedPost(old, path, undefined, key)).body).toEqual(first.body);
      expect(await keyedPost(old, path, undefined, newKey())).toMatchObject(REFUSED);
      expect(await old.get('/auth/me')).toMatchObject(REFUSED);
      await session.delete(`/applications/${application.id}`);
      expect(await keyedPost(old, path, undefined, key)).toMatchObject(REFUSED);
    });

    it('[83] is refused when its owner had it replaced', async () => {
      const application = await registerApplication(session);
      const [old, key] = [bearer(app, application.accessToken), newKey()];
      const wanted = { graceSeconds: 60 };
      expect((await keyedPost(old, `/applications/${application.id}/secrets`, wanted, key)).status).toBe(201);
      await session.post(`/applications/${application.id}/token`);
      expect(await keyedPost(old, `/applications/${application.id}/secrets`, wanted, key)).toMatchObject(REFUSED);
    });
  });
});
