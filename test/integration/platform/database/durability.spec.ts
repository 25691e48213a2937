import { expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ENTITIES } from '../../../../src/app/entities.js';
import { Account } from '../../../../src/directory/accounts/account.entity.js';
import { openDatabase } from '../../../../src/platform/database/opening/open-database.js';
import { SiteTables } from '../../../../src/platform/database/site-table.js';
import { unitOfWorkOn } from '../../../support/unit-of-work.js';
import { Site } from '../../../../src/directory/sites/site.entity.js';
import { siteRow } from '../../../support/row-builders.js';
import { createMigratedLocation } from '../../../support/test-databases.js';

const ROOT = join(import.meta.dirname, '../../../..');
const PAIRS_BEFORE_THE_KILL = 100;

// The MySQL server is another process, whose durability is its operator's setting.
test('[59] after kill -9 in the middle of writing, every answered write is there and no unit is there by half', async () => {
  const location = await createMigratedLocation('sqlite');
  const site = siteRow();
  let database = await openDatabase(location, ENTITIES);
  await unitOfWorkOn(database).run(async (tx) => new SiteTables(database).ofDeployment(Site).rows(tx).insert(site));
  await database.close();

  const file = location.kind === 'sqlite' ? location.file : '';
  const answered = await writeUntilKilled(file, site.id);

  database = await openDatabase(location, ENTITIES);
  const rows = await new SiteTables(database).of(Account).in(site.id).all();
  const stored = new Set(rows.map(({ name }) => name));
  expect(answered.length).toBeGreaterThanOrEqual(PAIRS_BEFORE_THE_KILL);
  expect(answered.flat().filter((name) => !stored.has(name))).toEqual([]);
  expect(rows.length % 2).toBe(0);
  expect(await database.writer.query('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  await database.close();
});

async function writeUntilKilled(file: string, siteId: string): Promise<string[][]> {
  const writer = spawn(
    process.execPath,
    ['--import', './scripts/typescript.mjs', 'test/support/writing-process.ts', file, siteId],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'], env: { PATH: process.env['PATH'] } },
  );
  const ended = once(writer, 'exit');
  const answered: string[][] = [];
  for await (const line of createInterface(writer.stdout)) {
    const names = line.split(' ');
    // The last line may have been cut by the kill.
    if (names.length === 2 && names[1]?.length === 36) answered.push(names);
    if (answered.length === PAIRS_BEFORE_THE_KILL) writer.kill('SIGKILL');
  }
  await ended;
  return answered;
}
