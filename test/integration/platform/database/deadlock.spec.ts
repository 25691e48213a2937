import { expect } from '@jest/globals';
import { Account } from '../../../../src/directory/accounts/account.entity.js';
import { SiteTables } from '../../../../src/platform/database/site-table.js';
import { unitOfWorkOn } from '../../../support/unit-of-work.js';
import { Site } from '../../../../src/directory/sites/site.entity.js';
import { itOnMysql } from '../../../support/dialects.js';
import { accountRow, siteRow } from '../../../support/row-builders.js';
import { openTestDatabase } from '../../../support/test-databases.js';

const UNITS = 40;

// SQLite has one writer and so no deadlocks.
itOnMysql('[61] deadlocked units run again, and every count is exact', async () => {
  const opened = await openTestDatabase('mysql');
  const { database } = opened;
  const units = unitOfWorkOn(database);
  const accounts = new SiteTables(database).of(Account);
  const site = siteRow();
  const [one, two] = [accountRow({ description: '0' }), accountRow({ description: '0' })];
  await units.run(async (tx) => {
    await new SiteTables(database).ofDeployment(Site).rows(tx).insert(site);
    await accounts.in(site.id, tx).insert([one, two]);
  });

  let attempts = 0;
  await Promise.all(
    Array.from({ length: UNITS }, (_, i) =>
      units.run(
        async (tx) => {
          attempts++;
          const rows = accounts.in(site.id, tx);
          // Half of them take the rows in the opposite order.
          for (const id of i % 2 === 0 ? [one.id, two.id] : [two.id, one.id]) {
            const row = await rows.one({ id }, { lock: true });
            await rows.update({ id }, { description: String(Number(row?.description) + 1) });
          }
        },
        { deadlineMs: 20_000 },
      ),
    ),
  );

  expect(attempts).toBeGreaterThan(UNITS);
  const stored = await accounts.in(site.id).all();
  expect(stored.map((row) => row.description)).toEqual([String(UNITS), String(UNITS)]);
  await opened.close();
});
