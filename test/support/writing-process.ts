import 'reflect-metadata';
import { ENTITIES } from '../../src/app/entities.js';
import { Account } from '../../src/directory/accounts/account.entity.js';
import { openDatabase } from '../../src/platform/database/opening/open-database.js';
import { SiteTables } from '../../src/platform/database/site-table.js';
import { unitOfWorkOn } from './unit-of-work.js';
import type { SiteId } from '../../src/shared/ids/site-id.js';
import { accountRow } from './row-builders.js';

// A process for durability tests to kill: it writes pairs of rows, from many units at once, and says the names of
// each pair once it is committed.
const [, , file = '', siteId = ''] = process.argv;

const database = await openDatabase({ kind: 'sqlite', file }, ENTITIES);
const units = unitOfWorkOn(database);
const accounts = new SiteTables(database).of(Account);

async function writeForEver(): Promise<never> {
  for (;;) {
    const pair = [accountRow(), accountRow()];
    await units.run(async (tx) => {
      for (const row of pair) await accounts.in(siteId as SiteId, tx).insert(row);
    });
    process.stdout.write(`${pair.map(({ name }) => name).join(' ')}\n`);
  }
}

await Promise.all(Array.from({ length: 8 }, writeForEver));
