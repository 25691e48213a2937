import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { StaleRows } from '../../../../src/platform/database/stale-rows.js';
import { timeParameter } from '../../../../src/platform/database/stored-time.js';
import { Session } from '../../../../src/directory/sessions/session.entity.js';
import { forEachDialect } from '../../../support/dialects.js';
import { RetentionFixture } from '../retention/retention-fixture.js';

forEachDialect((dialect) => {
  let fixture: RetentionFixture;

  beforeEach(async () => {
    fixture = await RetentionFixture.open(dialect);
  });
  afterEach(() => fixture.close());

  const sweep = (limit: number) => {
    const parameters = [timeParameter(fixture.ago(20))];
    const ways = ['expires_at <= ?', 'ended_at <= ?'].map((sql) => ({ sql, parameters }));
    const stale = fixture.context.get(StaleRows, { strict: false });
    return fixture.unitOfWork.run((tx) => stale.delete(tx, { name: 'sessions', key: 'id' }, ways, limit));
  };
  const expired = { expiresAt: new Date('2025-12-01T00:00:00Z') };
  const ended = { endedAt: new Date('2025-12-01T00:00:00Z') };

  describe('rows that are stale', () => {
    it('in two ways are deleted once and counted once', async () => {
      const both = [await fixture.session({ ...expired, ...ended }), await fixture.session({ ...expired, ...ended })];
      const one = await fixture.session(ended);
      const kept = await fixture.session();
      expect((await sweep(10)).sort()).toEqual([...both, one].sort());
      expect(await fixture.ids(Session)).toEqual([kept]);
    });

    it('are deleted up to the limit, however they divide between the ways', async () => {
      for (const way of [expired, expired, ended, ended, { ...expired, ...ended }]) await fixture.session(way);
      expect(await sweep(0)).toEqual([]);
      const found = [await sweep(1), await sweep(3), await sweep(3), await sweep(3)];
      expect(found.map(({ length }) => length)).toEqual([1, 3, 1, 0]);
      expect(new Set(found.flat()).size).toBe(5);
    });
  });
});
