import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MOST_KEYS, PreparedReads } from '../../../../src/platform/database/prepared-reads.js';
import { SiteTables } from '../../../../src/platform/database/site-table.js';
import { storedTime, timeParameter } from '../../../../src/platform/database/stored-time.js';
import { unitOfWorkOn } from '../../../support/unit-of-work.js';
import { Site } from '../../../../src/directory/sites/site.entity.js';
import { forEachDialect } from '../../../support/dialects.js';
import { AT, siteRow } from '../../../support/row-builders.js';
import { openTestDatabase, type TestDatabase } from '../../../support/test-databases.js';

interface SiteRead {
  id: string;
  owner_id: string | null;
  created_at: Date | string;
}

forEachDialect((dialect) => {
  let opened: TestDatabase;
  let reads: PreparedReads;
  const site = siteRow();

  beforeAll(async () => {
    opened = await openTestDatabase(dialect);
    reads = new PreparedReads(opened.database);
    const tables = new SiteTables(opened.database);
    await unitOfWorkOn(opened.database).run(async (tx) => tables.ofDeployment(Site).rows(tx).insert(site));
  });
  afterAll(async () => opened.close());

  test('a prepared read answers rows by parameters, times included', async () => {
    const read = reads.prepare<SiteRead>(
      'SELECT id, owner_id, created_at FROM sites WHERE slug = ? AND created_at <= ?',
    );
    const [row] = await read.all([site.slug, timeParameter(AT)]);
    expect(row).toMatchObject({ id: site.id, owner_id: null });
    expect(row === undefined ? null : storedTime(row.created_at)).toEqual(AT);
    expect(await read.all([site.slug, timeParameter(new Date(AT.getTime() - 1))])).toEqual([]);
    expect(await read.all(["' OR 1=1 --", timeParameter(AT)])).toEqual([]);
  });

  test('a statement that cannot be prepared fails at once, each time, and leaves its connection to others', async () => {
    const broken = reads.prepare('SELECT id FROM no_such_table');
    const whole = reads.prepare<{ id: string }>('SELECT id FROM sites WHERE slug = ?');
    for (let i = 0; i < 20; i++) await expect(broken.all([])).rejects.toThrow(/no.such.table/i);
    expect(await whole.all([site.slug])).toHaveLength(1);
  });

  test('500 prepared reads at once are all answered', async () => {
    const read = reads.prepare<{ id: string }>('SELECT id FROM sites WHERE slug = ?');
    const rows = await Promise.all(Array.from({ length: 500 }, () => read.all([site.slug])));
    expect(rows.every(([row]) => row?.id === site.id)).toBe(true);
  });

  test('a read by 1 to 64 keys answers each row once, and refuses none and more', async () => {
    const read = reads.prepareIn<{ slug: string }>((keys) => `SELECT slug FROM sites WHERE slug IN (${keys})`);
    for (const count of [1, 2, 3, 5, 33, 63, MOST_KEYS]) {
      const keys = [site.slug, ...Array.from({ length: count - 1 }, (_, i) => `absent-${i}`)];
      expect(await read.all(keys)).toEqual([expect.objectContaining({ slug: site.slug })]);
      expect(await read.all(keys.reverse())).toHaveLength(1);
    }
    await expect(read.all([])).rejects.toThrow(RangeError);
    await expect(read.all(Array.from({ length: MOST_KEYS + 1 }, String))).rejects.toThrow(RangeError);
  });

  test('a read by two lists of keys looks for each in its own place', async () => {
    const read = reads.prepareIn<{ slug: string }>(
      (keys) => `SELECT slug FROM sites WHERE slug IN (${keys}) UNION ALL SELECT slug FROM sites WHERE id IN (${keys})`,
    );
    const absent = ['absent-0', 'absent-1', 'absent-2'];
    expect(await read.all([site.slug], [site.id])).toHaveLength(2);
    expect(await read.all([...absent, site.slug], [site.id])).toHaveLength(2);
    expect(await read.all([site.slug], [...absent, site.id])).toHaveLength(2);
    expect(await read.all([site.slug], absent)).toHaveLength(1);
    expect(await read.all(absent, [site.id])).toHaveLength(1);
    expect(await read.all([site.id], [site.slug])).toEqual([]);
    await expect(read.all([site.slug], [])).rejects.toThrow(RangeError);
  });

  test('a scope list of 100 KiB is concatenated whole', async () => {
    const long = 'x'.repeat(100_000);
    const read = reads.prepare<{ scopes: string }>(
      'SELECT GROUP_CONCAT(value) AS scopes FROM (SELECT ? AS value) AS roles',
    );
    const [row] = await read.all([long]);
    expect(row?.scopes).toHaveLength(long.length);
  });
});
