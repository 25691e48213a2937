import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DataSource, EntityManager } from 'typeorm';
import { SiteTables } from '../../../src/platform/database/site-table.js';
import { managerOf } from '../../../src/platform/database/transaction.js';
import { unitOfWorkOn } from '../../support/unit-of-work.js';
import { Site } from '../../../src/directory/sites/site.entity.js';
import { NO_POLICY, type SitePolicy } from '../../../src/directory/sites/sites.types.js';
import { rulesOf } from '../../../src/tokens/policy/policy-rules.js';
import { TokenFiguresRepository } from '../../../src/tokens/listing/token-figures.repository.js';
import { User } from '../../../src/directory/users/user.entity.js';
import { forEachDialect } from '../../support/dialects.js';
import { siteRow, userRow } from '../../support/row-builders.js';
import { openTestDatabase, type TestDatabase } from '../../support/test-databases.js';

/** A thousand tokens each; the first ten are of the site that is asked about. */
const OWNERS = 100;
const OUR_OWNERS = 10;
const MINUTE_MS = 60_000;
const BOUNDS = {
  rules: rulesOf(NO_POLICY),
  now: new Date('2026-06-01T00:00:00Z'),
  expiringBefore: new Date('2026-07-01T00:00:00Z'),
  unusedSince: new Date('2026-03-01T00:00:00Z'),
};

/** The nth token, alike on both dialects; of a thousand, 100 are revoked, 100 expired, 50 about to, 200 unused, 10 inherited. */
const COLUMNS = `id, site_id, owner_id, created_by, kind, format, name, last4, created_at, expires_at, revoked_at, last_used_at,
  transferred_at`;
const VALUES = `?, 'x', CASE WHEN n % 20 = 7 THEN 'application' ELSE 'personal' END,
  CASE WHEN n % 20 = 8 THEN 'jwt' ELSE 'opaque' END, 'test', 'x7Qa', '2026-01-01 00:00:00.000',
  CASE WHEN n % 1000 < 100 THEN '2026-05-31 00:00:00.000' WHEN n % 1000 < 150 THEN '2026-06-15 00:00:00.000' END,
  CASE WHEN n % 1000 >= 900 THEN '2026-05-01 00:00:00.000' END,
  CASE WHEN n % 5 > 0 THEN '2026-05-01 00:00:00.000' END,
  CASE WHEN n % 100 = 0 THEN '2026-02-01 00:00:00.000' END`;

forEachDialect((dialect) => {
  const [site, other] = [siteRow(), siteRow()];
  const owners = Array.from({ length: OWNERS }, () => userRow());
  const siteOf = (index: number) => (index < OUR_OWNERS ? site.id : other.id);
  let opened: TestDatabase;

  beforeAll(async () => {
    opened = await openTestDatabase(dialect);
    const tables = new SiteTables(opened.database);
    await unitOfWorkOn(opened.database).run(
      async (tx) => {
        await tables.ofDeployment(Site).rows(tx).insert([site, other]);
        await tables.of(User).in(site.id, tx).insert(owners.slice(0, OUR_OWNERS));
        await tables.of(User).in(other.id, tx).insert(owners.slice(OUR_OWNERS));
        for (const [index, owner] of owners.entries()) await insertTokens(managerOf(tx), owner.id, index);
      },
      { deadlineMs: MINUTE_MS },
    );
  }, MINUTE_MS);
  afterAll(() => opened.close());

  async function insertTokens(manager: EntityManager, ownerId: string, index: number): Promise<void> {
    const numbers = 'WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < 999)';
    const id = dialect === 'sqlite' ? `printf('%08d-%08d', ?, n)` : `CONCAT(LPAD(?, 8, '0'), '-', LPAD(n, 8, '0'))`;
    const select = `SELECT ${id}, ?, ${VALUES} FROM numbers`;
    const sql =
      dialect === 'sqlite'
        ? `${numbers} INSERT INTO tokens (${COLUMNS}) ${select}`
        : `INSERT INTO tokens (${COLUMNS}) ${numbers} ${select}`;
    await manager.query(sql, [index, siteOf(index), ownerId]);
  }

  it('are those of the filters, for a site and for one owner', async () => {
    const figures = new TokenFiguresRepository(new SiteTables(opened.database));
    const one = await figures.count(site.id, owners[3]?.id ?? '', BOUNDS);
    // Of the 800 that live, and the 50 about to expire, one in twenty is an application's, another a sign-in's.
    expect(one).toEqual({ active: 720, stopped: 0, expiring: 44, unused: 160, inherited: 8 });
    const all = await figures.count(site.id, null, BOUNDS);
    const scaled = Object.entries(one).map(([figure, count]) => [figure, count * OUR_OWNERS]);
    expect(all).toEqual(Object.fromEntries(scaled));
    expect(await figures.count(siteRow().id, null, BOUNDS)).toEqual({
      active: 0,
      stopped: 0,
      expiring: 0,
      unused: 0,
      inherited: 0,
    });
  });

  it('leave out of all others what the policy stops', async () => {
    const figures = new TokenFiguresRepository(new SiteTables(opened.database));
    const ofPolicy = (policy: Partial<SitePolicy>) =>
      figures.count(site.id, owners[3]?.id ?? '', { ...BOUNDS, rules: rulesOf({ ...NO_POLICY, ...policy }) });
    const endless = await ofPolicy({ allowNeverExpire: false });
    expect(endless).toEqual({ active: 44, stopped: 676, expiring: 44, unused: 10, inherited: 1 });
    const kept = await ofPolicy({ rotateInheritedWithinDays: 100 });
    expect(kept).toEqual({ active: 712, stopped: 8, expiring: 43, unused: 152, inherited: 0 });
  });

  it('are counted along an index', async () => {
    const { reader } = opened.database;
    const asked = recorded(reader);
    const figures = new TokenFiguresRepository(new SiteTables(opened.database));
    await figures.count(site.id, null, BOUNDS);
    await figures.count(site.id, owners[3]?.id ?? '', BOUNDS);
    const explain = dialect === 'sqlite' ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN';
    const plans: string[] = [];
    for (const [sql, parameters] of [...asked])
      plans.push(JSON.stringify(await reader.query<object[]>(`${explain} ${sql}`, parameters)));
    expect(plans).toEqual([
      expect.stringContaining('ix_tokens_site_id_id'),
      expect.stringMatching(/ix_tokens_owner_id_(id|revoked_at_expires_at)/),
    ]);
  });
});

/** What is asked from now on, as it is asked. */
function recorded(source: DataSource): [sql: string, parameters: unknown[]][] {
  const asked: [string, unknown[]][] = [];
  const create = source.createQueryRunner.bind(source);
  Object.assign(source, {
    createQueryRunner: (...mode: []) => {
      const runner = create(...mode);
      const query = runner.query.bind(runner);
      return Object.assign(runner, {
        query: (sql: string, parameters: unknown[] = [], ...rest: []) => {
          asked.push([sql, parameters]);
          return query(sql, parameters, ...rest);
        },
      });
    },
  });
  return asked;
}
