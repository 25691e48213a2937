import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type ApiClient,
  bearer,
  createPerson,
  createToken,
  PERSON_PASSWORD,
  signInAsAdmin,
  type TestPerson,
} from '../../support/api-client.js';
import { auditOf } from '../../support/audit-log.js';
import { forEachDialect } from '../../support/dialects.js';
import { fetchToken, registerApplication } from '../../support/registered-application.js';
import { openSite } from '../../support/second-site.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const NOBODYS = '0199c0de-0000-7000-8000-00000000dead';

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let adminId: string;
  let ann: TestPerson;
  let count = 0;

  const person = (roles: string[] = []) => createPerson(app, `person-${dialect}-${++count}`, roles);
  const owner = async () => (await admin.get('/admin/site')).body.ownerId;
  const give = (client: ApiClient, userId: string | null) => client.put('/admin/site/owner', { userId });
  const news = async (client: ApiClient) =>
    ((await client.get('/notifications')).body.items as { kind: string; details: object }[]).filter(({ kind }) =>
      kind.startsWith('site.'),
    );

  beforeAll(async () => {
    app = await startTestApp(dialect);
    adminId = (await (await signInAsAdmin(app)).get('/auth/me')).body.user.id;
  });
  afterAll(() => app.stop());

  /** Each test begins with a site of the administrator's, who has just signed in, and a person without any role. */
  beforeEach(async () => {
    admin = await signInAsAdmin(app);
    ann = await person();
    if ((await owner()) === null) await give(admin, adminId);
    expect(await owner()).toBe(adminId);
  });

  /** Gives the site to the person, who gives it back after the work. */
  const asOwner = async <T>(who: TestPerson, work: () => Promise<T>): Promise<T> => {
    expect((await give(admin, who.id)).status).toBe(200);
    try {
      return await work();
    } finally {
      if ((await owner()) === who.id) {
        await who.session.post('/auth/confirm', { password: PERSON_PASSWORD });
        expect((await give(who.session, adminId)).status).toBe(200);
      }
    }
  };

  describe('handing the site over', () => {
    it('its owner does, though they hold no role; it is audited, and the new owner is told', async () => {
      const toAnn = await give(admin, ann.id);
      expect(toAnn).toMatchObject({ status: 200, body: { ownerId: ann.id, policy: { allowNeverExpire: true } } });
      expect(await auditOf(app, toAnn)).toMatchObject([
        { action: 'site.owner_changed', actorId: adminId, subjectType: 'site', details: { from: adminId, to: ann.id } },
      ]);
      expect(await news(ann.session)).toMatchObject([
        { kind: 'site.received', subject: { type: 'site' }, details: { from: adminId, by: adminId } },
      ]);
      expect(await news(admin)).toEqual([]);

      const back = await give(ann.session, adminId.toUpperCase());
      expect(back).toMatchObject({ status: 200, body: { ownerId: adminId } });
      expect(await news(ann.session)).toHaveLength(1);
      expect(await news(admin)).toMatchObject([{ kind: 'site.received', details: { from: ann.id, by: ann.id } }]);
    });

    it('to nobody, and from nobody by an administrator, who takes it or gives it', async () => {
      expect(await give(admin, null)).toMatchObject({ status: 200, body: { ownerId: null } });
      expect(await give(ann.session, ann.id)).toMatchObject({ status: 403, body: { code: 'owner_required' } });
      const other = await person(['ROLE_ADMIN']);
      expect(await give(other.session, ann.id)).toMatchObject({ status: 200, body: { ownerId: ann.id } });
      await give(ann.session, null);
      expect(await give(other.session, other.id)).toMatchObject({ status: 200, body: { ownerId: other.id } });
      expect(await news(other.session)).toEqual([]);
      await give(other.session, adminId);
    });

    it('to who has it already changes nothing', async () => {
      const before = (await admin.get('/admin/site')).body;
      app.clock.advance({ seconds: 1 });
      const same = await give(admin, adminId);
      expect([same.status, same.body]).toEqual([200, before]);
      expect(await auditOf(app, same)).toEqual([]);
    });

    it('is refused to who does not own it, an administrator among them', async () => {
      const other = await person(['ROLE_ADMIN']);
      for (const client of [other.session, ann.session, bearer(app, (await createToken(other.session)).token)])
        expect(await give(client, ann.id)).toMatchObject({ status: 403, body: { code: 'owner_required' } });
      expect(await owner()).toBe(adminId);
    });

    it('from a session takes a sign-in or the password within 15 minutes', async () => {
      app.clock.advance({ minutes: 15 });
      expect(await give(admin.unconfirming(), ann.id)).toMatchObject({
        status: 403,
        body: { code: 'reauthentication_required' },
      });
      const { adminPassword } = app.settings;
      await admin.post('/auth/confirm', { password: adminPassword?.reveal() });
      expect((await give(admin, adminId)).status).toBe(200);
    });

    it('by a token takes site:write and no bound', async () => {
      const whole = bearer(app, (await createToken(admin)).token);
      expect((await give(whole, adminId)).status).toBe(200);
      const account = (await admin.get('/accounts')).body.items[0].id;
      const bound = await registerApplication(admin, { scopes: ['site:write'] });
      const narrow = [
        [(await createToken(admin, { scopes: ['site:write', 'users:write'] })).token, 'credential_too_narrow'],
        [(await createToken(admin, { accountId: account })).token, 'account_pinned'],
        [await fetchToken(app, bound), 'credential_too_narrow'],
      ] as const;
      for (const [token, code] of narrow)
        expect(await give(bearer(app, token), ann.id)).toMatchObject({ status: 403, body: { code } });
      const without = await give(bearer(app, (await createToken(admin, { scopes: ['users:write'] })).token), ann.id);
      expect(without).toMatchObject({ status: 403, body: { code: 'insufficient_scope', scope: 'site:write' } });
      expect(without.headers.get('www-authenticate')).toContain('scope="site:write"');
      await asOwner(ann, async () => {
        const ofAnn = bearer(app, (await createToken(ann.session)).token);
        expect(await give(ofAnn, adminId)).toMatchObject({ status: 403, body: { code: 'insufficient_scope' } });
      });
      expect(await owner()).toBe(adminId);
    });

    it('is not to a person who never set a password', async () => {
      const username = `invited-${dialect}`;
      const wanted = { username, email: `${username}@example.com`, kind: 'person' };
      const { id } = (await admin.post('/admin/users', wanted)).body as { id: string };
      expect(await give(admin, id)).toMatchObject({ status: 400, body: { errors: [{ path: 'userId' }] } });
      expect(await owner()).toBe(adminId);
    });

    it('is only to an active person of the site', async () => {
      const service = (await admin.post('/admin/users', { username: `svc-${dialect}`, kind: 'service' })).body.id;
      const suspended = await person();
      await admin.post(`/admin/users/${suspended.id}/suspend`);
      const removed = await person();
      await admin.delete(`/admin/users/${removed.id}`);
      const { adminId: foreign } = await openSite(app, `other-${dialect}`);
      for (const userId of [service, suspended.id, removed.id, foreign, NOBODYS])
        expect(await give(admin, userId)).toMatchObject({
          status: 400,
          body: { code: 'validation_failed', errors: [{ path: 'userId' }] },
        });
      for (const body of [{}, { userId: 'x' }, { userId: ann.id, ownerId: ann.id }])
        expect((await admin.put('/admin/site/owner', body)).status).toBe(400);
      expect(await owner()).toBe(adminId);
    });

    it('makes the new owner one who is not suspended or removed, and frees the old one', async () => {
      const bea = await person(['ROLE_ADMIN']);
      await asOwner(bea, async () => {
        for (const answer of [
          await admin.post(`/admin/users/${bea.id}/suspend`),
          await admin.delete(`/admin/users/${bea.id}`),
        ])
          expect(answer).toMatchObject({ status: 409, body: { code: 'site_owner' } });
      });
      expect((await admin.post(`/admin/users/${bea.id}/suspend`)).status).toBe(200);
    });

    it('twice at once: one of them is refused, and the site has the owner of the other', async () => {
      const [bea, cem] = [await person(), await person()];
      const answers = await Promise.all([give(admin, bea.id), give(admin, cem.id)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
      const winner = answers.find(({ status }) => status === 200)?.body.ownerId;
      expect(await owner()).toBe(winner);
      await give((winner === bea.id ? bea : cem).session, adminId);
    });

    it('while the new owner is being suspended or removed never leaves a site of one who is not there', async () => {
      for (const away of [
        (id: string) => admin.post(`/admin/users/${id}/suspend`),
        (id: string) => admin.delete(`/admin/users/${id}`),
      ]) {
        const dan = await person();
        const [given, gone] = await Promise.all([give(admin, dan.id), away(dan.id)]);
        const ownerNow = await owner();
        if (given.status === 200) {
          expect([gone.status, ownerNow]).toEqual([409, dan.id]);
          await give(dan.session, adminId);
        } else expect([given.status, gone.status, ownerNow]).toEqual([400, 200, adminId]);
      }
    });
  });
});
