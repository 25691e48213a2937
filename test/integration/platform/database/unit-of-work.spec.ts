import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { Account } from '../../../../src/directory/accounts/account.entity.js';
import { isDuplicateKey, isForeignKeyViolation } from '../../../../src/platform/database/database-failures.js';
import { SiteTables } from '../../../../src/platform/database/site-table.js';
import type { Tx } from '../../../../src/platform/database/transaction.js';
import type { UnitOfWork } from '../../../../src/platform/database/unit-of-work.js';
import { unitOfWorkOn } from '../../../support/unit-of-work.js';
import type { SiteId } from '../../../../src/shared/ids/site-id.js';
import { Site } from '../../../../src/directory/sites/site.entity.js';
import { User } from '../../../../src/directory/users/user.entity.js';
import { forEachDialect } from '../../../support/dialects.js';
import { accountRow, newId, siteRow, userRow } from '../../../support/row-builders.js';
import { openTestDatabase, type TestDatabase } from '../../../support/test-databases.js';

forEachDialect((dialect) => {
  let opened: TestDatabase;
  let units: UnitOfWork;
  let tables: SiteTables;
  let siteId: SiteId;

  beforeEach(async () => {
    opened = await openTestDatabase(dialect);
    units = unitOfWorkOn(opened.database);
    tables = new SiteTables(opened.database);
    const site = siteRow();
    siteId = site.id;
    await units.run(async (tx) => tables.ofDeployment(Site).rows(tx).insert(site));
  });
  afterEach(async () => opened.close());

  const accounts = () => tables.of(Account);
  const writeTwo = async (tx: Tx, name: string, between: () => Promise<unknown>) => {
    await accounts()
      .in(siteId, tx)
      .insert(accountRow({ name: `${name}-a` }));
    await between();
    await accounts()
      .in(siteId, tx)
      .insert(accountRow({ name: `${name}-b` }));
  };

  test('100 concurrent units commit whole or not at all, and a reader sees only what is committed', async () => {
    const state = { done: false };
    const seen: number[] = [];
    const reading = (async () => {
      while (!state.done) {
        seen.push(await accounts().in(siteId).count());
        await delay(1);
      }
    })();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 100 }, (_, i) =>
        units.run(
          async (tx) => {
            await writeTwo(tx, `unit-${i}`, () => delay(1));
            if (i % 5 === 0) throw new Error('its own failure');
          },
          { deadlineMs: 15_000 },
        ),
      ),
    );
    state.done = true;
    await reading;
    const failed = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(failed.map((outcome) => (outcome.reason as Error).message)).toEqual(Array(20).fill('its own failure'));
    expect(await accounts().in(siteId).count()).toBe(160);
    expect(seen.filter((count) => count % 2 !== 0)).toEqual([]);
  });

  test('a unit sees its own rows before the commit, and nobody else does', async () => {
    await units.run(async (tx) => {
      const row = accountRow();
      await accounts().in(siteId, tx).insert(row);
      expect(await accounts().in(siteId, tx).one({ id: row.id })).toMatchObject(row);
      expect(await accounts().in(siteId).one({ id: row.id })).toBeNull();
    });
  });

  test('a unit that goes on after its end reaches nothing', async () => {
    let escaped: Tx | undefined;
    await units.run(async (tx) => {
      escaped = tx;
    });
    const tx = escaped;
    if (tx === undefined) throw new Error('the unit did not run');
    await units.run(async () => {
      await expect(accounts().in(siteId, tx).insert(accountRow())).rejects.toThrow(/released/i);
    });
    expect(await accounts().in(siteId).count()).toBe(0);
  });

  test('a unit that takes too long is rolled back, and the next one runs', async () => {
    const started = performance.now();
    const slow = units.run(async (tx) => {
      await accounts().in(siteId, tx).insert(accountRow());
      await delay(5_000, undefined, { ref: false });
    });
    await expect(slow).rejects.toMatchObject({ code: 'database_unavailable' });
    expect(performance.now() - started).toBeLessThan(2_000);
    await units.run(async (tx) => accounts().in(siteId, tx).insert(accountRow()));
    expect(await accounts().in(siteId).count()).toBe(1);
  });

  // MySQL has nothing to tell it by
  if (dialect === 'sqlite')
    test('a unit inside another one ends at the deadline, on the dialect that can tell', async () => {
      await expect(units.run(() => units.run(async () => 1))).rejects.toMatchObject({ code: 'database_unavailable' });
      expect(await units.run(async () => 2)).toBe(2);
    });

  test('duplicate keys and broken references are told apart, and leave nothing behind', async () => {
    const failure = async (work: (tx: Tx) => Promise<unknown>) =>
      units.run(work).then(
        () => undefined,
        (error: unknown) => error,
      );
    const duplicate = await failure((tx) =>
      writeTwo(tx, 'x', () =>
        accounts()
          .in(siteId, tx)
          .insert(accountRow({ name: 'x-a' })),
      ),
    );
    expect([isDuplicateKey(duplicate), isForeignKeyViolation(duplicate)]).toEqual([true, false]);
    const orphan = await failure((tx) =>
      accounts()
        .in(newId() as SiteId, tx)
        .insert(accountRow()),
    );
    expect([isDuplicateKey(orphan), isForeignKeyViolation(orphan)]).toEqual([false, true]);
    expect(await accounts().in(siteId).count()).toBe(0);
  });

  test('a row that others refer to stays', async () => {
    const user = userRow();
    await units.run(async (tx) => {
      await tables.of(User).in(siteId, tx).insert(user);
      await tables.ofDeployment(Site).rows(tx).update({ id: siteId }, { ownerId: user.id });
    });
    const removal = units.run(async (tx) => tables.of(User).in(siteId, tx).delete({ id: user.id }));
    await expect(removal.catch((error: unknown) => isForeignKeyViolation(error))).resolves.toBe(true);
  });

  test('[61] read-modify-write from 50 units at once counts exactly', async () => {
    const row = accountRow({ description: '0' });
    await units.run(async (tx) => accounts().in(siteId, tx).insert(row));
    const increment = (tx: Tx) => async () => {
      const rows = accounts().in(siteId, tx);
      const current = await rows.one({ id: row.id }, { lock: true });
      await rows.update({ id: row.id }, { description: String(Number(current?.description) + 1) });
    };
    await Promise.all(Array.from({ length: 50 }, () => units.run((tx) => increment(tx)(), { deadlineMs: 15_000 })));
    expect(await accounts().in(siteId).one({ id: row.id })).toMatchObject({ description: '50' });
  });
});
