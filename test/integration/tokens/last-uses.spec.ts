import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { INestApplicationContext } from '@nestjs/common';
import { TokenUsage } from '../../../src/tokens/token-usage.service.js';
import { Token } from '../../../src/tokens/token.entity.js';
import { TokenRepository } from '../../../src/tokens/token.repository.js';
import { forEachDialect } from '../../support/dialects.js';
import { newId } from '../../support/row-builders.js';
import { RetentionFixture } from '../platform/retention/retention-fixture.js';

const NINE = Date.parse('2026-01-15T09:00:00.000Z');
const HOME = '192.0.2.1';
const AWAY = '198.51.100.7';

forEachDialect((dialect) => {
  let fixture: RetentionFixture;
  let usage: TokenUsage;

  beforeEach(async () => {
    fixture = await RetentionFixture.open(dialect);
    usage = usageOf(fixture.context);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await fixture.close();
  });

  const usageOf = (context: INestApplicationContext) => context.get(TokenUsage, { strict: false });
  /** The next write fails; what was said of it. */
  const failOnce = (call = 1) => {
    const repository = fixture.context.get(TokenRepository, { strict: false });
    const write = repository.noteUses.bind(repository);
    let calls = 0;
    const statements = jest.spyOn(repository, 'noteUses').mockImplementation(async (...statement) => {
      if (++calls === call) throw new Error('the database is away');
      await write(...statement);
    });
    return { statements, warned: jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined) };
  };
  const lastUse = async (id: string) => {
    const row = await fixture.tables.of(Token).in(fixture.site).one({ id });
    return row?.lastUsedAt ? [row.lastUsedAt.getTime() - NINE, row.lastUsedAddress] : null;
  };

  describe('the last use of a token', () => {
    it('does not go back in time when an older one arrives after it, from this instance or another', async () => {
      const [ours, theirs] = [await fixture.token(), await fixture.token()];
      usage.note(ours, HOME, NINE + 2);
      usage.note(ours, AWAY, NINE + 1);
      usage.note(theirs, HOME, NINE + 2);
      await usage.flush();
      expect(await lastUse(ours)).toEqual([2, HOME]);
      const second = await fixture.another();
      const other = usageOf(second);
      other.note(ours, AWAY, NINE + 3);
      other.note(theirs, AWAY, NINE + 1);
      await other.flush();
      await second.close();
      expect([await lastUse(ours), await lastUse(theirs)]).toEqual([
        [3, AWAY],
        [2, HOME],
      ]);
    });

    it('is compared to the millisecond, over the turn of a day', async () => {
      const token = await fixture.token();
      const midnight = Date.parse('2026-01-16T00:00:00.000Z');
      for (const at of [midnight - 1, midnight, midnight - 2, midnight + 1, midnight]) {
        usage.note(token, at > midnight ? HOME : AWAY, at);
        await usage.flush();
      }
      expect(await lastUse(token)).toEqual([midnight + 1 - NINE, HOME]);
    });

    it('waits when it could not be written, and one that comes meanwhile is the one that counts', async () => {
      const { warned } = failOnce();
      const [used, again, late] = [await fixture.token(), await fixture.token(), await fixture.token()];
      usage.note(used, HOME, NINE);
      usage.note(again, HOME, NINE);
      const flushed = usage.flush();
      await Promise.resolve(); // the write has taken what was pending
      usage.note(again, AWAY, NINE + 5);
      usage.note(late, AWAY, NINE + 5);
      await flushed;
      expect(warned).toHaveBeenCalledTimes(1);
      expect(await lastUse(used)).toBeNull();
      await usage.flush();
      expect([await lastUse(used), await lastUse(again), await lastUse(late)]).toEqual([
        [0, HOME],
        [5, AWAY],
        [5, AWAY],
      ]);
    });

    it('is written at a shutdown, also when the write before failed', async () => {
      failOnce();
      const token = await fixture.token();
      usage.note(token, HOME, NINE);
      await usage.flush();
      await usage.beforeApplicationShutdown();
      expect(await lastUse(token)).toEqual([0, HOME]);
    });

    it('of more tokens than a commit takes: those that were written are written once', async () => {
      const { statements, warned } = failOnce(21); // the first of the second commit
      const ids = Array.from({ length: 1_001 }, () => newId()).sort();
      const [first = '', last = ''] = [ids[0], ids.at(-1)];
      await fixture.token({ id: first });
      await fixture.token({ id: last });
      for (const id of ids) usage.note(id, HOME, NINE);
      await usage.flush();
      expect([await lastUse(first), await lastUse(last)]).toEqual([[0, HOME], null]);
      expect(warned).toHaveBeenCalledWith(expect.stringContaining('of 1 token'));
      await usage.flush();
      expect(await lastUse(last)).toEqual([0, HOME]);
      expect(statements).toHaveBeenCalledTimes(22);
    });
  });
});
