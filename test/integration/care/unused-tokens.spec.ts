import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { BATCH } from '../../../src/care/care-round.js';
import { Database } from '../../../src/database/database.js';
import { Notification } from '../../../src/notifications/notification.entity.js';
import { Site } from '../../../src/sites/site.entity.js';
import { Token } from '../../../src/tokens/token.entity.js';
import { User } from '../../../src/users/user.entity.js';
import { forEachDialect } from '../../support/dialects.js';
import { newId, siteRow, userRow } from '../../support/row-builders.js';
import { CareFixture } from './care-fixture.js';

const DAYS = 45;

forEachDialect((dialect) => {
  let care: CareFixture;
  beforeEach(async () => {
    care = await CareFixture.open(dialect);
    care.unusedLimits([{ siteId: care.site, days: DAYS }]);
  });
  afterEach(() => care.close());

  const before = (): Date => care.ago(DAYS, 1);
  const revoked = async (): Promise<string[]> => {
    const rows = await care.tables.of(Token).acrossSites('a test looks').all({ revokedReason: 'unused' });
    return rows.map(({ id }) => id).sort();
  };
  const notifications = () =>
    care.tables
      .of(Notification)
      .in(care.site)
      .all({}, { order: { userId: 'ASC' } });

  describe('a site that revokes unused tokens', () => {
    it('revokes those whose last use, rotation and creation all lie further back', async () => {
      const unused = [
        await care.token({ createdAt: before() }),
        await care.token({ lastUsedAt: before() }),
        await care.token({ rotatedAt: before() }),
        await care.token({ createdAt: before(), lastUsedAt: before(), rotatedAt: before() }),
        await care.token({ expiresAt: care.ago(0, -1) }),
      ];
      const at = care.ago(DAYS);
      await care.token({ createdAt: at });
      await care.token({ lastUsedAt: at });
      await care.token({ rotatedAt: at });
      await care.token({ lastUsedAt: before(), rotatedAt: at });
      await care.token({ lastUsedAt: at, rotatedAt: before() });
      const over = await care.token({ revokedAt: care.ago(1), revokedReason: 'leaked' });
      await care.token({ expiresAt: care.ago(0) });
      expect(await care.clean()).toEqual({ unusedTokensRevoked: 5 });
      expect(await revoked()).toEqual(unused);
      const [token] = await care.tables
        .of(Token)
        .in(care.site)
        .all({ id: unused[0] ?? '' });
      expect(token).toMatchObject({ revokedAt: care.clock.now(), revokedReason: 'unused' });
      expect((await care.tables.of(Token).in(care.site).one({ id: over }))?.revokedReason).toBe('leaked');
      expect(await care.clean()).toEqual({});
    });

    it('leaves those of other sites alone', async () => {
      const { id: elsewhere } = siteRow();
      const owner = newId();
      await care.unitOfWork.run(async (tx) => {
        await care.tables
          .ofDeployment(Site)
          .rows(tx)
          .insert(siteRow({ id: elsewhere }));
        await care.tables
          .of(User)
          .in(elsewhere, tx)
          .insert(userRow({ id: owner }));
        const row = care.tokenRow({ ownerId: owner });
        await care.tables
          .of(Token)
          .in(elsewhere, tx)
          .insert(row as Token);
      });
      expect(await care.clean()).toEqual({});
      care.unusedLimits([
        { siteId: care.site, days: DAYS },
        { siteId: elsewhere, days: DAYS },
      ]);
      expect(await care.clean()).toEqual({ unusedTokensRevoked: 1 });
    });

    it('finds those behind any number that were rotated lately', async () => {
      const row = () => care.tokenRow({ rotatedAt: care.ago(1) });
      await care.insert(Token, Array.from({ length: BATCH }, row));
      const unused = await care.token();
      expect(await care.clean()).toEqual({ unusedTokensRevoked: 1 });
      expect(await revoked()).toEqual([unused]);
    });

    it('leaves one alone that is used while it is being looked at', async () => {
      const id = await care.token();
      let round: Promise<unknown> = Promise.resolve();
      await care.unitOfWork.run(async (tx) => {
        await care.tables.of(Token).in(care.site, tx).update({ id }, { lastUsedAt: care.clock.now() });
        round = care.clean();
        await delay(300); // on MySQL the round finds the token unused meanwhile, and waits for its row
      });
      expect(await round).toEqual({});
      expect(await revoked()).toEqual([]);
    });

    it('audits each, and tells each owner once', async () => {
      const other = newId();
      await care.insert(User, userRow({ id: other }));
      const mine = [await care.token({ name: 'one' }), await care.token({ name: 'two' })];
      const theirs = await care.token({ ownerId: other, name: 'three', lastUsedAt: before() });
      await care.clean();
      const events = await care.audited('token.revoked');
      expect(events.map(({ subjectId }) => subjectId).sort()).toEqual([...mine, theirs].sort());
      expect(events.find(({ subjectId }) => subjectId === theirs)).toMatchObject({
        siteId: care.site,
        outcome: 'success',
        actorKind: 'system',
        subjectType: 'token',
        subjectName: 'three',
        details: { reason: 'unused', last4: 'x7Qa', lastUsedAt: before().toISOString() },
      });
      const news = await notifications();
      expect(news.map(({ userId }) => userId)).toEqual([care.owner, other].sort());
      expect(news.find(({ userId }) => userId === care.owner)).toMatchObject({
        kind: 'tokens.revoked_unused',
        subjectType: 'user',
        subjectId: care.owner,
        details: {
          days: DAYS,
          count: 2,
          tokens: expect.arrayContaining([{ id: mine[0], name: 'one', last4: 'x7Qa' }]),
        },
      });
    });

    it('takes them in batches, and names no more in a notification than it can hold', async () => {
      const row = () => care.tokenRow({ name: 'ü'.repeat(200) });
      await care.insert(Token, Array.from({ length: BATCH + 3 }, row));
      expect(await care.clean()).toEqual({ unusedTokensRevoked: BATCH + 3 });
      const news = await notifications();
      expect(news.map(({ details }) => details['count']).sort()).toEqual([3, BATCH]);
      expect(news.map(({ details }) => (details['tokens'] as unknown[]).length).sort()).toEqual([3, 50]);
    });

    it('[58] revokes nothing that it can not audit, and tells nobody of it', async () => {
      await care.token();
      const { writer } = care.context.get(Database);
      await writer.query('ALTER TABLE audit_events RENAME TO audit_events_gone');
      await expect(care.clean()).rejects.toThrow();
      await writer.query('ALTER TABLE audit_events_gone RENAME TO audit_events');
      expect([await revoked(), await notifications()]).toEqual([[], []]);
    });
  });
});
