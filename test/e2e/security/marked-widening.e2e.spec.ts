import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type ApiAnswer,
  type ApiClient,
  bearer,
  createPerson,
  createToken,
  signInAsAdmin,
  type TestPerson,
} from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import {
  effectiveScopes,
  fetchToken,
  type RegisteredApplication,
  registerApplication,
} from '../../support/registered-application.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const READ = ['projects:read'];
const WIDER = ['projects:read', 'projects:write'];
const HERE = ['127.0.0.0/8', '::1/128'];
const STANDS = [403, 'ceiling_stands'];

const codeOf = ({ status, body }: ApiAnswer) => [status, body?.code];

/** contract §5: nothing that is given on purpose reaches the value that somebody who left may have a copy of. */
forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let count = 0;
  let leaver: TestPerson;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
  });
  afterAll(() => app.stop());

  const leave = async () => {
    expect((await admin.delete(`/admin/users/${leaver.id}`)).status).toBe(200);
    app.clock.advance({ milliseconds: 1 });
  };

  describe('[73] a token that somebody who left made for a service account', () => {
    let token: { id: string; token: string };
    let application: RegisteredApplication;
    /** Another token of the account, which nobody who left knows. */
    let sibling: ApiClient;

    beforeEach(async () => {
      leaver = await createPerson(app, `leaver-${++count}`, ['ROLE_ADMIN']);
      const account = { username: `robot-${count}`, kind: 'service', roles: ['ROLE_MANAGE_PROXIES'] };
      const robot = (await admin.post('/admin/users', account)).body.id as string;
      const settings = { name: 'x', expiresAt: null, scopes: READ, allowedNetworks: HERE };
      token = (await leaver.session.post(`/admin/users/${robot}/tokens`, settings)).body;
      application = (await leaver.session.post(`/admin/users/${robot}/applications`, { name: 'y', scopes: READ })).body;
      const other = (await admin.post(`/admin/users/${robot}/tokens`, { name: 'z', expiresAt: null })).body;
      sibling = bearer(app, other.token);
      await leave();
    });

    it('is not widened while it is marked: it has no ceiling that would hold', async () => {
      const path = `/tokens/${token.id}`;
      const tries = [
        await sibling.patch(path, { scopes: null }),
        await sibling.patch(path, { scopes: WIDER }),
        await sibling.patch(path, { allowedNetworks: null }),
        await sibling.post(`${path}/rotate`, { scopes: null, graceSeconds: 600 }),
        await sibling.post(`${path}/rotate`, { scopes: WIDER, graceSeconds: 0 }),
      ];
      expect(tries.map(codeOf)).toEqual(tries.map(() => STANDS));
      expect(await effectiveScopes(app, token.token)).toEqual(READ);
    });

    it.each(['scopes', 'networks', 'a rotation'] as const)(
      'ends in its grace when what replaced it is widened, by %s',
      async (way) => {
        const fresh = await admin.post(`/admin/tokens/${token.id}/rotate`, { graceSeconds: 600 });
        expect(fresh.body.transferred).toBeNull();
        const path = `/tokens/${token.id}`;
        expect((await sibling.patch(path, { name: 'renamed', scopes: READ })).status).toBe(200);
        expect(await effectiveScopes(app, token.token)).toEqual(READ);
        const ways = {
          scopes: () => sibling.patch(path, { scopes: WIDER }),
          networks: () => sibling.patch(path, { allowedNetworks: null }),
          'a rotation': () => sibling.post(`${path}/rotate`, { scopes: WIDER, graceSeconds: 600 }),
        };
        expect((await ways[way]()).status).toBe(200);
        expect(await effectiveScopes(app, token.token)).toBeNull();
        expect(await effectiveScopes(app, fresh.body.token)).toEqual(way === 'networks' ? READ : WIDER);
      },
    );

    it('is not widened by way of its application', async () => {
      const path = `/applications/${application.id}`;
      const tries = [
        await sibling.patch(path, { scopes: null }),
        await sibling.patch(path, { scopes: WIDER }),
        await sibling.patch(path, { tokenTtlSeconds: 31_536_000 }),
      ];
      expect(tries.map(codeOf)).toEqual(tries.map(() => STANDS));
      expect((await sibling.patch(path, { tokenTtlSeconds: 3600 })).status).toBe(200);
      expect(await effectiveScopes(app, application.accessToken)).toEqual(READ);
      await admin.post(`/admin/applications/${application.id}/secrets`, { graceSeconds: 0 });
      await sibling.post(`${path}/token`);
      expect((await sibling.patch(path, { scopes: WIDER })).status).toBe(200);
    });
  });

  describe('[73] a token of somebody who left', () => {
    beforeEach(async () => {
      leaver = await createPerson(app, `leaver-${++count}`, ['ROLE_MANAGE_PROXIES']);
    });

    it('is widened only by a rotation of its owner, signed in, that ends every older value', async () => {
      const { id, token } = await createToken(leaver.session, { scopes: READ });
      await leave();
      const path = `/tokens/${id}`;
      expect(codeOf(await admin.patch(path, { scopes: WIDER }))).toEqual(STANDS);
      expect(codeOf(await admin.post(`${path}/rotate`, { scopes: WIDER, graceSeconds: 600 }))).toEqual(STANDS);
      const mine = bearer(app, (await createToken(admin)).token);
      expect(codeOf(await mine.post(`${path}/rotate`, { scopes: WIDER, graceSeconds: 0 }))).toEqual(STANDS);
      const rotated = await admin.post(`${path}/rotate`, { scopes: WIDER, graceSeconds: 0 });
      expect(await effectiveScopes(app, rotated.body.token)).toEqual(WIDER);
      expect(await effectiveScopes(app, token)).toBeNull();
    });

    it('does not outlive its own end by a grace with a later one', async () => {
      const expiresAt = new Date(app.clock.now().getTime() + 10_000).toISOString();
      const { id, token } = await createToken(leaver.session, { expiresAt });
      await leave();
      const rotated = await admin.post(`/tokens/${id}/rotate`, { graceSeconds: 600, expiresAt: null });
      expect(rotated.status).toBe(200);
      const old = await bearer(app, token).get('/auth/me');
      expect(old.body.credential.expiresAt).toBe(expiresAt);
      app.clock.advance({ seconds: 10 });
      expect(await effectiveScopes(app, token)).toBeNull();
      expect(await effectiveScopes(app, rotated.body.token)).not.toBeNull();
    });
  });

  describe('[73] an application of somebody who left', () => {
    beforeEach(async () => {
      leaver = await createPerson(app, `leaver-${++count}`, ['ROLE_MANAGE_PROXIES']);
    });

    it('is widened once its values were replaced, or together with its ceiling', async () => {
      const endsAt = new Date(app.clock.now().getTime() + 3_600_000).toISOString();
      const application = await registerApplication(leaver.session, { scopes: READ });
      await leaver.session.patch(`/applications/${application.id}`, { endsAt });
      await leave();
      const path = `/applications/${application.id}`;
      const tries = [
        await admin.patch(path, { scopes: WIDER }),
        await admin.patch(path, { tokenTtlSeconds: 31_536_000 }),
        await admin.patch(path, { endsAt: null }),
      ];
      expect(tries.map(codeOf)).toEqual(tries.map(() => STANDS));
      expect(tries.map(({ body }) => body.detail).join()).toMatch(/secrets/);
      const lifted = await admin.patch(path, { liftCeiling: true, scopes: WIDER, endsAt: null });
      expect(lifted.body).toMatchObject({ ceiling: null, scopes: WIDER, endsAt: null, secrets: [], transferred: null });
      expect(await effectiveScopes(app, application.accessToken)).toBeNull();
    });

    it('that was renewed ends, when it is widened, what was fetched with an old secret meanwhile', async () => {
      const application = await registerApplication(leaver.session, { scopes: READ });
      await leave();
      const copied = await fetchToken(app, application);
      const path = `/applications/${application.id}`;
      const secret = (await admin.post(`${path}/secrets`, { graceSeconds: 0 })).body.clientSecret as string;
      await admin.post(`${path}/token`);
      expect((await admin.get(path)).body.transferred).toBeNull();
      const own = await fetchToken(app, { ...application, clientSecret: secret });
      expect((await admin.patch(path, { scopes: WIDER })).status).toBe(200);
      expect(await effectiveScopes(app, copied)).toBeNull();
      expect(await effectiveScopes(app, own)).not.toBeNull();
    });
  });
});
