import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Application } from '../../../src/applications/application.entity.js';
import { SiteTables } from '../../../src/platform/database/site-table.js';
import type { SiteId } from '../../../src/shared/ids/site-id.js';
import { Token } from '../../../src/tokens/token.entity.js';
import {
  anonymous,
  type ApiAnswer,
  type ApiClient,
  basic,
  bearer,
  createPerson,
  createToken,
  PERSON_PASSWORD,
  signIn,
  signInAsAdmin,
} from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { effectiveScopes, registerApplication } from '../../support/registered-application.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const PROXIES = ['projects:read', 'projects:write', 'proxies:read', 'proxies:write'];
const ROUNDS = 12;

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let adminId: string;
  let site: SiteId;
  let people = 0;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
    const me = (await admin.get('/auth/me')).body;
    adminId = me.user.id;
    site = me.site.id;
  });
  afterAll(() => app.stop());

  /** Everything of a person that can be made at that moment, all at once, around one call. */
  async function making(removal: (id: string) => Promise<ApiAnswer>) {
    const person = await createPerson(app, `racer-${++people}`, ['ROLE_MANAGE_PROXIES']);
    const kept = await createToken(person.session);
    const application = await registerApplication(person.session);
    const jwt = await registerApplication(person.session, { tokenFormat: 'jwt' });
    const { secret } = (await person.session.post('/users/me/secret/reveal', { password: PERSON_PASSWORD })).body;
    const grant = { grant_type: 'client_credentials' };
    const hour = { ...grant, client_id: person.username, client_secret: PERSON_PASSWORD };
    const mint = ({ clientId, clientSecret }: typeof application) =>
      anonymous(app).form('/oauth/token', grant, basic(clientId, clientSecret));
    const removed = removal(person.id);
    const made = await Promise.all([
      mint(application),
      person.session.post('/tokens', { name: 'x', expiresAt: null }),
      mint(jwt),
      person.session.post(`/tokens/${kept.id}/rotate`, { graceSeconds: 60 }),
      person.session.post('/applications', { name: 'x' }),
      person.session.post('/applications', { name: 'y', issueToken: false }),
      anonymous(app).form('/api/v1/auth/token', hour),
      anonymous(app).call('POST', '/auth/token', undefined, { authorization: `Secret ${secret}` }),
      person.session.post(`/applications/${application.id}/token`),
      person.session.post(`/applications/${jwt.id}/secrets`, {}),
      bearer(app, kept.token).post('/tokens', { name: 'y', expiresAt: null }),
      mint(application),
    ]);
    const values = made.flatMap(({ body }) =>
      [body?.token, body?.access_token, body?.accessToken].filter(
        (value): value is string => typeof value === 'string',
      ),
    );
    return { person, made, values: [kept.token, application.accessToken, ...values], removed: await removed };
  }

  async function leftWith(ownerId: string) {
    const tables = app.app.get(SiteTables, { strict: false });
    const [tokens, applications] = [
      await tables.of(Token).in(site).all({ ownerId }),
      await tables.of(Application).in(site).all({ ownerId }),
    ];
    return { tokens, applications };
  }

  it('[51] what is issued while its owner is removed ends up transferred or refused, never orphaned and never wider', async () => {
    let survivors = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const { person, made, values, removed } = await making((id) => admin.delete(`/admin/users/${id}`));
      expect([removed.status, removed.body.code]).toEqual([200, undefined]);
      expect(made.filter(({ status }) => status >= 500).map(({ body }) => body)).toEqual([]);
      expect(await leftWith(person.id)).toEqual({ tokens: [], applications: [] });
      for (const value of values) {
        const scopes = await effectiveScopes(app, value);
        expect(scopes === null || scopes.every((scope) => PROXIES.includes(scope))).toBe(true);
        if (scopes !== null) survivors++;
      }
    }
    expect(survivors).toBeGreaterThan(ROUNDS);
  }, 240_000);

  it('[51] what is issued while its owner is removed without a receiver works for nobody afterwards', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { person, values, removed } = await making((id) => admin.delete(`/admin/users/${id}?decommission=true`));
      expect([removed.status, removed.body.code]).toEqual([200, undefined]);
      const { tokens, applications } = await leftWith(person.id);
      expect(tokens.filter(({ revokedAt }) => revokedAt === null)).toEqual([]);
      expect(applications.filter(({ deletedAt }) => deletedAt === null)).toEqual([]);
      for (const value of values) expect(await effectiveScopes(app, value)).toBeNull();
    }
  }, 240_000);

  it('of two removals of the same user one happens, and all of it', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const person = await createPerson(app, `racer-${++people}`, ['ROLE_MANAGE_PROXIES']);
      const { token } = await createToken(person.session);
      const answers = await Promise.all([
        admin.delete(`/admin/users/${person.id}`),
        admin.delete(`/admin/users/${person.id}?decommission=true`),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
      const transferred = answers[0].status === 200;
      expect(await effectiveScopes(app, token)).toEqual(transferred ? PROXIES : null);
      const events = (await admin.get(`/admin/audit?subject=${person.id}&action=user.removed`)).body.items;
      expect(events).toHaveLength(1);
    }
  }, 240_000);

  it('of two administrators who remove each other one stays', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const [left, right] = [
        await createPerson(app, `racer-${++people}`, ['ROLE_ADMIN']),
        await createPerson(app, `racer-${++people}`, ['ROLE_ADMIN']),
      ];
      const answers = await Promise.all([
        left.session.delete(`/admin/users/${right.id}`),
        right.session.delete(`/admin/users/${left.id}`),
      ]);
      expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
      for (const { id } of [left, right]) await admin.delete(`/admin/users/${id}`);
    }
  }, 240_000);

  it('a receiver who is removed in the same moment receives nothing, or passes it on', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const [leaver, receiver] = [
        await createPerson(app, `racer-${++people}`, ['ROLE_MANAGE_PROXIES']),
        await createPerson(app, `racer-${++people}`, ['ROLE_MANAGE_PROXIES']),
      ];
      const { token } = await createToken(leaver.session);
      const [first, second] = await Promise.all([
        admin.delete(`/admin/users/${leaver.id}?reassignTo=${receiver.id}`),
        admin.delete(`/admin/users/${receiver.id}`),
      ]);
      expect(second.status).toBe(200);
      expect([200, 400]).toContain(first.status);
      expect((await leftWith(receiver.id)).tokens).toEqual([]);
      expect(await effectiveScopes(app, token)).toEqual(PROXIES);
      const tables = app.app.get(SiteTables, { strict: false });
      if (first.status === 200) expect(await tables.of(Token).in(site).count({ ownerId: adminId })).toBeGreaterThan(0);
      else await signIn(app, leaver.username, PERSON_PASSWORD);
    }
  }, 240_000);

  it('while the site changes hands everything goes to the one owner or to the other, and the owner stays', async () => {
    for (let round = 0; round < ROUNDS / 2; round++) {
      const [leaver, heir] = [
        await createPerson(app, `racer-${++people}`, ['ROLE_MANAGE_PROXIES']),
        await createPerson(app, `racer-${++people}`, ['ROLE_ADMIN']),
      ];
      const tokens = [await createToken(leaver.session), await createToken(leaver.session)];
      const [handedOver, removed, heirRemoved] = await Promise.all([
        admin.put('/admin/site/owner', { userId: heir.id }),
        admin.delete(`/admin/users/${leaver.id}`),
        admin.delete(`/admin/users/${heir.id}`),
      ]);
      expect(removed.status).toBe(200);
      // Either the heir was gone before, or owns the site now and can't be removed.
      expect([handedOver.status, heirRemoved.status]).toEqual(handedOver.status === 200 ? [200, 409] : [400, 200]);
      const owner = handedOver.status === 200 ? heir.id : adminId;
      expect([adminId, owner]).toContain(removed.body.receiver.id);
      for (const { token } of tokens) expect(await effectiveScopes(app, token)).toEqual(PROXIES);
      expect((await leftWith(removed.body.receiver.id)).tokens.map(({ id }) => id)).toEqual(
        expect.arrayContaining(tokens.map(({ id }) => id)),
      );
      if (handedOver.status === 200) await heir.session.put('/admin/site/owner', { userId: adminId });
    }
  }, 240_000);
});
