import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { ENTITIES } from '../../../../src/app/entities.js';
import { Account } from '../../../../src/directory/accounts/account.entity.js';
import type { Database } from '../../../../src/platform/database/database.js';
import { openDatabase, runMigrations } from '../../../../src/platform/database/opening/open-database.js';
import { PreparedReads } from '../../../../src/platform/database/prepared-reads.js';
import { SiteTables } from '../../../../src/platform/database/site-table.js';
import type { UnitOfWork } from '../../../../src/platform/database/unit-of-work.js';
import { unitOfWorkOn } from '../../../support/unit-of-work.js';
import { Secret } from '../../../../src/shared/crypto/secret.js';
import { Site } from '../../../../src/directory/sites/site.entity.js';
import { accountRow, siteRow } from '../../../support/row-builders.js';
import { mariadbIsInstalled, startMariadb, type MariadbServer } from '../../../support/mariadb-server.js';
import { newFolder } from '../../../support/test-databases.js';

const testFrozen = mariadbIsInstalled() ? test : test.skip;
const site = siteRow();
const ANSWER_WITHIN_MS = 2_000;

let server: MariadbServer;
let database: Database;
let units: UnitOfWork;
let tables: SiteTables;
let reads: PreparedReads;

// A server of its own: the other tests need theirs alive.
beforeAll(async () => {
  if (!mariadbIsInstalled()) return;
  server = await startMariadb(newFolder());
  database = await openDatabase({ kind: 'mysql', url: new Secret(`${server.url}mysql`) }, ENTITIES);
  await database.writer.query('CREATE DATABASE gatehouse');
  await database.close();
  database = await openDatabase({ kind: 'mysql', url: new Secret(`${server.url}gatehouse`) }, ENTITIES);
  await runMigrations(database);
  units = unitOfWorkOn(database);
  tables = new SiteTables(database);
  reads = new PreparedReads(database);
  await units.run(async (tx) => tables.ofDeployment(Site).rows(tx).insert(site));
});
afterEach(() => {
  server.process.kill('SIGCONT');
});
afterAll(async () => {
  await database.close();
  await server.stop();
});

const read = async () => tables.of(Account).in(site.id).count();
const write = async () => units.run(async (tx) => tables.of(Account).in(site.id, tx).insert(accountRow()));
const prepared = async () => reads.prepare('SELECT id FROM sites WHERE slug = ?').all([site.slug]);

/** The outcome of each, and how long it took. */
async function timed(work: () => Promise<unknown>): Promise<{ code: unknown; ms: number }> {
  const started = performance.now();
  const outcome = await work().then(
    () => 'done',
    (error: unknown) => (error as { code?: unknown }).code ?? error,
  );
  return { code: outcome, ms: performance.now() - started };
}

async function expectUnavailable(works: (() => Promise<unknown>)[]): Promise<void> {
  const outcomes = await Promise.all(works.map(timed));
  expect(new Set(outcomes.map(({ code }) => code))).toEqual(new Set(['database_unavailable']));
  expect(Math.max(...outcomes.map(({ ms }) => ms))).toBeLessThan(ANSWER_WITHIN_MS);
}

async function expectHealed(): Promise<void> {
  const deadline = performance.now() + 5_000;
  while (performance.now() < deadline) {
    const outcomes = await Promise.all([read, write, prepared].map(timed));
    if (outcomes.every(({ code }) => code === 'done')) return;
  }
  expect(await timed(write)).toMatchObject({ code: 'done' });
}

testFrozen('[56] a frozen server is unavailable within 2 seconds, and the pool heals when it goes on', async () => {
  const before = await read();
  server.process.kill('SIGSTOP');
  await expectUnavailable([read, write, prepared]);
  // More than the pool holds, so that some only wait for a connection.
  await expectUnavailable(Array.from({ length: 60 }, (_, i) => [read, write, prepared][i % 3] ?? read));
  server.process.kill('SIGCONT');
  await expectHealed();
  const after = await read();
  expect(after).toBeGreaterThan(before);
  expect(after).toBeLessThanOrEqual(before + 10);
});

testFrozen('[56] a server that freezes in the middle of a unit of work leaves nothing of it', async () => {
  const description = 'half a unit';
  await expectUnavailable([
    async () =>
      units.run(async (tx) => {
        await tables.of(Account).in(site.id, tx).insert(accountRow({ description }));
        server.process.kill('SIGSTOP');
        // Only a COMMIT under way when the server froze may still happen; let none get that far.
        await delay(200);
        await tables.of(Account).in(site.id, tx).insert(accountRow({ description }));
      }),
  ]);
  server.process.kill('SIGCONT');
  await expectHealed();
  expect(await tables.of(Account).in(site.id).count({ description })).toBe(0);
});

testFrozen('[56] a server that is killed is unavailable at once, and used again when it is back', async () => {
  const port = new URL(server.url).port;
  await server.stop();
  await expectUnavailable([read, write, prepared]);
  server = await startMariadb(newFolder(), { port: Number(port), data: server.data });
  await expectHealed();
});
