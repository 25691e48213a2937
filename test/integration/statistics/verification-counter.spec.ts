import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { ENTITIES } from '../../../src/app/entities.js';
import { openDatabase } from '../../../src/platform/database/opening/open-database.js';
import type { Database } from '../../../src/platform/database/database.js';
import { SiteTables } from '../../../src/platform/database/site-table.js';
import { unitOfWorkOn } from '../../support/unit-of-work.js';
import { Clock } from '../../../src/shared/clock/clock.js';
import { Randomness } from '../../../src/shared/crypto/randomness.js';
import { Ids } from '../../../src/shared/ids/ids.js';
import { Site } from '../../../src/directory/sites/site.entity.js';
import { VerificationCounter } from '../../../src/statistics/verification-counter.service.js';
import { VerificationCountRepository } from '../../../src/statistics/verification-count.repository.js';
import { forEachDialect } from '../../support/dialects.js';
import { siteRow } from '../../support/row-builders.js';
import { openTestDatabase, type TestDatabase } from '../../support/test-databases.js';

const NINE = Date.parse('2026-11-26T09:00:00Z');
const TEN = Date.parse('2026-11-26T10:00:00Z');
const NOON = new Date('2026-11-26T12:00:00Z');

forEachDialect((dialect) => {
  const [ours, theirs] = [siteRow(), siteRow()];
  let opened: TestDatabase;
  let counts: VerificationCountRepository;
  let counter: VerificationCounter;

  const repositoryOn = (database: Database) =>
    new VerificationCountRepository(new SiteTables(database), new Ids(new Clock(), new Randomness()));
  const stored = async (site = ours.id) =>
    (await counts.between(site, new Date(0), NOON)).map(({ hour, verified, refused }) => [
      hour.toISOString().slice(11, 16),
      verified,
      refused,
    ]);

  beforeEach(async () => {
    opened = await openTestDatabase(dialect);
    const units = unitOfWorkOn(opened.database);
    await units.run((tx) => new SiteTables(opened.database).ofDeployment(Site).rows(tx).insert([ours, theirs]));
    counts = repositoryOn(opened.database);
    counter = new VerificationCounter(counts, units);
  });
  afterEach(async () => {
    await counter.beforeApplicationShutdown();
    await opened.close();
    jest.restoreAllMocks();
  });

  describe('verifications', () => {
    it('are counted by site and hour, to the millisecond, and added to what is there', async () => {
      counter.verified(ours.id, NINE);
      counter.verified(ours.id, TEN - 1);
      counter.refused(ours.id, TEN - 1);
      counter.verified(ours.id, TEN);
      counter.refused(theirs.id, TEN);
      await counter.flush();
      expect(await stored()).toEqual([
        ['09:00', 2, 1],
        ['10:00', 1, 0],
      ]);
      expect(await stored(theirs.id)).toEqual([['10:00', 0, 1]]);
      counter.verified(ours.id, NINE); // an instance may be late
      counter.refused(ours.id, TEN);
      await counter.flush();
      expect(await stored()).toEqual([
        ['09:00', 3, 1],
        ['10:00', 1, 1],
      ]);
    });

    it('are written once, and at a shutdown', async () => {
      counter.verified(ours.id, NINE);
      await counter.flush();
      await counter.flush();
      expect(await stored()).toEqual([['09:00', 1, 0]]);
      counter.verified(ours.id, NINE);
      await counter.beforeApplicationShutdown();
      expect(await stored()).toEqual([['09:00', 2, 0]]);
    });

    it('of several instances add up, also when they write at once', async () => {
      const second = await openDatabase(opened.location, ENTITIES);
      const other = new VerificationCounter(repositoryOn(second), unitOfWorkOn(second));
      for (let round = 0; round < 10; round++) {
        for (const each of [counter, other]) {
          each.verified(ours.id, NINE);
          each.verified(theirs.id, NINE);
          each.refused(ours.id, TEN);
        }
        await Promise.all([counter.flush(), other.flush()]);
      }
      expect(await stored()).toEqual([
        ['09:00', 20, 0],
        ['10:00', 0, 20],
      ]);
      expect(await stored(theirs.id)).toEqual([['09:00', 20, 0]]);
      await second.close();
    });

    it('that could not be written wait, with those that come meanwhile, and it is said', async () => {
      const warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
      const add = jest.spyOn(counts, 'add').mockRejectedValueOnce(new Error('the database is away'));
      counter.verified(ours.id, NINE);
      counter.refused(ours.id, TEN);
      await counter.flush();
      expect(await stored()).toEqual([]);
      expect(warned.mock.calls).toEqual([[expect.stringContaining('2 hours wait to be counted: Error: the database')]]);
      counter.verified(ours.id, NINE);
      await counter.flush();
      expect(add).toHaveBeenCalledTimes(2);
      expect(await stored()).toEqual([
        ['09:00', 2, 0],
        ['10:00', 0, 1],
      ]);
    });

    it('of which a part was written before the database went away wait in part: nothing is counted twice', async () => {
      const many = Array.from({ length: 501 }, () => siteRow());
      const units = unitOfWorkOn(opened.database);
      await units.run((tx) => new SiteTables(opened.database).ofDeployment(Site).rows(tx).insert(many));
      const warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
      const write = counts.add.bind(counts);
      jest.spyOn(counts, 'add').mockImplementationOnce(write).mockRejectedValueOnce(new Error('the database is away'));
      for (const { id } of many) counter.verified(id, NINE);
      await counter.flush();
      expect(warned.mock.calls).toEqual([[expect.stringContaining('of 1 hours wait')]]);
      for (const { id } of many) counter.refused(id, NINE);
      await counter.flush();
      for (const { id } of many) expect(await stored(id)).toEqual([['09:00', 1, 1]]);
    });

    it('that come while a write fails are added to what waits', async () => {
      jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
      jest.spyOn(counts, 'add').mockRejectedValueOnce(new Error('the database is away'));
      counter.verified(ours.id, NINE);
      const flushed = counter.flush();
      await Promise.resolve(); // the write has taken what was pending
      counter.verified(ours.id, NINE);
      counter.refused(theirs.id, NINE);
      await flushed;
      counter.verified(ours.id, NINE);
      await counter.beforeApplicationShutdown();
      expect([await stored(), await stored(theirs.id)]).toEqual([[['09:00', 3, 0]], [['09:00', 0, 1]]]);
    });

    it('of more sites than a statement takes are all written', async () => {
      const many = Array.from({ length: 1_001 }, () => siteRow());
      const units = unitOfWorkOn(opened.database);
      await units.run((tx) => new SiteTables(opened.database).ofDeployment(Site).rows(tx).insert(many));
      for (const { id } of many) counter.verified(id, NINE);
      await counter.flush();
      for (const { id } of [many[0], many[500], many[1_000]].flatMap((site) => site ?? []))
        expect(await stored(id)).toEqual([['09:00', 1, 0]]);
    });
  });
});
