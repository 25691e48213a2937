import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, createPerson, createToken, signInAsAdmin } from '../../support/api-client.js';
import { auditOf } from '../../support/audit-log.js';
import { forEachDialect } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;

  beforeAll(async () => {
    app = await startTestApp(dialect);
  });
  afterAll(() => app.stop());

  const person = (name: string) => createPerson(app, name, ['ROLE_MANAGE_PROXIES']);
  const reassign = async (toUserId: string, tokenIds: string[]) => {
    admin = await signInAsAdmin(app); // the clock moves on
    return admin.post('/admin/tokens/reassign', { toUserId, tokenIds });
  };

  describe('tokens that are chosen from two owners in one call', () => {
    it('are each named under the one who had them, and nobody else’s', async () => {
      const [ann, ben, cid] = [await person('ann'), await person('ben'), await person('cid')];
      const ofAnn = [await createToken(ann.session), await createToken(ann.session)].map(({ id }) => id);
      const ofBen = [await createToken(ben.session)].map(({ id }) => id);
      const ofCid = [await createToken(cid.session)].map(({ id }) => id);
      await createToken(ann.session); // stays
      const answer = await reassign(cid.id, [...ofBen, ...ofAnn, ...ofCid]);
      expect(answer).toMatchObject({ status: 200, body: { tokens: { transferred: 3 } } });
      const events = (await auditOf(app, answer)).filter(({ action }) => action === 'tokens.transferred');
      const named = events.map(({ subjectId, subjectName, details }) => ({
        of: [subjectId, subjectName],
        to: (details as { to: unknown }).to,
        tokenIds: [...(details as { tokenIds: string[] }).tokenIds].sort(),
      }));
      const to = { id: cid.id, name: 'cid' };
      expect(named).toHaveLength(2);
      expect(named).toContainEqual({ of: [ann.id, 'ann'], to, tokenIds: ofAnn.sort() });
      expect(named).toContainEqual({ of: [ben.id, 'ben'], to, tokenIds: ofBen });
    });

    it('tell each owner how many of their own moved', async () => {
      const [dan, eve, fay] = [await person('dan'), await person('eve'), await person('fay')];
      const tokens = [
        await createToken(dan.session),
        await createToken(dan.session),
        await createToken(eve.session),
      ].map(({ id }) => id);
      await reassign(fay.id, tokens);
      const told = async ({ session }: typeof dan) =>
        ((await session.get('/notifications')).body.items as { details: { tokens: number } }[])[0]?.details.tokens;
      expect([await told(dan), await told(eve)]).toEqual([2, 1]);
    });
  });

  describe('a token that is chosen', () => {
    it('a millisecond before its expiry moves, and at the instant of its expiry moves nothing', async () => {
      const [gil, hal] = [await person('gil'), await person('hal')];
      const expiresAt = new Date(app.clock.now().getTime() + 60_000).toISOString();
      const [early, late] = [
        await createToken(gil.session, { expiresAt }),
        await createToken(gil.session, { expiresAt }),
      ];
      const lasting = await createToken(gil.session);
      app.clock.set(new Date(Date.parse(expiresAt) - 1));
      expect(await reassign(hal.id, [early.id])).toMatchObject({ status: 200, body: { tokens: { transferred: 1 } } });
      app.clock.set(expiresAt);
      const refused = await reassign(hal.id, [lasting.id, late.id]);
      expect(refused).toMatchObject({ status: 409, body: { code: 'token_not_active' } });
      expect(refused.body.detail).toContain(late.id);
      expect(refused.body.detail).not.toContain(lasting.id);
      const owned = (await admin.get(`/admin/tokens?owner=${gil.id}`)).body.items as { id: string }[];
      expect(owned.map(({ id }) => id).sort()).toEqual([lasting.id, late.id].sort());
    });
  });
});
