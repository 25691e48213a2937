import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '../../../src/platform/database/database.js';
import {
  anonymous,
  type ApiClient,
  bearer,
  createPerson,
  createToken,
  signInAsAdmin,
} from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { effectiveScopes, fetchToken, registerApplication } from '../../support/registered-application.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const NARROW = ['projects:read', 'proxies:deploy', 'proxies:read'];
const HERE = '127.0.0.0/8';
const ELSEWHERE = '10.0.0.0/8';

/** Where two rules hold at once, each is tried where the other one would let it pass. */
forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
  });
  afterAll(() => app.stop());

  const person = (name: string, roles = ['ROLE_MANAGE_PROXIES']) => createPerson(app, name, roles);
  const refusal = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

  describe('the networks of a token and those of its site', () => {
    const statusOf = async (allowedNetworks: string[] | null, ofSite: string[] | null) => {
      const { token } = await createToken(admin, { allowedNetworks });
      await admin.patch('/admin/site', { policy: { allowedNetworks: ofSite } });
      const answers = [
        await bearer(app, token).get('/auth/me'),
        await bearer(app, token).call('GET', '/verify'),
        await bearer(app, token).get('/accounts'),
      ];
      return [...new Set(answers.map(({ status }) => status))];
    };

    it.each([
      ['both allow the caller', [HERE], [HERE], 200],
      ['the token alone does not', [ELSEWHERE], [HERE], 403],
      ['the site alone does not', [HERE], [ELSEWHERE], 403],
      ['neither does', [ELSEWHERE], [ELSEWHERE], 403],
      ['the token has none and the site allows it', null, [HERE], 200],
      ['the token has none and the site does not allow it', null, [ELSEWHERE], 403],
      ['the site has none and the token does not allow it', [ELSEWHERE], null, 403],
    ] as const)('hold together: %s', async (_, ofToken, ofSite, status) => {
      expect(await statusOf(ofToken && [...ofToken], ofSite && [...ofSite])).toEqual([status]);
      await admin.patch('/admin/site', { policy: { allowedNetworks: null } });
    });
  });

  describe('the ceiling of an application and those of its tokens', () => {
    /** As an administrator sees it, whatever else bounds the token. */
    const ceilingOf = async (owner: string, id: string) => {
      const { items } = (await admin.get(`/admin/tokens?owner=${owner}&kind=application`)).body as {
        items: { id: string; ceiling: string[] | null }[];
      };
      return items.find((item) => item.id === id)?.ceiling;
    };
    const idOf = async (token: string) => (await bearer(app, token).get('/auth/me')).body.credential.id as string;

    it('a token that is fetched between two transfers keeps the first bound, also when the application loses it', async () => {
      const first = await person('first', ['ROLE_DEPLOY_UNDEPLOY_PROXIES']);
      const second = await person('second', [
        'ROLE_DEPLOY_UNDEPLOY_PROXIES',
        'ROLE_MANAGE_PROXIES',
        'ROLE_API_SECURITY',
      ]);
      const third = await person('third', ['ROLE_ADMIN']);
      const application = await registerApplication(first.session);
      await admin.post('/admin/tokens/reassign', { fromUserId: first.id, toUserId: second.id });
      const between = await fetchToken(app, application);
      const id = await idOf(between);
      expect(await effectiveScopes(app, between)).toEqual(NARROW);
      expect(await ceilingOf(second.id, id)).toBeNull();
      await admin.post('/admin/tokens/reassign', { fromUserId: second.id, toUserId: third.id });
      expect([...((await ceilingOf(third.id, id)) ?? ['none'])].sort()).toEqual(NARROW);
      await third.session.patch(`/applications/${application.id}`, { liftCeiling: true });
      const left = (await effectiveScopes(app, between)) ?? []; // nothing, where the lift ends it
      expect(left.filter((scope) => !NARROW.includes(scope))).toEqual([]);
    });

    it('the application itself keeps the first bound through the second transfer', async () => {
      const first = await person('narrow-one', ['ROLE_DEPLOY_UNDEPLOY_PROXIES']);
      const second = await person('wide-one', ['ROLE_DEPLOY_UNDEPLOY_PROXIES', 'ROLE_API_SECURITY']);
      const third = await person('whole-one', ['ROLE_ADMIN']);
      const application = await registerApplication(first.session);
      await admin.post('/admin/tokens/reassign', { fromUserId: first.id, toUserId: second.id });
      await admin.post('/admin/tokens/reassign', { fromUserId: second.id, toUserId: third.id });
      expect(await effectiveScopes(app, await fetchToken(app, application))).toEqual(NARROW);
    });
  });

  describe('a token that covers what an application may do now', () => {
    it('and not what it may do without its ceiling, changes nothing of it', async () => {
      const leaver = await person('leaver', ['ROLE_DEPLOY_UNDEPLOY_PROXIES']);
      const application = await registerApplication(leaver.session, { scopes: null });
      await admin.delete(`/admin/users/${leaver.id}`);
      const path = `/applications/${application.id}`;
      await admin.patch(path, { scopes: [...NARROW, 'users:read'] });
      expect(await effectiveScopes(app, await fetchToken(app, application))).toEqual(NARROW);
      const covering = bearer(app, (await createToken(admin, { scopes: NARROW })).token);
      const refused = [
        await covering.post(`${path}/secrets`, {}),
        await covering.post(`${path}/token`),
        await covering.patch(path, { name: 'mine' }),
        await covering.delete(path),
      ];
      expect(refused.map(refusal)).toEqual(Array(4).fill([403, 'credential_too_narrow']));
    });

    it('and its scopes as well as its ceiling may', async () => {
      const leaver = await person('leaver-two', ['ROLE_DEPLOY_UNDEPLOY_PROXIES']);
      const application = await registerApplication(leaver.session);
      await admin.delete(`/admin/users/${leaver.id}`);
      const path = `/applications/${application.id}`;
      await admin.patch(path, { scopes: [...NARROW, 'users:read'] });
      const covering = bearer(app, (await createToken(admin, { scopes: [...NARROW, 'users:read'] })).token);
      expect((await covering.patch(path, { name: 'mine' })).status).toBe(200);
    });
  });

  describe('a token that its application alone bounds', () => {
    it.each(['opaque', 'jwt'])('(%s) does not end its owner’s sign-ins', async (tokenFormat) => {
      const owner = await person(`owner-${tokenFormat}`);
      const application = await registerApplication(owner.session, { tokenFormat, scopes: ['projects:read'] });
      const { items } = (await owner.session.get('/auth/sessions')).body as { items: { id: string }[] };
      const path = `/auth/sessions/${items[0]?.id ?? ''}`;
      for (const token of [application.accessToken, await fetchToken(app, application)]) {
        expect(refusal(await bearer(app, token).delete(path))).toEqual([403, 'session_out_of_reach']);
        expect(refusal(await bearer(app, token).delete('/auth/sessions'))).toEqual([403, 'session_out_of_reach']);
      }
      expect((await owner.session.get('/auth/me')).status).toBe(200);
    });

    it('nor does one that the ceiling of its application alone bounds', async () => {
      const [leaver, owner] = [await person('gone'), await person('heir', ['ROLE_ADMIN'])];
      const application = await registerApplication(leaver.session);
      await admin.delete(`/admin/users/${leaver.id}?reassignTo=${owner.id}`);
      const token = await fetchToken(app, application);
      expect((await bearer(app, token).delete('/auth/sessions')).status).toBe(403);
      expect((await owner.session.get('/auth/me')).status).toBe(200);
    });

    it('makes no token that its application would not bound', async () => {
      const owner = await person('minter');
      const { accessToken } = await registerApplication(owner.session, { scopes: ['projects:read'] });
      const unscoped = await bearer(app, accessToken).post('/tokens', { name: 'x', expiresAt: inAnHour() });
      expect(refusal(unscoped)).toEqual([403, 'scope_not_held']);
    });
  });

  describe('a narrowed token and another one of its owner', () => {
    it('that has a scope more is out of its reach, and one that has the same or fewer is not', async () => {
      const owner = await person('two-tokens');
      const make = (scopes: string[]) => createToken(owner.session, { scopes });
      const [mine, wider, other, same, narrower] = [
        await make(['projects:read', 'proxies:read']),
        await make(['projects:read', 'proxies:read', 'proxies:write']),
        await make(['projects:read', 'proxies:write']),
        await make(['proxies:read', 'projects:read']),
        await make(['projects:read']),
      ];
      const client = bearer(app, mine.token);
      for (const { id } of [wider, other]) {
        const refused = [
          await client.post(`/tokens/${id}/rotate`, {}),
          await client.patch(`/tokens/${id}`, { name: 'mine' }),
          await client.delete(`/tokens/${id}`),
        ];
        expect(refused.map(refusal)).toEqual(Array(3).fill([403, 'credential_too_narrow']));
      }
      for (const { id } of [same, narrower])
        expect((await client.patch(`/tokens/${id}`, { name: 'mine' })).status).toBe(200);
    });
  });

  const inAnHour = () => new Date(app.clock.now().getTime() + 3600_000).toISOString();

  describe('a rule in the rows of the two', () => {
    it('a token under a ceiling wider than its scopes does what both allow', async () => {
      const { id, token } = await createToken(admin, { scopes: ['users:read', 'projects:read'] });
      await app.app
        .get(Database, { strict: false })
        .writer.query('UPDATE tokens SET ceiling = ? WHERE id = ?', ['projects:read accounts:read', id]);
      expect(await effectiveScopes(app, token)).toEqual(['projects:read']);
      expect((await anonymous(app).get('/accounts', { authorization: `Bearer ${token}` })).status).toBe(403);
    });
  });
});
