import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { BATCH } from '../../../../src/platform/retention/retention-cleanup.js';
import { Database } from '../../../../src/platform/database/database.js';
import { Notification } from '../../../../src/platform/notifications/notification.entity.js';
import { Site } from '../../../../src/directory/sites/site.entity.js';
import { Token } from '../../../../src/tokens/token.entity.js';
import { UnusedTokens } from '../../../../src/tokens/unused/unused-tokens.js';
import { User } from '../../../../src/directory/users/user.entity.js';
import { forEachDialect } from '../../../support/dialects.js';
import { newId, siteRow, userRow } from '../../../support/row-builders.js';
import { RetentionFixture } from './retention-fixture.js';

const DAYS = 45;

forEachDialect((dialect) => {
  let fixture: RetentionFixture;
  beforeEach(async () => {
    fixture = await RetentionFixture.open(dialect);
    fixture.unusedLimits([{ siteId: fixture.site, days: DAYS }]);
  });
  afterEach(() => fixture.close());

  const before = (): Date => fixture.ago(DAYS, 1);
  const revoked = async (): Promise<string[]> => {
    const rows = await fixture.tables.of(Token).acrossSites('a test looks').all({ revokedReason: 'unused' });
    return rows.map(({ id }) => id).sort();
  };
  const notifications = () =>
    fixture.tables
      .of(Notification)
      .in(fixture.site)
      .all({}, { order: { userId: 'ASC' } });

  describe('a site that revokes unused tokens', () => {
    it('revokes those whose last use, rotation and creation all lie further back', async () => {
      const unused = [
        await fixture.token({ createdAt: before() }),
        await fixture.token({ lastUsedAt: before() }),
        await fixture.token({ rotatedAt: before() }),
        await fixture.token({ createdAt: before(), lastUsedAt: before(), rotatedAt: before() }),
        await fixture.token({ expiresAt: fixture.ago(0, -1) }),
      ];
      const at = fixture.ago(DAYS);
      await fixture.token({ createdAt: at });
      await fixture.token({ lastUsedAt: at });
      await fixture.token({ rotatedAt: at });
      await fixture.token({ lastUsedAt: before(), rotatedAt: at });
      await fixture.token({ lastUsedAt: at, rotatedAt: before() });
      const over = await fixture.token({ revokedAt: fixture.ago(1), revokedReason: 'leaked' });
      await fixture.token({ expiresAt: fixture.ago(0) });
      expect(await fixture.clean()).toEqual({ unusedTokensRevoked: 5 });
      expect(await revoked()).toEqual(unused);
      const [token] = await fixture.tables
        .of(Token)
        .in(fixture.site)
        .all({ id: unused[0] ?? '' });
      expect(token).toMatchObject({ revokedAt: fixture.clock.now(), revokedReason: 'unused' });
      expect((await fixture.tables.of(Token).in(fixture.site).one({ id: over }))?.revokedReason).toBe('leaked');
      expect(await fixture.clean()).toEqual({});
    });

    it('revokes so many at a time, whether they were never used or not for long, and each once', async () => {
      const unused = [
        await fixture.token({ createdAt: before() }),
        await fixture.token({ createdAt: before() }),
        await fixture.token({ lastUsedAt: before() }),
        await fixture.token({ lastUsedAt: before(), rotatedAt: before() }),
      ];
      const tokens = fixture.context.get(UnusedTokens, { strict: false });
      const portion = (limit: number) =>
        fixture.unitOfWork.run((tx) => tokens.revoke(tx, fixture.site, fixture.ago(DAYS), limit));
      const portions = [await portion(3), await portion(3), await portion(3)];
      expect(portions.map(({ length }) => length)).toEqual([3, 1, 0]);
      expect(portions.flatMap((each) => each.map(({ id }) => id)).sort()).toEqual(unused);
      expect(await fixture.audited('token.revoked')).toHaveLength(4);
    });

    it('leaves those of other sites alone', async () => {
      const { id: elsewhere } = siteRow();
      const owner = newId();
      await fixture.unitOfWork.run(async (tx) => {
        await fixture.tables
          .ofDeployment(Site)
          .rows(tx)
          .insert(siteRow({ id: elsewhere }));
        await fixture.tables
          .of(User)
          .in(elsewhere, tx)
          .insert(userRow({ id: owner }));
        const row = fixture.tokenRow({ ownerId: owner });
        await fixture.tables
          .of(Token)
          .in(elsewhere, tx)
          .insert(row as Token);
      });
      expect(await fixture.clean()).toEqual({});
      fixture.unusedLimits([
        { siteId: fixture.site, days: DAYS },
        { siteId: elsewhere, days: DAYS },
      ]);
      expect(await fixture.clean()).toEqual({ unusedTokensRevoked: 1 });
    });

    it('finds those behind any number that were rotated lately', async () => {
      const row = () => fixture.tokenRow({ rotatedAt: fixture.ago(1) });
      await fixture.insert(Token, Array.from({ length: BATCH }, row));
      const unused = await fixture.token();
      expect(await fixture.clean()).toEqual({ unusedTokensRevoked: 1 });
      expect(await revoked()).toEqual([unused]);
    });

    it('leaves one alone that is used while it is being looked at', async () => {
      const id = await fixture.token();
      let round: Promise<unknown> = Promise.resolve();
      await fixture.unitOfWork.run(async (tx) => {
        await fixture.tables.of(Token).in(fixture.site, tx).update({ id }, { lastUsedAt: fixture.clock.now() });
        round = fixture.clean();
        await delay(300); // on MySQL the round finds the token unused meanwhile, and waits for its row
      });
      expect(await round).toEqual({});
      expect(await revoked()).toEqual([]);
    });

    it('audits each, and tells each owner once', async () => {
      const other = newId();
      await fixture.insert(User, userRow({ id: other }));
      const mine = [await fixture.token({ name: 'one' }), await fixture.token({ name: 'two' })];
      const theirs = await fixture.token({ ownerId: other, name: 'three', lastUsedAt: before() });
      await fixture.clean();
      const events = await fixture.audited('token.revoked');
      expect(events.map(({ subjectId }) => subjectId).sort()).toEqual([...mine, theirs].sort());
      expect(events.find(({ subjectId }) => subjectId === theirs)).toMatchObject({
        siteId: fixture.site,
        outcome: 'success',
        actorKind: 'system',
        subjectType: 'token',
        subjectName: 'three',
        details: { reason: 'unused', last4: 'x7Qa', lastUsedAt: before().toISOString() },
      });
      const news = await notifications();
      expect(news.map(({ userId }) => userId)).toEqual([fixture.owner, other].sort());
      expect(news.find(({ userId }) => userId === fixture.owner)).toMatchObject({
        kind: 'tokens.revoked_unused',
        subjectType: 'user',
        subjectId: fixture.owner,
        details: {
          days: DAYS,
          count: 2,
          tokens: expect.arrayContaining([{ id: mine[0], name: 'one', last4: 'x7Qa' }]),
        },
      });
    });

    it('takes them in batches, and names no more in a notification than it can hold', async () => {
      const row = () => fixture.tokenRow({ name: 'ü'.repeat(200) });
      await fixture.insert(Token, Array.from({ length: BATCH + 3 }, row));
      expect(await fixture.clean()).toEqual({ unusedTokensRevoked: BATCH + 3 });
      const news = await notifications();
      expect(news.map(({ details }) => details['count']).sort()).toEqual([3, BATCH]);
      expect(news.map(({ details }) => (details['tokens'] as unknown[]).length).sort()).toEqual([3, 50]);
    });

    it('[58] revokes nothing that it can not audit, and tells nobody of it', async () => {
      await fixture.token();
      const { writer } = fixture.context.get(Database);
      await writer.query('ALTER TABLE audit_events RENAME TO audit_events_gone');
      await expect(fixture.clean()).rejects.toThrow();
      await writer.query('ALTER TABLE audit_events_gone RENAME TO audit_events');
      expect([await revoked(), await notifications()]).toEqual([[], []]);
    });
  });
});
