import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { statSync } from 'node:fs';
import { ENTITIES } from '../../../../src/app/entities.js';
import { Account } from '../../../../src/directory/accounts/account.entity.js';
import { openDatabase } from '../../../../src/platform/database/opening/open-database.js';
import { PreparedReads } from '../../../../src/platform/database/prepared-reads.js';
import { SiteTables } from '../../../../src/platform/database/site-table.js';
import type { UnitOfWork } from '../../../../src/platform/database/unit-of-work.js';
import { unitOfWorkOn } from '../../../support/unit-of-work.js';
import { Site } from '../../../../src/directory/sites/site.entity.js';
import { holdLock } from '../../../support/lock-holder.js';
import { accountRow, siteRow } from '../../../support/row-builders.js';
import { openTestDatabase, type TestDatabase } from '../../../support/test-databases.js';

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
afterEach(async () => opened.close());

const fileOf = () => (opened.location.kind === 'sqlite' ? opened.location.file : '');
const count = async () => tables.of(Account).in(site.id).count();
const write = async () => units.run(async (tx) => tables.of(Account).in(site.id, tx).insert(accountRow()));

test('[56] writes are unavailable within 2 seconds while another process holds the lock; reads and the clock go on', async () => {
  const holder = await holdLock(fileOf(), 'BEGIN IMMEDIATE');
  const started = performance.now();
  let longestPause = 0;
  let last = started;
  const pulse = setInterval(() => {
    longestPause = Math.max(longestPause, performance.now() - last);
    last = performance.now();
  }, 5);
  const writes = Array.from({ length: 20 }, write);
  expect(await count()).toBe(0);
  const outcomes = await Promise.allSettled(writes);
  clearInterval(pulse);
  expect(performance.now() - started).toBeLessThan(2_000);
  expect(outcomes.map((outcome) => outcome.status === 'rejected' && (outcome.reason as { code: string }).code)).toEqual(
    Array(20).fill('database_unavailable'),
  );
  expect(longestPause).toBeLessThan(200);
  await holder.release();
  await write();
  expect(await count()).toBe(1);
});

test('a write waits for a lock that is held for a moment', async () => {
  const holder = await holdLock(fileOf(), 'BEGIN IMMEDIATE');
  const writing = write();
  await delay(200);
  await holder.release();
  await writing;
  expect(await count()).toBe(1);
});

test('opening waits for a process that has the file to itself for a moment', async () => {
  await opened.database.close();
  const holder = await holdLock(fileOf(), 'PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  const opening = openDatabase(opened.location, ENTITIES);
  await delay(200);
  await holder.release();
  const database = await opening;
  expect(await new PreparedReads(database).prepare('SELECT id FROM sites').all([])).toEqual([{ id: site.id }]);
  await database.close();
});

test("only its owner can read the file, or SQLite's files beside it", async () => {
  await write();
  for (const file of ['', '-wal', '-shm']) expect(statSync(`${fileOf()}${file}`).mode & 0o777).toBe(0o600);
});
