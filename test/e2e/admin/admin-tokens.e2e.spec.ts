import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ApiClient,
  bearer,
  createPerson,
  createToken,
  PERSON_PASSWORD,
  signInAsAdmin,
  type TestPerson,
} from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { effectiveScopes, fetchToken, registerApplication } from '../../support/registered-application.js';
import { openSite } from '../../support/second-site.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const PROXIES = ['projects:read', 'projects:write', 'proxies:read', 'proxies:write'];
const NOBODY = '0199c0de-0000-7000-8000-0000000000ff';

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let adminId: string;
  let ann: TestPerson;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
    adminId = (await admin.get('/auth/me')).body.user.id;
    ann = await createPerson(app, 'ann', ['ROLE_MANAGE_PROXIES']);
  });
  afterAll(() => app.stop());

  const idsOf = async (query: string): Promise<string[]> => {
    const answer = await admin.get(`/admin/tokens?${query}`);
    expect([query, answer.status]).toEqual([query, 200]);
    return answer.body.items.map(({ id }: { id: string }) => id);
  };

  describe('the tokens of a site', () => {
    it('are found by owner, kind, state, use, expiry, origin and name', async () => {
      const bob = await createPerson(app, 'bob', []);
      const kept = await createToken(bob.session, { name: 'Nightly export' });
      const soon = new Date(app.clock.now().getTime() + 3600_000).toISOString();
      const short = await createToken(bob.session, { name: 'short', expiresAt: soon });
      const revoked = await createToken(bob.session);
      await bob.session.delete(`/tokens/${revoked.id}`);
      const { accessTokenId } = await registerApplication(bob.session);
      const of = `owner=${bob.id}`;

      expect((await idsOf(of)).sort()).toEqual([kept.id, short.id, revoked.id, accessTokenId].sort());
      expect(await idsOf(`${of}&kind=application`)).toEqual([accessTokenId]);
      expect(await idsOf(`${of}&state=revoked`)).toEqual([revoked.id]);
      expect(await idsOf(`${of}&search=nightly`)).toEqual([kept.id]);
      const tomorrow = new Date(app.clock.now().getTime() + 24 * 3600_000).toISOString();
      expect(await idsOf(`${of}&expiringBefore=${tomorrow}`)).toEqual([short.id]);
      expect(await idsOf(`${of}&expiringBefore=${soon}`)).toEqual([]);
      app.clock.advance({ minutes: 10 });
      await effectiveScopes(app, kept.token);
      const fiveMinutesAgo = new Date(app.clock.now().getTime() - 300_000).toISOString();
      expect(await idsOf(`${of}&kind=personal&state=active&unusedSince=${fiveMinutesAgo}`)).toEqual([short.id]);
      expect(await idsOf(`${of}&transferred=true`)).toEqual([]);

      await admin.post('/admin/tokens/reassign', { toUserId: ann.id, tokenIds: [short.id] });
      expect(await idsOf(`owner=${ann.id}&transferred=true`)).toEqual([short.id]);
      const [listed] = (await admin.get(`/admin/tokens?owner=${ann.id}&transferred=true`)).body.items;
      expect(listed).toMatchObject({
        owner: { id: ann.id, username: 'ann' },
        createdBy: bob.id,
        transferred: { from: bob.id },
        ceiling: [],
        state: 'active',
      });
      expect(JSON.stringify(listed)).not.toContain(short.token);
    });

    it('refuse a filter or a value that does not exist', async () => {
      for (const query of [
        'owner=me',
        'kind=robot',
        'state=dead',
        'transferred=yes',
        'unusedSince=monday',
        'colour=red',
      ])
        expect([query, (await admin.get(`/admin/tokens?${query}`)).status]).toEqual([query, 400]);
    });

    it('are for tokens:admin alone', async () => {
      for (const answer of [
        await ann.session.get('/admin/tokens'),
        await ann.session.delete(`/admin/tokens/${NOBODY}`),
        await ann.session.post('/admin/tokens/identify', { token: 'x' }),
        await ann.session.post('/admin/tokens/reassign', { toUserId: ann.id, tokenIds: [NOBODY] }),
        await ann.session.post(`/admin/users/${ann.id}/tokens`, { name: 'x', expiresAt: null }),
      ])
        expect(answer).toMatchObject({ status: 403, body: { code: 'insufficient_scope', scope: 'tokens:admin' } });
    });

    it('are revoked by an administrator at once, audited once, and their owner is told', async () => {
      const { id, token } = await createToken(ann.session, { name: 'mine' });
      expect((await admin.delete(`/admin/tokens/${id}`)).status).toBe(204);
      expect(await effectiveScopes(app, token)).toBeNull();
      expect((await admin.delete(`/admin/tokens/${id}`)).status).toBe(204);
      const events = (await admin.get(`/admin/audit?subject=${id}&action=token.revoked`)).body.items;
      expect(events).toHaveLength(1);
      expect(events[0].details).toMatchObject({ reason: 'revoked_by_administrator', ownerId: ann.id });
      const [news] = (await ann.session.get('/notifications')).body.items;
      expect(news).toMatchObject({ kind: 'token.revoked', details: { name: 'mine' } });
      expect((await admin.delete(`/admin/tokens/${NOBODY}`)).body.code).toBe('token_not_found');
    });
  });

  describe('reassigning', () => {
    it('moves chosen tokens of several owners, each no wider than it was', async () => {
      const [cat, dov] = [
        await createPerson(app, 'cat', ['ROLE_MANAGE_PROXIES']),
        await createPerson(app, 'dov', ['ROLE_DEPLOY_UNDEPLOY_PROXIES']),
      ];
      const first = await createToken(cat.session);
      const second = await createToken(dov.session);
      const third = await createToken(cat.session);
      const already = await createToken(admin);
      const answer = await admin.post('/admin/tokens/reassign', {
        toUserId: adminId,
        tokenIds: [first.id, second.id.toUpperCase(), already.id, first.id],
      });
      expect(answer).toMatchObject({
        status: 200,
        body: { receiver: { username: 'admin' }, tokens: { transferred: 2 }, applications: { transferred: 0 } },
      });
      expect(await effectiveScopes(app, first.token)).toEqual(PROXIES);
      expect(await effectiveScopes(app, second.token)).toEqual(['projects:read', 'proxies:deploy', 'proxies:read']);
      expect((await effectiveScopes(app, already.token))?.length).toBeGreaterThan(10);
      expect((await cat.session.get(`/tokens/${third.id}`)).status).toBe(200);
      expect((await cat.session.get(`/tokens/${first.id}`)).status).toBe(404);
      const [news] = (await cat.session.get('/notifications')).body.items;
      expect(news).toMatchObject({ kind: 'holdings.reassigned', details: { username: 'admin', tokens: 1 } });
    });

    it('moves everything of one user, applications too, and the user stays', async () => {
      const eli = await createPerson(app, 'eli', ['ROLE_MANAGE_PROXIES']);
      const { token } = await createToken(eli.session);
      const application = await registerApplication(eli.session);
      const answer = await admin.post('/admin/tokens/reassign', { toUserId: adminId, fromUserId: eli.id });
      expect(answer.body).toMatchObject({ tokens: { transferred: 2 }, applications: { transferred: 1 } });
      expect(await effectiveScopes(app, token)).toEqual(PROXIES);
      expect(await effectiveScopes(app, await fetchToken(app, application))).toEqual(PROXIES);
      expect((await eli.session.get('/auth/me')).status).toBe(200);
      expect((await eli.session.get('/applications')).body.items).toEqual([]);
    });

    it('moves nothing when one id is unknown, foreign or over', async () => {
      const { admin: stranger } = await openSite(app, 'elsewhere');
      const foreign = await createToken(stranger);
      const over = await createToken(ann.session);
      await ann.session.delete(`/tokens/${over.id}`);
      const good = await createToken(ann.session);
      for (const [id, status, code] of [
        [NOBODY, 404, 'token_not_found'],
        [foreign.id, 404, 'token_not_found'],
        [over.id, 409, 'token_not_active'],
      ] as const) {
        const answer = await admin.post('/admin/tokens/reassign', { toUserId: adminId, tokenIds: [good.id, id] });
        expect([answer.status, answer.body.code]).toEqual([status, code]);
        expect(answer.body.detail).toContain(id);
      }
      expect((await ann.session.get(`/tokens/${good.id}`)).body.transferred).toBeNull();
    });

    it('refuses what can’t be meant', async () => {
      const { id } = await createToken(ann.session);
      const fay = await createPerson(app, 'fay', []);
      await admin.post(`/admin/users/${fay.id}/suspend`);
      for (const [body, path] of [
        [{ toUserId: adminId }, 'tokenIds'],
        [{ toUserId: adminId, tokenIds: [] }, 'tokenIds'],
        [{ toUserId: adminId, tokenIds: ['x'] }, 'tokenIds'],
        [{ toUserId: adminId, tokenIds: [id], fromUserId: ann.id }, 'fromUserId'],
        [{ toUserId: ann.id, fromUserId: ann.id }, 'toUserId'],
        [{ toUserId: NOBODY, tokenIds: [id] }, 'toUserId'],
        [{ toUserId: fay.id, tokenIds: [id] }, 'toUserId'],
        [{ tokenIds: [id] }, 'toUserId'],
      ] as const) {
        const answer = await admin.post('/admin/tokens/reassign', body);
        expect([body, answer.status, answer.body.errors?.[0].path]).toEqual([body, 400, expect.stringContaining(path)]);
      }
      const unknown = await admin.post('/admin/tokens/reassign', { toUserId: adminId, fromUserId: NOBODY });
      expect(unknown.body.code).toBe('user_not_found');
    });

    it('needs a fresh password from a session', async () => {
      const { id } = await createToken(ann.session);
      const stale = await signInAsAdmin(app);
      app.clock.advance({ minutes: 15 });
      const body = { toUserId: adminId, tokenIds: [id] };
      expect((await stale.unconfirming().post('/admin/tokens/reassign', body)).body.code).toBe(
        'reauthentication_required',
      );
      admin = await signInAsAdmin(app);
    });
  });

  describe('what is inherited', () => {
    it('keeps its ceiling through PATCH and rotation, until its owner lifts it by name, signed in', async () => {
      const gil = await createPerson(app, 'gil', ['ROLE_MANAGE_PROXIES']);
      const { id, token } = await createToken(gil.session, { scopes: ['proxies:read'] });
      await admin.delete(`/admin/users/${gil.id}`);
      const marked = await admin.patch(`/tokens/${id}`, { scopes: null });
      expect(marked).toMatchObject({ status: 403, body: { code: 'ceiling_stands' } });
      expect(await effectiveScopes(app, token)).toEqual(['proxies:read']);

      const plain = (await admin.post(`/tokens/${id}/rotate`, {})).body;
      expect(plain).toMatchObject({ ceiling: ['proxies:read'], transferred: null });
      expect((await admin.patch(`/tokens/${id}`, { scopes: null })).body.ceiling).toEqual(['proxies:read']);
      expect((await admin.patch(`/tokens/${id}`, { scopes: ['users:read', 'proxies:read'] })).status).toBe(200);
      expect(await effectiveScopes(app, plain.token)).toEqual(['proxies:read']);

      const whole = bearer(app, (await createToken(admin)).token);
      const byToken = await whole.post(`/tokens/${id}/rotate`, { scopes: ['users:read'] });
      expect(byToken).toMatchObject({ status: 403, body: { code: 'ceiling_stands' } });
      const within = (await whole.post(`/tokens/${id}/rotate`, { scopes: ['proxies:read'] })).body;
      expect(within.ceiling).toEqual(['proxies:read']);

      const lifted = (await admin.post(`/tokens/${id}/rotate`, { scopes: ['users:read', 'proxies:read'] })).body;
      expect(lifted).toMatchObject({ ceiling: null, scopes: ['users:read', 'proxies:read'] });
      expect(await effectiveScopes(app, lifted.token)).toEqual(['proxies:read', 'users:read']);
      const [event] = (await admin.get(`/admin/audit?subject=${id}&action=token.rotated`)).body.items;
      expect(event.details).toMatchObject({ ceiling: null, scopes: ['users:read', 'proxies:read'] });
    });

    it('is lifted by naming what it had as well: then its owner can widen it', async () => {
      const ivy = await createPerson(app, 'ivy', ['ROLE_MANAGE_PROXIES']);
      const { id } = await createToken(ivy.session, { scopes: ['proxies:read'] });
      await admin.delete(`/admin/users/${ivy.id}`);
      const lifted = (await admin.post(`/tokens/${id}/rotate`, { scopes: ['proxies:read'] })).body;
      expect(lifted).toMatchObject({ ceiling: null, scopes: ['proxies:read'] });
      expect(await effectiveScopes(app, lifted.token)).toEqual(['proxies:read']);
      await admin.patch(`/tokens/${id}`, { scopes: ['proxies:read', 'users:read'] });
      expect(await effectiveScopes(app, lifted.token)).toEqual(['proxies:read', 'users:read']);
    });

    it('an application is lifted by name too, and every secret and token from before ends with that', async () => {
      const hue = await createPerson(app, 'hue', ['ROLE_MANAGE_PROXIES']);
      const application = await registerApplication(hue.session);
      await admin.delete(`/admin/users/${hue.id}`);
      const path = `/applications/${application.id}`;
      await admin.patch(path, { scopes: null });
      await admin.patch(path, { scopes: ['users:read', 'proxies:read'] });
      expect(await effectiveScopes(app, await fetchToken(app, application))).toEqual(['proxies:read']);
      const whole = bearer(app, (await createToken(admin)).token);
      expect((await whole.patch(path, { liftCeiling: true })).body.code).toBe('ceiling_stands');
      expect((await admin.patch(path, { liftCeiling: false })).status).toBe(400);
      const lifted = await admin.patch(path, { liftCeiling: true });
      expect(lifted.body).toMatchObject({ ceiling: null, secrets: [], transferred: null });
      await expect(fetchToken(app, application)).rejects.toThrow('401');
      const { clientSecret } = (await admin.post(`${path}/secrets`, {})).body as { clientSecret: string };
      const fetched = await fetchToken(app, { ...application, clientSecret });
      expect(await effectiveScopes(app, fetched)).toEqual(['proxies:read', 'users:read']);
    });
  });

  describe('a found credential', () => {
    it('is named without being repeated or used, and says how it is ended', async () => {
      const application = await registerApplication(ann.session, { name: 'Sync', tokenFormat: 'jwt' });
      const { id, token } = await createToken(ann.session, { name: 'found' });
      const { secret } = (await ann.session.post('/users/me/secret/reveal', { password: PERSON_PASSWORD })).body;
      const [clientSecret] = (await admin.get(`/admin/tokens?owner=${NOBODY}`)).body.items;
      expect(clientSecret).toBeUndefined();
      const identify = async (value: string) => {
        const answer = await admin.post('/admin/tokens/identify', { token: value });
        expect(JSON.stringify(answer.body)).not.toContain(value);
        return answer;
      };
      expect((await identify(token)).body).toMatchObject({
        type: 'token',
        id,
        name: 'found',
        last4: token.slice(-4),
        state: 'active',
        owner: { id: ann.id, username: 'ann' },
        lastUsedAt: null,
        revoke: { method: 'DELETE', path: `/api/v1/admin/tokens/${id}` },
      });
      await effectiveScopes(app, token);
      expect((await identify(token)).body).toMatchObject({
        lastUsedAt: app.clock.now().toISOString(),
        lastUsedAddress: '127.0.0.1',
      });
      expect((await identify(application.accessToken)).body).toMatchObject({
        type: 'token',
        id: application.accessTokenId,
        applicationId: application.id,
      });
      expect((await identify(application.clientSecret)).body).toMatchObject({
        type: 'client_secret',
        name: 'Sync',
        applicationId: application.id,
        revoke: { method: 'POST', path: '/api/v1/leaks' },
      });
      expect((await identify(secret)).body).toMatchObject({ type: 'developer_secret', ownerId: ann.id });

      const rotated = (await ann.session.post(`/tokens/${id}/rotate`, {})).body.token;
      expect((await identify(token)).body.state).toBe('expired');
      await ann.session.delete(`/tokens/${id}`);
      expect((await identify(rotated)).body.state).toBe('revoked');
      const [event] = (await admin.get(`/admin/audit?subject=${id}&action=credential.identified`)).body.items;
      expect(event).toMatchObject({ actor: { name: 'admin' }, details: { ownerId: ann.id } });
    });

    it('of another site, or of nobody, is not there', async () => {
      const { admin: stranger } = await openSite(app, 'beyond');
      const { token } = await createToken(stranger);
      for (const value of [token, `${token}x`, 'rubbish', 'a.b.c'])
        expect((await admin.post('/admin/tokens/identify', { token: value })).body.code).toBe('token_not_found');
      for (const body of [{}, { token: '' }, { token: 5 }, { token: 'x'.repeat(9000) }])
        expect((await admin.post('/admin/tokens/identify', body)).status).toBe(400);
    });
  });

  describe('a service account', () => {
    const account = async (username: string, roles: string[]) =>
      (await admin.post('/admin/users', { username, kind: 'service', roles })).body.id as string;

    it('gets its tokens from administrators, works with them, and survives whoever made them', async () => {
      const ian = await createPerson(app, 'ian', ['ROLE_ADMIN']);
      const robot = await account('robot', ['ROLE_MANAGE_PROXIES']);
      const made = await ian.session.post(`/admin/users/${robot}/tokens`, { name: 'deploys', expiresAt: null });
      expect(made).toMatchObject({ status: 201, body: { ownerId: robot, createdBy: ian.id, kind: 'personal' } });
      expect(made.headers.get('cache-control')).toContain('no-store');
      const narrow = await admin.post(`/admin/users/${robot}/tokens`, {
        name: 'reads',
        expiresAt: null,
        scopes: ['proxies:read'],
      });
      expect(await effectiveScopes(app, made.body.token)).toEqual(PROXIES);
      expect(await effectiveScopes(app, narrow.body.token)).toEqual(['proxies:read']);
      expect((await admin.delete(`/admin/users/${ian.id}`)).status).toBe(200);
      expect(await effectiveScopes(app, made.body.token)).toEqual(PROXIES);
      // Whoever made it may have kept a copy: it calls, and an administrator gives it another value.
      const refused = await bearer(app, made.body.token).post('/tokens/current/rotate', {});
      expect(refused.body.code).toBe('inherited_credential');
      const { token } = (await admin.post(`/admin/tokens/${made.body.id}/rotate`, {})).body as { token: string };
      expect((await bearer(app, token).post('/tokens/current/rotate', {})).status).toBe(200);
    });

    it('gets no token that is wider than the credential that makes it, or that could do nothing', async () => {
      const robot = await account('robot2', ['ROLE_MANAGE_PROXIES']);
      await admin.post('/admin/roles', {
        name: 'ROLE_TOKENS',
        description: 'x',
        scopes: ['tokens:admin', 'proxies:read'],
      });
      const jan = await createPerson(app, 'jan', ['ROLE_TOKENS']);
      const path = `/admin/users/${robot}/tokens`;
      const body = { name: 'x', expiresAt: null };
      expect((await jan.session.post(path, body)).body).toMatchObject({
        code: 'scope_not_held',
        scope: 'projects:read projects:write proxies:write',
      });
      expect((await jan.session.post(path, { ...body, scopes: ['proxies:write'] })).body.code).toBe('scope_not_held');
      expect((await jan.session.post(path, { ...body, scopes: ['proxies:read'] })).status).toBe(201);
      const beyond = await admin.post(path, { ...body, scopes: ['users:read'] });
      expect(beyond).toMatchObject({ status: 400, body: { errors: [{ path: 'scopes' }] } });
      const soon = new Date(app.clock.now().getTime() + 60_000).toISOString();
      const ending = bearer(app, (await createToken(admin, { expiresAt: soon })).token);
      expect((await ending.post(path, body)).body.code).toBe('lifetime_exceeded');
    });

    it('is what the call is for: not a person, nor one who is suspended or gone', async () => {
      const body = { name: 'x', expiresAt: null };
      expect((await admin.post(`/admin/users/${ann.id}/tokens`, body)).body.code).toBe('service_account_required');
      expect((await admin.post(`/admin/users/${NOBODY}/tokens`, body)).body.code).toBe('user_not_found');
      const robot = await account('robot3', []);
      await admin.post(`/admin/users/${robot}/suspend`);
      expect((await admin.post(`/admin/users/${robot}/tokens`, body)).body.code).toBe('owner_not_active');
      await admin.delete(`/admin/users/${robot}`);
      expect((await admin.post(`/admin/users/${robot}/tokens`, body)).body.code).toBe('user_not_found');
    });
  });
});
