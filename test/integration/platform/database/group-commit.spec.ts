import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { Account } from '../../../../src/directory/accounts/account.entity.js';
import { Site } from '../../../../src/directory/sites/site.entity.js';
import { SiteTables } from '../../../../src/platform/database/site-table.js';
import type { SqliteDataSource } from '../../../../src/platform/database/sqlite/sqlite-data-source.js';
import { SqliteQueryRunner } from '../../../../src/platform/database/sqlite/sqlite-query-runner.js';
import { managerOf, type Tx } from '../../../../src/platform/database/transaction.js';
import type { UnitOfWork } from '../../../../src/platform/database/unit-of-work.js';
import { accountRow, siteRow } from '../../../support/row-builders.js';
import { openTestDatabase, type TestDatabase } from '../../../support/test-databases.js';
import { unitOfWorkOn } from '../../../support/unit-of-work.js';

describe('units of work that queue for the embedded database', () => {
  let opened: TestDatabase;
  let units: UnitOfWork;
  let tables: SiteTables;
  const site = siteRow();

  beforeEach(async () => {
    opened = await openTestDatabase('sqlite');
    units = unitOfWorkOn(opened.database);
    tables = new SiteTables(opened.database);
    await units.run(async (tx) => tables.ofDeployment(Site).rows(tx).insert(site));
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await opened.close();
  });

  const insert = (tx: Tx, name: string) => tables.of(Account).in(site.id, tx).insert(accountRow({ name }));
  const names = async () => (await tables.of(Account).in(site.id).all()).map(({ name }) => name).sort();
  /** How often the writer was told so. */
  const told = (statement: string) => {
    const { connectionInUse } = opened.database.writer as SqliteDataSource;
    const prepare = jest.spyOn(connectionInUse, 'prepare');
    return () => prepare.mock.calls.filter(([sql]) => sql === statement).length;
  };

  it('share commits, and each is readable when it is over', async () => {
    const commits = told('COMMIT');
    const wanted = Array.from({ length: 60 }, (_, index) => `account ${String(index).padStart(2, '0')}`);
    await Promise.all(
      wanted.map(async (name) => {
        await units.run((tx) => insert(tx, name));
        expect(await names()).toContain(name);
      }),
    );
    expect(await names()).toEqual(wanted);
    expect(commits()).toBeGreaterThan(1);
    expect(commits()).toBeLessThan(20);
  });

  it('commit at once when nobody waits', async () => {
    const commits = told('COMMIT');
    await units.run((tx) => insert(tx, 'one'));
    await units.run((tx) => insert(tx, 'two'));
    expect(commits()).toBe(2);
  });

  it('are rolled back alone: one that fails, and one that takes too long', async () => {
    const outcomes = await Promise.allSettled([
      units.run((tx) => insert(tx, 'before')),
      units.run(async (tx) => {
        await insert(tx, 'failing');
        throw new Error('a rule');
      }),
      units.run((tx) => insert(tx, 'between')),
      units.run(async (tx) => {
        await insert(tx, 'slow');
        await delay(2_000);
        await insert(tx, 'slower');
      }),
      units.run((tx) => insert(tx, 'after')),
    ]);
    expect(outcomes.map(({ status }) => status).slice(0, 4)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
    ]);
    // the one behind has waited for as long as any unit may
    const isThere = (await names()).includes('after');
    expect(isThere).toBe(outcomes[4].status === 'fulfilled');
    await delay(700); // what the slow one still does reaches nobody
    await units.run((tx) => insert(tx, 'later'));
    expect((await names()).filter((name) => name !== 'after')).toEqual(['before', 'between', 'later']);
  });

  it('fail together when their commit fails, and later units are not affected', async () => {
    jest.spyOn(SqliteQueryRunner.prototype, 'commitTransaction').mockRejectedValueOnce(new Error('the disk is full'));
    const outcomes = await Promise.allSettled(['a', 'b', 'c'].map((name) => units.run((tx) => insert(tx, name))));
    const failed = outcomes.filter(({ status }) => status === 'rejected').length;
    expect(failed).toBeGreaterThan(0);
    expect(await names()).toHaveLength(3 - failed);
    await units.run((tx) => insert(tx, 'next'));
    expect(await names()).toContain('next');
  });

  it('all fail when the database rolls back their transaction by itself', async () => {
    const outcomes = await Promise.allSettled([
      units.run((tx) => insert(tx, 'first')),
      units.run(async (tx) => {
        await insert(tx, 'second');
        await managerOf(tx).query('ROLLBACK');
        throw new Error('the disk is full');
      }),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await names()).toEqual([]);
    await units.run((tx) => insert(tx, 'next'));
    expect(await names()).toEqual(['next']);
  });

  it('are refused only when what they are refused for can be read', async () => {
    const name = 'named once';
    const again = () => units.run((tx) => insert(tx, name));
    const outcomes = await Promise.allSettled(
      [again, again, again].map((run) =>
        run().catch(async () => {
          expect(await names()).toEqual([name]);
        }),
      ),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
  });

  it('wait for no unit that may take long: it has a transaction of its own', async () => {
    const begins = told('BEGIN TRANSACTION');
    const commits = told('COMMIT');
    await Promise.all([
      units.run((tx) => insert(tx, 'one')),
      units.run((tx) => insert(tx, 'long'), { deadlineMs: 10_000 }),
      units.run((tx) => insert(tx, 'two')),
    ]);
    expect(await names()).toEqual(['long', 'one', 'two']);
    expect(begins()).toBe(3);
    expect(commits()).toBe(3);
  });

  it('are committed when the one that they were left open for gives up', async () => {
    let release!: () => void;
    const held = new Promise<void>((resolve) => (release = resolve));
    const first = units.run(async (tx) => {
      await insert(tx, 'first');
      await held;
    });
    const given = delay(1_400).then(release); // the second one's wait ends shortly after
    // whether it gives up or just makes it depends on the machine; what counts is the first one
    const second = units.run((tx) => insert(tx, 'second')).catch(() => undefined);
    await given;
    await first;
    await second;
    expect(await names()).toContain('first');
  });
});
