import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SiteTables } from '../../../src/platform/database/site-table.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import type { SiteId } from '../../../src/shared/ids/site-id.js';
import { NO_POLICY, type SitePolicy } from '../../../src/directory/sites/sites.types.js';
import { policyViolation, rulesOf } from '../../../src/tokens/policy/policy-rules.js';
import { Token } from '../../../src/tokens/token.entity.js';
import {
  type ApiClient,
  bearer,
  createPerson,
  createToken,
  PERSON_PASSWORD,
  signIn,
  signInAsAdmin,
  type TestPerson,
} from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { fetchToken, registerApplication } from '../../support/registered-application.js';
import { newId } from '../../support/row-builders.js';
import { openSite } from '../../support/second-site.js';
import { rowsOf } from '../../support/table-rows.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const DAY_MS = 24 * 3600 * 1000;

interface Item {
  readonly id: string;
  readonly reason: string;
  readonly owner: { readonly id: string; readonly username: string };
}

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let siteId: SiteId;
  let ann: TestPerson;
  let count = 0;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    siteId = (await (await signInAsAdmin(app)).get('/auth/me')).body.site.id;
  });
  afterAll(() => app.stop());
  /** Each test begins without tokens and without a policy. */
  beforeEach(async () => {
    admin = await signInAsAdmin(app);
    const tables = app.app.get(SiteTables, { strict: false });
    const unitOfWork = app.app.get(UnitOfWork, { strict: false });
    await unitOfWork.run(async (tx) => tables.of(Token).in(siteId, tx).update({}, { revokedAt: app.clock.now() }));
    await admin.patch('/admin/site', { policy: NO_POLICY });
    ann = await createPerson(app, `ann-${dialect}-${++count}`, ['ROLE_MANAGE_PROXIES']);
  });

  const preview = (policy: object, query = '') => admin.post(`/admin/site/policy/preview${query}`, policy);
  const reasons = async (policy: object) => {
    const { status, body } = await preview(policy, '?limit=200');
    expect([status, body.total]).toEqual([200, body.items.length]);
    return Object.fromEntries((body.items as Item[]).map(({ id, reason }) => [id, reason]));
  };
  const works = async (token: string) => (await bearer(app, token).get('/auth/me')).status === 200;

  describe('the preview of a policy', () => {
    it('names each live token that would stop, with its owner and why, and changes nothing', async () => {
      const token = await createToken(ann.session, { name: 'Nightly export' });
      await bearer(app, token.token).get('/auth/me');
      const before = await rowsOf(app, (table) => table === 'sites' || table === 'audit_events');
      const { status, body } = await preview({ allowNeverExpire: false });
      expect(status).toBe(200);
      expect(body).toEqual({
        total: 1,
        items: [
          {
            id: token.id,
            name: 'Nightly export',
            kind: 'personal',
            last4: token.token.slice(-4),
            owner: { id: ann.id, username: ann.username },
            lastUsedAt: app.clock.now().toISOString(),
            reason: 'policy_never_expires',
          },
        ],
        nextCursor: null,
        warnings: [],
      });
      expect(await rowsOf(app, (table) => table === 'sites' || table === 'audit_events')).toEqual(before);
      expect(await works(token.token)).toBe(true);
    });

    it('agrees with what then stops, to the millisecond', async () => {
      const ben = await createPerson(app, `ben-${dialect}`, ['ROLE_MANAGE_PROXIES']);
      const inherited = await createToken(ben.session);
      await admin.delete(`/admin/users/${ben.id}?reassignTo=${ann.id}`);
      const year = new Date(app.clock.now().getTime() + 365 * DAY_MS).toISOString();
      const [old, rotated] = [await createToken(ann.session), await createToken(ann.session, { expiresAt: year })];
      const application = await registerApplication(ann.session, { tokenTtlSeconds: 30 * 24 * 3600 });
      app.clock.advance(DAY_MS);
      const session = await signIn(app, ann.username, PERSON_PASSWORD);
      admin = await signInAsAdmin(app);
      const fresh = (await session.post(`/tokens/${rotated.id}/rotate`, {})).body.token as string;
      const used = await createToken(session, { expiresAt: year });
      const jwt = await fetchToken(app, application);
      const values: Record<string, string> = {
        [inherited.id]: inherited.token,
        [old.id]: old.token,
        [rotated.id]: fresh,
        [application.accessTokenId]: application.accessToken,
        [used.id]: used.token,
        jwt,
      };
      const policy = { maxLifetimeSeconds: 24 * 3600, rotateInheritedWithinDays: 1, revokeUnusedAfterDays: 1 };
      app.clock.advance(-1);
      expect(await reasons(policy)).toEqual({});
      app.clock.advance(1);
      const stopping = await reasons(policy);
      expect(stopping).toEqual({
        [inherited.id]: 'policy_lifetime',
        [old.id]: 'policy_lifetime',
        [application.accessTokenId]: 'policy_lifetime',
      });
      expect(await reasons({ rotateInheritedWithinDays: 1 })).toEqual({ [inherited.id]: 'policy_inherited' });
      expect((await admin.patch('/admin/site', { policy })).status).toBe(200);
      for (const [id, token] of Object.entries(values))
        expect([id, await works(token)]).toEqual([id, !(id in stopping)]);
      expect(await reasons(policy)).toEqual({}); // what has stopped already would not stop
      expect(await reasons({ allowNeverExpire: false })).toEqual({});
    });

    it('leaves out what is over already, and what is another site’s', async () => {
      const soon = new Date(app.clock.now().getTime() + 1000).toISOString();
      await createToken(ann.session, { expiresAt: soon });
      const revoked = await createToken(ann.session);
      await ann.session.delete(`/tokens/${revoked.id}`);
      const other = await openSite(app, `other-${dialect}`);
      const theirs = await createToken(other.admin);
      app.clock.advance({ days: 1 });
      admin = await signInAsAdmin(app);
      expect(await reasons({ allowNeverExpire: false, maxLifetimeSeconds: 60 })).toEqual({});
      const [otherAdmin] = [await signIn(app, other.adminUsername, other.password)];
      const { body } = await otherAdmin.post('/admin/site/policy/preview', { maxLifetimeSeconds: 60 });
      expect((body.items as Item[]).map(({ id }) => id)).toEqual([theirs.id]);
    });

    it('comes in pages, newest first, and counts all', async () => {
      const ids: string[] = [];
      for (let index = 0; index < 3; index++) {
        app.clock.advance({ milliseconds: 1 });
        ids.unshift((await createToken(ann.session)).id);
      }
      const first = (await preview({ allowNeverExpire: false }, '?limit=2')).body;
      const second = (await preview({ allowNeverExpire: false }, `?limit=2&cursor=${first.nextCursor}`)).body;
      expect([first.total, second.total, second.nextCursor]).toEqual([3, 3, null]);
      expect([...first.items, ...second.items].map(({ id }: Item) => id)).toEqual(ids);
    });

    it('warns of tokens that were last used from outside the networks, though it can’t name them', async () => {
      const [used, unused, stopped] = [
        await createToken(ann.session),
        await createToken(ann.session),
        await createToken(ann.session, { expiresAt: new Date(app.clock.now().getTime() + DAY_MS).toISOString() }),
      ];
      for (const { token } of [used, stopped]) await bearer(app, token).get('/auth/me');
      const warned = async (policy: object) => (await preview(policy)).body.warnings as { tokens: number }[];
      expect(await warned({ allowedNetworks: ['10.0.0.0/8'] })).toMatchObject([
        { reason: 'network_not_allowed', tokens: 2, message: expect.stringContaining('2 tokens') },
      ]);
      expect(await warned({ allowedNetworks: ['127.0.0.0/8'] })).toEqual([]);
      expect(await warned({ allowNeverExpire: false })).toEqual([]);
      // those that stop anyway are listed, and not counted again
      const both = (await preview({ allowedNetworks: ['10.0.0.0/8'], allowNeverExpire: false })).body;
      expect((both.items as Item[]).map(({ id }) => id).sort()).toEqual([used.id, unused.id].sort());
      expect(both.warnings).toMatchObject([{ tokens: 1 }]);
      await admin.patch('/admin/site', { policy: { allowedNetworks: ['10.0.0.0/8'] } });
      expect(await warned({ allowedNetworks: ['10.1.0.0/16'] })).toEqual([]); // refused from there already
    });

    it('refuses what PATCH refuses, and who may not change the policy', async () => {
      for (const body of [{ maxLifetimeSeconds: 1 }, { allowNeverExpire: null }, { policy: {} }, { colour: 1 }])
        expect(await preview(body)).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
      expect((await preview({}, '?limit=201')).status).toBe(400);
      const refused = await ann.session.post('/admin/site/policy/preview', {});
      expect(refused).toMatchObject({ status: 403, body: { code: 'insufficient_scope', scope: 'site:write' } });
    });
  });

  it('what the database finds is what the check of every use would stop, whatever the times', async () => {
    const now = app.clock.now().getTime();
    const offsets = fc.constantFrom(0, 60_000, DAY_MS - 1, DAY_MS, DAY_MS + 1, 2 * DAY_MS, 40 * DAY_MS);
    const past = offsets.map((offset) => new Date(now - offset));
    const times = fc.record({
      createdAt: past,
      rotatedAt: fc.option(past),
      lastUsedAt: fc.option(past),
      transferredAt: fc.option(past),
      expiresAt: fc.option(fc.constant(new Date(now + DAY_MS))),
    });
    const days = fc.option(fc.constantFrom(1, 2, 40));
    const policies = fc.record({
      maxLifetimeSeconds: fc.option(fc.constantFrom(60, 24 * 3600, 40 * 24 * 3600)),
      allowNeverExpire: fc.boolean(),
      allowedNetworks: fc.constant(null),
      revokeUnusedAfterDays: days,
      rotateInheritedWithinDays: days,
      maxLiveTokens: fc.constant(null),
    });
    const rows = fc.sample(times, { numRuns: 150, seed: 7 }).map((row) => ({ ...row, id: newId() }));
    const tables = app.app.get(SiteTables, { strict: false });
    await app.app.get(UnitOfWork, { strict: false }).run(async (tx) => {
      const common = {
        ownerId: ann.id,
        createdBy: ann.id,
        kind: 'personal',
        format: 'opaque',
        name: 'x',
        last4: 'abcd',
      };
      await tables
        .of(Token)
        .in(siteId, tx)
        .insert(rows.map((row) => ({ ...common, ...row }) as Token));
    });
    const stops = (policy: SitePolicy, row: (typeof rows)[number]) => {
      const { createdAt, ...others } = row;
      const instant = (time: Date | null) => time?.getTime() ?? null;
      const instants = {
        createdAt: createdAt.getTime(),
        rotatedAt: instant(others.rotatedAt),
        lastUsedAt: instant(others.lastUsedAt),
        transferredAt: instant(others.transferredAt),
        expiresAt: instant(others.expiresAt),
      };
      return policyViolation(rulesOf(policy), instants, now);
    };
    for (const [from, to] of fc.sample(fc.tuple(policies, policies), { numRuns: 15, seed: 7 })) {
      expect((await admin.patch('/admin/site', { policy: from })).status).toBe(200);
      const expected = rows.filter((row) => stops(from, row) === null && stops(to, row) !== null);
      expect(await reasons(to)).toEqual(Object.fromEntries(expected.map((row) => [row.id, stops(to, row)])));
    }
  });
});
