import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, bearer, createPerson, createToken, signInAsAdmin } from '../../support/api-client.js';
import { auditOf } from '../../support/audit-log.js';
import { forEachDialect } from '../../support/dialects.js';
import { openSite } from '../../support/second-site.js';
import { rowsOf } from '../../support/table-rows.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const NO_POLICY = {
  maxLifetimeSeconds: null,
  allowNeverExpire: true,
  allowedNetworks: null,
  revokeUnusedAfterDays: null,
  rotateInheritedWithinDays: null,
  maxLiveTokens: null,
};

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
  });
  afterAll(() => app.stop());

  const stored = async () => (await rowsOf(app, (table) => table === 'sites'))['sites']?.[0]?.['policy'];

  describe('the site', () => {
    it('is shown with its owner and without a policy at first', async () => {
      const me = (await admin.get('/auth/me')).body;
      const { status, body } = await admin.get('/admin/site');
      expect(status).toBe(200);
      expect(body).toEqual({
        ...me.site,
        ownerId: me.user.id,
        policy: NO_POLICY,
        createdAt: app.clock.now().toISOString(),
        updatedAt: app.clock.now().toISOString(),
      });
    });

    it('takes a new name and slug, and the audit log says from what to what', async () => {
      const before = (await admin.get('/admin/site')).body;
      app.clock.advance({ minutes: 1 });
      const answer = await admin.patch('/admin/site', { name: 'ACME', slug: 'acme-2' });
      expect(answer).toMatchObject({ status: 200, body: { name: 'ACME', slug: 'acme-2', ownerId: before.ownerId } });
      expect(answer.body.updatedAt).toBe(app.clock.now().toISOString());
      expect((await admin.get('/admin/site')).body).toEqual(answer.body);
      expect(await auditOf(app, answer)).toMatchObject([
        {
          action: 'site.updated',
          subjectType: 'site',
          subjectId: before.id,
          details: { name: { from: before.name, to: 'ACME' }, slug: { from: before.slug, to: 'acme-2' } },
        },
      ]);
    });

    it('changes the rules of its policy that are named and no other', async () => {
      const set = { maxLifetimeSeconds: 3600, allowedNetworks: ['10.0.0.0/8', '2001:db8::/32'] };
      const first = await admin.patch('/admin/site', { policy: set });
      expect(first).toMatchObject({ status: 200, body: { name: 'ACME', policy: { ...NO_POLICY, ...set } } });
      expect(await auditOf(app, first)).toMatchObject([
        {
          details: {
            policy: {
              maxLifetimeSeconds: { from: null, to: 3600 },
              allowedNetworks: { from: null, to: set.allowedNetworks },
            },
          },
        },
      ]);
      const second = await admin.patch('/admin/site', { policy: { allowNeverExpire: false, allowedNetworks: null } });
      expect(second.body.policy).toEqual({ ...NO_POLICY, maxLifetimeSeconds: 3600, allowNeverExpire: false });
      expect((await admin.get('/admin/site')).body.policy).toEqual(second.body.policy);
      expect(await stored()).not.toBeNull();
    });

    it('[75] takes a change of its policy, and none but that, only from a session confirmed within 15 minutes', async () => {
      const session = await signInAsAdmin(app);
      app.clock.advance({ minutes: 15 });
      const stale = session.unconfirming();
      const refused = await stale.patch('/admin/site', { policy: { allowNeverExpire: true } });
      expect([refused.status, refused.body.code]).toEqual([403, 'reauthentication_required']);
      expect((await admin.get('/admin/site')).body.policy.allowNeverExpire).toBe(false);
      expect((await stale.patch('/admin/site', { name: 'ACME' })).status).toBe(200);
    });

    it('has no policy any more when every rule is what it is without one', async () => {
      const answer = await admin.patch('/admin/site', { policy: NO_POLICY });
      expect(answer.body.policy).toEqual(NO_POLICY);
      expect(await stored()).toBeNull();
    });

    it('leaves no trace of a change that changes nothing', async () => {
      const before = (await admin.get('/admin/site')).body;
      app.clock.advance({ minutes: 1 });
      const { name, slug, policy } = before;
      for (const same of [{}, { name, slug, policy }, { policy: {} }]) {
        const answer = await admin.patch('/admin/site', same);
        expect([answer.status, answer.body]).toEqual([200, before]);
        expect(await auditOf(app, answer)).toEqual([]);
      }
    });

    it.each([
      [{ ownerId: '0199c0de-0000-7000-8000-0000000000ff' }, 'ownerId'],
      [{ id: '0199c0de-0000-7000-8000-0000000000ff' }, 'id'],
      [{ name: '' }, 'name'],
      [{ name: null }, 'name'],
      [{ slug: 'A' }, 'slug'],
      [{ slug: 'Upper-Case' }, 'slug'],
      [{ slug: 'x'.repeat(40) }, 'slug'],
      [{ policy: null }, 'policy'],
      [{ policy: [] }, 'policy'],
      [{ policy: { maxLifetimeSeconds: 59 } }, 'policy.maxLifetimeSeconds'],
      [{ policy: { maxLifetimeSeconds: 315_360_001 } }, 'policy.maxLifetimeSeconds'],
      [{ policy: { maxLifetimeSeconds: 60.5 } }, 'policy.maxLifetimeSeconds'],
      [{ policy: { allowNeverExpire: null } }, 'policy.allowNeverExpire'],
      [{ policy: { allowedNetworks: [] } }, 'policy.allowedNetworks'],
      [{ policy: { allowedNetworks: ['10.0.0.0/33'] } }, 'policy.allowedNetworks'],
      [{ policy: { allowedNetworks: Array(51).fill('::/0') } }, 'policy.allowedNetworks'],
      [{ policy: { revokeUnusedAfterDays: 0 } }, 'policy.revokeUnusedAfterDays'],
      [{ policy: { rotateInheritedWithinDays: 3651 } }, 'policy.rotateInheritedWithinDays'],
      [{ policy: { colour: 1 } }, 'policy.colour'],
    ])('refuses %j', async (body, path) => {
      const before = (await admin.get('/admin/site')).body;
      const answer = await admin.patch('/admin/site', body);
      expect(answer).toMatchObject({ status: 400, body: { code: 'validation_failed', errors: [{ path }] } });
      expect((await admin.get('/admin/site')).body).toEqual(before);
    });

    it('takes no slug that another site has', async () => {
      await openSite(app, 'taken');
      const answer = await admin.patch('/admin/site', { slug: 'taken', policy: { maxLifetimeSeconds: 60 } });
      expect(answer).toMatchObject({ status: 409, body: { code: 'duplicate_name', errors: [{ path: 'slug' }] } });
      expect((await admin.get('/admin/site')).body).toMatchObject({ slug: 'acme-2', policy: NO_POLICY });
    });

    it('needs site:write', async () => {
      const ann = await createPerson(app, `ann-${dialect}`, ['ROLE_MANAGE_PROXIES']);
      const narrow = bearer(app, (await createToken(admin, { scopes: ['users:write'] })).token);
      for (const client of [ann.session, narrow]) {
        for (const answer of [await client.get('/admin/site'), await client.patch('/admin/site', { name: 'x' })])
          expect(answer).toMatchObject({ status: 403, body: { code: 'insufficient_scope', scope: 'site:write' } });
      }
    });

    it('is one’s own alone', async () => {
      const other = await openSite(app, 'beside');
      await other.admin.patch('/admin/site', { name: 'Beside', policy: { maxLifetimeSeconds: 60 } });
      expect((await admin.get('/admin/site')).body).toMatchObject({ name: 'ACME', policy: NO_POLICY });
      expect((await other.admin.get('/admin/site')).body.id).toBe(other.siteId);
    });
  });
});
