import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  anonymous,
  type ApiClient,
  ApiClient as Client,
  bearer,
  createPerson,
  createToken,
  PERSON_PASSWORD,
  signIn,
  signInAsAdmin,
} from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { effectiveScopes, fetchToken, registerApplication } from '../../support/registered-application.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const PROXIES = ['projects:read', 'projects:write', 'proxies:read', 'proxies:write'];
const DAY_MS = 24 * 3600 * 1000;

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let adminId: string;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
    adminId = (await admin.get('/auth/me')).body.user.id;
  });
  afterAll(() => app.stop());

  const eventsAbout = async (subject: string) =>
    (await admin.get(`/admin/audit?limit=200&subject=${subject}`)).body.items as {
      readonly action: string;
      readonly details: Record<string, string[]>;
    }[];

  describe('removing a user from a site with an owner', () => {
    it('[50] passes every token and application to the owner, values unchanged, and none can do more than before', async () => {
      const ben = await createPerson(app, 'ben', ['ROLE_MANAGE_PROXIES']);
      const whole = await createToken(ben.session);
      const narrow = await createToken(ben.session, { scopes: ['proxies:read'] });
      const bound = await registerApplication(ben.session, { scopes: ['projects:read', 'projects:write'] });
      const fetched = await fetchToken(app, bound, 'projects:read');
      const jwt = await registerApplication(ben.session, { tokenFormat: 'jwt' });
      const hour = (
        await anonymous(app).form('/api/v1/auth/token', {
          grant_type: 'client_credentials',
          client_id: 'ben',
          client_secret: PERSON_PASSWORD,
        })
      ).body.access_token;

      const removed = await admin.delete(`/admin/users/${ben.id}`);
      expect(removed.status).toBe(200);
      expect(removed.body).toMatchObject({
        receiver: { id: adminId, username: 'admin' },
        tokens: { transferred: 5, decommissioned: 0 },
        applications: { transferred: 2, decommissioned: 0 },
        sessionsEnded: 1,
      });
      expect(removed.body.items).toHaveLength(7);

      // The owner is an administrator: without a ceiling each of these would hold everything now.
      expect(await effectiveScopes(app, whole.token)).toEqual(PROXIES);
      expect(await effectiveScopes(app, narrow.token)).toEqual(['proxies:read']);
      expect(await effectiveScopes(app, bound.accessToken)).toEqual(['projects:read', 'projects:write']);
      expect(await effectiveScopes(app, fetched)).toEqual(['projects:read']);
      expect(await effectiveScopes(app, jwt.accessToken)).toEqual(PROXIES);
      // A sign-in passes to nobody.
      expect((await bearer(app, hour).get('/auth/me')).status).toBe(401);
      // What a transferred application mints from now on is bound too.
      expect(await effectiveScopes(app, await fetchToken(app, bound))).toEqual(['projects:read', 'projects:write']);
      expect(await effectiveScopes(app, await fetchToken(app, jwt))).toEqual(PROXIES);

      const inherited = (await admin.get(`/tokens/${whole.id}`)).body;
      expect(inherited).toMatchObject({
        ownerId: adminId,
        createdBy: ben.id,
        transferred: { from: ben.id, at: app.clock.now().toISOString() },
      });
      expect((await admin.get(`/applications/${bound.id}`)).body).toMatchObject({
        ownerId: adminId,
        transferred: { from: ben.id },
      });
    });

    it('[38] [51] leaves nothing of the person: sessions, secret, sign-in and names are gone at once', async () => {
      const cid = await createPerson(app, 'cid', ['ROLE_API_SECURITY']);
      const { secret } = (await cid.session.post('/users/me/secret/reveal', { password: PERSON_PASSWORD })).body;
      const withSecret = new Client(app, { authorization: `Secret ${secret}` });
      expect((await withSecret.post('/auth/token')).status).toBe(200);
      const { url } = (await admin.post(`/admin/users/${cid.id}/invitation`)).body as { url: string };

      expect((await admin.delete(`/admin/users/${cid.id}`)).status).toBe(200);

      expect((await cid.session.get('/auth/me')).status).toBe(401);
      expect((await withSecret.get('/auth/secret')).status).toBe(401);
      expect((await withSecret.post('/auth/token')).status).toBe(401);
      const login = { username: 'cid', password: PERSON_PASSWORD };
      expect((await anonymous(app).post('/auth/login', login)).status).toBe(401);
      const accepted = { invitation: url.split('#')[1], password: 'Another-Staple-Entirely-7' };
      expect((await anonymous(app).post('/auth/accept-invitation', accepted)).status).toBe(400);
      for (const call of [`/admin/users/${cid.id}`, `/admin/users/${cid.id}/removal`])
        expect((await admin.get(call)).body.code).toBe('user_not_found');
      expect((await admin.get('/admin/users?search=cid')).body.items).toEqual([]);
      expect((await admin.get('/admin/users?search=removed')).body.items).toEqual([]);
      expect((await admin.delete(`/admin/users/${cid.id}`)).body.code).toBe('user_not_found');
      // both names are free
      const again = await createPerson(app, 'cid', []);
      expect(again.id).not.toBe(cid.id);
      expect(await effectiveScopes(app, (await createToken(again.session)).token)).toEqual([]);
    });

    it('a suspended user’s tokens come over able to do nothing', async () => {
      const dan = await createPerson(app, 'dan', ['ROLE_MANAGE_PROXIES']);
      const { token } = await createToken(dan.session);
      const application = await registerApplication(dan.session);
      await admin.post(`/admin/users/${dan.id}/suspend`);
      const removed = await admin.delete(`/admin/users/${dan.id}`);
      expect(removed.body.tokens).toEqual({ transferred: 2, decommissioned: 0 });
      expect(await effectiveScopes(app, token)).toEqual([]);
      expect(await effectiveScopes(app, await fetchToken(app, application))).toEqual([]);
    });

    it('what is over stays over, and is not counted', async () => {
      const eve = await createPerson(app, 'eve', []);
      const revoked = await createToken(eve.session);
      await eve.session.delete(`/tokens/${revoked.id}`);
      const expired = await createToken(eve.session, {
        expiresAt: new Date(app.clock.now().getTime() + 1000).toISOString(),
      });
      app.clock.advance(1000);
      const removed = await admin.delete(`/admin/users/${eve.id}`);
      expect(removed.body).toMatchObject({ tokens: { transferred: 0, decommissioned: 0 }, items: [] });
      for (const { token } of [revoked, expired]) expect(await effectiveScopes(app, token)).toBeNull();
      expect((await admin.get(`/tokens/${revoked.id}`)).body).toMatchObject({ state: 'revoked', transferred: null });
    });

    it('a second transfer narrows further and never back', async () => {
      const first = await createPerson(app, 'first', ['ROLE_MANAGE_PROXIES']);
      const second = await createPerson(app, 'second', ['ROLE_DEPLOY_UNDEPLOY_PROXIES']);
      const { token } = await createToken(first.session);
      const application = await registerApplication(first.session);
      await admin.delete(`/admin/users/${first.id}?reassignTo=${second.id}`);
      const common = ['projects:read', 'proxies:read'];
      expect(await effectiveScopes(app, token)).toEqual(common);
      await admin.delete(`/admin/users/${second.id}`);
      expect(await effectiveScopes(app, token)).toEqual(common);
      expect(await effectiveScopes(app, await fetchToken(app, application))).toEqual(common);
    });

    it('gives to the user who is named, or ends it all when asked to', async () => {
      const [fay, gus, hal] = [
        await createPerson(app, 'fay', ['ROLE_MANAGE_PROXIES']),
        await createPerson(app, 'gus', ['ROLE_MANAGE_PROXIES']),
        await createPerson(app, 'hal', []),
      ];
      const kept = await createToken(fay.session);
      const ended = await createToken(gus.session);
      const application = await registerApplication(gus.session);
      const to = await admin.delete(`/admin/users/${fay.id}?reassignTo=${gus.id}`);
      expect(to.body).toMatchObject({ receiver: { id: gus.id, username: 'gus' }, tokens: { transferred: 1 } });
      expect((await gus.session.get(`/tokens/${kept.id}`)).body.ownerId).toBe(gus.id);

      const off = await admin.delete(`/admin/users/${gus.id}?decommission=true`);
      expect(off.body).toMatchObject({
        receiver: null,
        tokens: { transferred: 0, decommissioned: 3 },
        applications: { transferred: 0, decommissioned: 1 },
      });
      for (const { token } of [kept, ended]) expect(await effectiveScopes(app, token)).toBeNull();
      await expect(fetchToken(app, application)).rejects.toThrow('invalid_client');

      for (const query of [
        `reassignTo=${hal.id}`, // the user
        `reassignTo=${gus.id}`, // removed
        'reassignTo=0199c0de-0000-7000-8000-0000000000ff',
        `reassignTo=${adminId}&decommission=true`,
        'decommission=maybe',
        'reasignTo=x',
      ]) {
        const refused = await admin.delete(`/admin/users/${hal.id}?${query}`);
        expect([query, refused.status, refused.body.code]).toEqual([query, 400, 'validation_failed']);
      }
      expect((await admin.get(`/admin/users/${hal.id}`)).status).toBe(200);
    });

    it('is refused for oneself, the owner of the site, the last administrator and who holds more', async () => {
      const other = await createPerson(app, 'other', ['ROLE_ADMIN']);
      expect(await other.session.delete(`/admin/users/${other.id}`)).toMatchObject({
        status: 409,
        body: { code: 'own_account' },
      });
      const owner = await other.session.delete(`/admin/users/${adminId}`);
      expect(owner).toMatchObject({ status: 409, body: { code: 'site_owner' } });
      expect(owner.body.detail).toContain('/admin/site/owner');
      await admin.post('/admin/roles', { name: 'ROLE_HELPDESK', description: 'x', scopes: ['users:write'] });
      const desk = await createPerson(app, 'desk', ['ROLE_HELPDESK']);
      expect((await desk.session.delete(`/admin/users/${other.id}`)).body.code).toBe('user_out_of_reach');
      expect((await desk.session.get(`/admin/users/${other.id}/removal`)).body.code).toBe('user_out_of_reach');
      expect((await admin.delete(`/admin/users/${other.id}`)).status).toBe(200);
    });

    it('needs a fresh password from a session', async () => {
      const ivy = await createPerson(app, 'ivy', []);
      const stale = await signInAsAdmin(app);
      app.clock.advance(15 * 60 * 1000);
      expect((await stale.unconfirming().delete(`/admin/users/${ivy.id}`)).body.code).toBe('reauthentication_required');
      await stale.post('/auth/confirm', { password: app.settings.adminPassword?.reveal() });
      expect((await stale.delete(`/admin/users/${ivy.id}`)).status).toBe(200);
      admin = await signInAsAdmin(app);
    });

    it('can be read in the audit log alone: who, whom, what, from and to', async () => {
      const joe = await createPerson(app, 'joe', ['ROLE_MANAGE_PROXIES']);
      const token = await createToken(joe.session);
      const application = await registerApplication(joe.session);
      await admin.delete(`/admin/users/${joe.id}`);
      const [removal, tokens, applications] = await eventsAbout(joe.id);
      expect(removal).toMatchObject({
        action: 'user.removed',
        actor: { id: adminId, name: 'admin' },
        subject: { id: joe.id, name: 'joe' },
        details: {
          email: 'joe@example.com',
          roles: ['ROLE_MANAGE_PROXIES'],
          receiver: { id: adminId, name: 'admin' },
          tokens: { transferred: 2 },
          applications: { transferred: 1 },
          sessionsEnded: 1,
        },
      });
      expect(tokens).toMatchObject({ action: 'tokens.transferred', details: { to: { id: adminId } } });
      expect(tokens?.details['tokenIds']?.sort()).toEqual([token.id, application.accessTokenId].sort());
      expect(applications).toMatchObject({
        action: 'applications.transferred',
        details: { to: { id: adminId }, ceiling: PROXIES.join(' '), applicationIds: [application.id] },
      });
      const [news] = (await admin.get('/notifications')).body.items;
      expect(news).toMatchObject({ kind: 'holdings.inherited', details: { username: 'joe', tokens: 2 } });
    });
  });

  describe('the preview of a removal', () => {
    it('names everything that would move and what each loses, and agrees with the removal', async () => {
      const kim = await createPerson(app, 'kim', ['ROLE_MANAGE_PROXIES']);
      const lee = await createPerson(app, 'lee', ['ROLE_DEPLOY_UNDEPLOY_PROXIES']);
      const reads = await createToken(kim.session, { name: 'reads', scopes: ['proxies:read'] });
      const writes = await createToken(kim.session, { name: 'writes', scopes: ['proxies:write'] });
      const idle = await registerApplication(kim.session, { name: 'idle', issueToken: false });
      const busy = await registerApplication(kim.session, { name: 'busy' });
      expect(await effectiveScopes(app, busy.accessToken)).toEqual(PROXIES);

      const preview = (await admin.get(`/admin/users/${kim.id}/removal?reassignTo=${lee.id}`)).body;
      expect(preview).toMatchObject({ outcome: 'transfer', receiver: { id: lee.id, username: 'lee' } });
      expect(preview.tokens.total).toBe(3);
      expect(preview.tokens.items.map((item: { id: string }) => item.id)).toEqual([
        busy.accessTokenId,
        writes.id,
        reads.id,
      ]);
      expect(preview.tokens.items).toMatchObject([
        { scopes: PROXIES, loses: ['projects:write', 'proxies:write'], lastUsedAt: app.clock.now().toISOString() },
        { scopes: ['proxies:write'], loses: ['proxies:write'], lastUsedAt: null },
        { scopes: ['proxies:read'], loses: [] },
      ]);
      expect(preview.applications.items.map((item: { id: string }) => item.id)).toEqual([busy.id, idle.id]);
      expect(preview.warnings).toEqual([
        {
          code: 'receiver_lacks_scopes',
          type: 'token',
          id: writes.id,
          name: 'writes',
          lastUsedAt: null,
          message: 'The token writes would stop: lee holds none of the scopes that it needs.',
        },
      ]);

      const removed = await admin.delete(
        `/admin/users/${kim.id}?reassignTo=${lee.id}&version=${preview.version as string}`,
      );
      expect(removed.status).toBe(200);
      expect(removed.body.tokens.transferred).toBe(preview.tokens.total);
      expect(removed.body.applications.transferred).toBe(preview.applications.total);
      expect(await effectiveScopes(app, busy.accessToken)).toEqual(['projects:read', 'proxies:read']);
      expect(await effectiveScopes(app, writes.token)).toEqual([]);
    });

    it('warns of everything that works when all would be ended', async () => {
      const max = await createPerson(app, 'max', ['ROLE_MANAGE_PROXIES']);
      await createToken(max.session, { name: 'one' });
      await registerApplication(max.session, { name: 'two' });
      const preview = (await admin.get(`/admin/users/${max.id}/removal?decommission=true`)).body;
      expect(preview).toMatchObject({ outcome: 'decommission', receiver: null });
      expect(preview.warnings.map(({ name, code }: Record<string, string>) => [name, code])).toEqual([
        ['two', 'decommissioned'],
        ['one', 'decommissioned'],
      ]);
      expect(preview.tokens.items[0].loses).toEqual(PROXIES);
    });

    it('comes in pages', async () => {
      const ned = await createPerson(app, 'ned', []);
      for (let i = 0; i < 3; i++) {
        await createToken(ned.session);
        await registerApplication(ned.session, { issueToken: false });
      }
      const first = (await admin.get(`/admin/users/${ned.id}/removal?limit=2`)).body;
      const query = `limit=2&cursor=${first.tokens.nextCursor}&applicationsCursor=${first.applications.nextCursor}`;
      const second = (await admin.get(`/admin/users/${ned.id}/removal?${query}`)).body;
      for (const list of ['tokens', 'applications'] as const) {
        const ids = [...first[list].items, ...second[list].items].map(({ id }: { id: string }) => id);
        expect(new Set(ids).size).toBe(3);
        expect([first[list].total, second[list].nextCursor]).toEqual([3, null]);
      }
    });

    it('is stale once anything that it shows has changed, and says so instead of removing', async () => {
      const ora = await createPerson(app, 'ora', ['ROLE_MANAGE_PROXIES']);
      const pat = await createPerson(app, 'pat', ['ROLE_MANAGE_PROXIES']);
      const token = await createToken(ora.session);
      const application = await registerApplication(ora.session);
      const path = `/admin/users/${ora.id}`;
      const to = `reassignTo=${pat.id}`;
      const versionNow = async () => (await admin.get(`${path}/removal?${to}`)).body.version as string;

      const changes: Record<string, () => Promise<unknown>> = {
        'a new token': () => createToken(ora.session),
        'a token narrowed': () => ora.session.patch(`/tokens/${token.id}`, { scopes: ['projects:read'] }),
        'a token revoked': () => ora.session.delete(`/tokens/${token.id}`),
        'an application narrowed': () =>
          ora.session.patch(`/applications/${application.id}`, { scopes: ['projects:read'] }),
        'a new application': () => registerApplication(ora.session, { issueToken: false }),
        'roles of the user': () => admin.patch(path, { roles: ['ROLE_API_SECURITY'] }),
        'roles of the receiver': () => admin.patch(`/admin/users/${pat.id}`, { roles: ['ROLE_API_SECURITY'] }),
        'a suspension': () => admin.post(`${path}/suspend`),
      };
      for (const [what, change] of Object.entries(changes)) {
        const version = await versionNow();
        await change();
        const refused = await admin.delete(`${path}?${to}&version=${version}`);
        expect([what, refused.status, refused.body.code]).toEqual([what, 409, 'preview_stale']);
      }
      const otherwise = await admin.delete(`${path}?decommission=true&version=${await versionNow()}`);
      expect(otherwise.body.code).toBe('preview_stale');
      // What a program fetches by itself makes no preview stale.
      await admin.post(`${path}/resume`);
      const version = await versionNow();
      expect(await versionNow()).toBe(version);
      await fetchToken(app, application);
      app.clock.advance(DAY_MS);
      admin = await signInAsAdmin(app);
      expect((await admin.delete(`${path}?${to}&version=${version}`)).status).toBe(200);
    });
  });

  it('a person who was removed can sign in again only as somebody new', async () => {
    const sue = await createPerson(app, 'sue', []);
    await admin.delete(`/admin/users/${sue.id}`);
    await createPerson(app, 'sue', []);
    expect((await (await signIn(app, 'sue', PERSON_PASSWORD)).get('/auth/me')).body.user.id).not.toBe(sue.id);
  });
});
