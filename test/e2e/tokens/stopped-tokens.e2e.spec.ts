import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
import { auditOf } from '../../support/audit-log.js';
import { forEachDialect } from '../../support/dialects.js';
import { registerApplication } from '../../support/registered-application.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const DAY_SECONDS = 24 * 3600;
const POLICIES = {
  policy_never_expires: { allowNeverExpire: false },
  policy_lifetime: { maxLifetimeSeconds: 20 * DAY_SECONDS },
  policy_unused: { revokeUnusedAfterDays: 10 },
  policy_inherited: { rotateInheritedWithinDays: 20 },
};
const NO_POLICY = {
  maxLifetimeSeconds: null,
  allowNeverExpire: true,
  allowedNetworks: null,
  revokeUnusedAfterDays: null,
  rotateInheritedWithinDays: null,
  maxLiveTokens: null,
};

interface Shown {
  readonly id: string;
  readonly state: string;
  readonly stoppedBy: string | null;
}

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let ann: TestPerson;
  let mine: ApiClient;
  /** Values by the id of their token: one that never ends, one that does, one inherited, one in use; and an access token. */
  const values = new Map<string, string>();
  let accessTokenId: string;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
    ann = await createPerson(app, `ann-${dialect}`, ['ROLE_MANAGE_PROXIES']);
    const ben = await createPerson(app, `ben-${dialect}`, ['ROLE_MANAGE_PROXIES']);
    const expiresAt = new Date(app.clock.now().getTime() + 365 * DAY_SECONDS * 1000).toISOString();
    const make = async (who: TestPerson, settings: Record<string, unknown>) => {
      const made = await createToken(who.session, settings);
      values.set(made.id, made.token);
    };
    await make(ann, { expiresAt: null });
    await make(ann, { expiresAt });
    await make(ben, { expiresAt });
    const application = await registerApplication(ann.session, { tokenTtlSeconds: 300 * DAY_SECONDS });
    accessTokenId = application.accessTokenId;
    values.set(accessTokenId, application.accessToken);
    expect((await admin.delete(`/admin/users/${ben.id}?reassignTo=${ann.id}`)).status).toBe(200);
    app.clock.advance({ days: 20 });
    admin = await signInAsAdmin(app);
    mine = await signIn(app, ann.username, PERSON_PASSWORD);
    const fresh = await mine.post('/tokens', { name: 'Fresh', expiresAt });
    values.set(fresh.body.id as string, fresh.body.token as string);
    const over = await mine.post('/tokens', { name: 'Over', expiresAt: null });
    await mine.delete(`/tokens/${String(over.body.id)}`);
  });
  afterAll(() => app.stop());

  const list = async (path: string, client = mine) => (await client.get(path)).body.items as Shown[];
  const reasonsIn = (items: Shown[]) =>
    Object.fromEntries(items.filter(({ stoppedBy }) => stoppedBy !== null).map(({ id, stoppedBy }) => [id, stoppedBy]));
  /** What the audit log says of those that are refused. */
  const refused = async () => {
    const reasons: Record<string, unknown> = {};
    for (const [id, value] of values) {
      const answer = await bearer(app, value).get('/auth/me');
      if (answer.status !== 200) reasons[id] = (await auditOf(app, answer))[0]?.reason;
    }
    return reasons;
  };

  describe('a token that the policy stops', () => {
    it.each(Object.entries(POLICIES))(
      'says %s in every answer, for exactly those that are refused',
      async (reason, rules) => {
        expect((await admin.patch('/admin/site', { policy: { ...NO_POLICY, ...rules } })).status).toBe(200);
        const personal = await list('/tokens');
        const all = [...personal, ...(await list('/tokens?kind=application'))];
        const stopped = reasonsIn(all);
        expect(new Set(Object.values(stopped))).toEqual(new Set([reason]));
        expect(reasonsIn(await list(`/admin/tokens?owner=${ann.id}`, admin))).toEqual(stopped);
        const ids = Object.keys(stopped).sort();
        const filtered = async (is: boolean) =>
          (await list(`/admin/tokens?owner=${ann.id}&stopped=${is}`, admin)).map(({ id }) => id).sort();
        expect(await filtered(true)).toEqual(ids);
        const others = (await list(`/admin/tokens?owner=${ann.id}`, admin))
          .map(({ id }) => id)
          .filter((id) => !ids.includes(id));
        expect(await filtered(false)).toEqual(others.sort());
        for (const id of ids)
          expect((await mine.get(`/tokens/${id}`)).body).toMatchObject({ state: 'active', stoppedBy: reason });
        const mineStopped = (await list('/tokens?stopped=true')).length;
        const active = (await list('/tokens?state=active')).length - mineStopped;
        expect((await mine.get('/statistics/tokens')).body).toMatchObject({ active, stopped: mineStopped });
        expect(await refused()).toEqual(stopped);
      },
    );

    it('works again, and says so, when it has a new value', async () => {
      await admin.patch('/admin/site', { policy: { ...NO_POLICY, ...POLICIES.policy_lifetime } });
      const [stopped] = await list('/tokens?stopped=true');
      const expiresAt = new Date(app.clock.now().getTime() + DAY_SECONDS * 1000).toISOString();
      const rotated = await mine.post(`/tokens/${String(stopped?.id)}/rotate`, { expiresAt });
      expect(rotated).toMatchObject({ status: 200, body: { stoppedBy: null } });
      expect((await bearer(app, rotated.body.token as string).get('/auth/me')).status).toBe(200);
      expect((await list(`/tokens?kind=application&stopped=true`)).map(({ id }) => id)).toEqual([accessTokenId]);
    });
  });
});
