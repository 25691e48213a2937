import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { In } from 'typeorm';
import { Account } from '../../../../src/directory/accounts/account.entity.js';
import { Key } from '../../../../src/platform/keys/key.entity.js';
import { SiteTables } from '../../../../src/platform/database/site-table.js';
import type { UnitOfWork } from '../../../../src/platform/database/unit-of-work.js';
import { unitOfWorkOn } from '../../../support/unit-of-work.js';
import { Role } from '../../../../src/directory/roles/role.entity.js';
import type { SiteId } from '../../../../src/shared/ids/site-id.js';
import { Site } from '../../../../src/directory/sites/site.entity.js';
import { forEachDialect } from '../../../support/dialects.js';
import { accountRow, AT, newId, siteRow } from '../../../support/row-builders.js';
import { openTestDatabase, type TestDatabase } from '../../../support/test-databases.js';

forEachDialect((dialect) => {
  let opened: TestDatabase;
  let units: UnitOfWork;
  let tables: SiteTables;
  const [ours, theirs] = [siteRow(), siteRow()];
  const rows = Array.from({ length: 5 }, (_, i) => accountRow({ name: `ours ${i}` }));
  const foreign = accountRow({ name: 'theirs' });

  beforeAll(async () => {
    opened = await openTestDatabase(dialect);
    units = unitOfWorkOn(opened.database);
    tables = new SiteTables(opened.database);
    await units.run(async (tx) => {
      await tables.ofDeployment(Site).rows(tx).insert([ours, theirs]);
      await tables.of(Account).in(ours.id, tx).insert(rows);
      await tables.of(Account).in(theirs.id, tx).insert(foreign);
    });
  });
  afterAll(async () => opened.close());

  const accounts = () => tables.of(Account).in(ours.id);

  test('[46] no read reaches a row of another site', async () => {
    expect(await accounts().one({ id: foreign.id })).toBeNull();
    expect(await accounts().one([{ id: foreign.id }, { name: 'theirs' }])).toBeNull();
    expect(await accounts().all()).toHaveLength(rows.length);
    expect(await accounts().count({ name: In(['theirs', 'ours 1']) })).toBe(1);
  });

  test('[46] a condition on the site cannot replace the confinement', async () => {
    const smuggled = { siteId: theirs.id, id: foreign.id } as { id: string };
    expect(await accounts().one(smuggled)).toBeNull();
  });

  test('[46] no addition to a query lifts the confinement', async () => {
    const found = await accounts()
      .query('account')
      .where('account.name = :name', { name: 'theirs' })
      .orWhere('1 = 1')
      .getMany();
    expect(found.map((row) => row.siteId)).toEqual(rows.map(() => ours.id));
    const page = await accounts().page({
      limit: 50,
      cursor: null,
      refine: (query) => query.where('1 = 1').orWhere('1 = 1'),
    });
    expect(page.items).toHaveLength(rows.length);
  });

  test('[46] no write reaches a row of another site', async () => {
    const [updated, deleted] = await units.run(async (tx) => [
      await tables.of(Account).in(ours.id, tx).update({ id: foreign.id }, { name: 'taken' }),
      await tables
        .of(Account)
        .in(ours.id, tx)
        .delete([{ id: foreign.id }, { name: 'theirs' }]),
    ]);
    expect([updated, deleted]).toEqual([0, 0]);
    expect(await tables.of(Account).in(theirs.id).one({ id: foreign.id })).toMatchObject({ name: 'theirs' });
  });

  test('a new row gets the site of the table, whatever it says itself', async () => {
    const row = { ...accountRow({ name: 'smuggled' }), siteId: theirs.id };
    await units.run(async (tx) => tables.of(Account).in(ours.id, tx).insert(row));
    expect(await tables.of(Account).in(theirs.id).one({ id: row.id })).toBeNull();
    await units.run(async (tx) => tables.of(Account).in(ours.id, tx).delete({ id: row.id }));
  });

  test('a table cannot be read without a site', () => {
    expect(() => tables.of(Account).in('' as SiteId)).toThrow(/which site/);
    // @ts-expect-error -- a string from a request is not a proven site
    expect(() => tables.of(Account).in('x')).not.toThrow();
    // @ts-expect-error -- keys belong to no site
    expect(tables.of(Key)).toBeDefined();
    // @ts-expect-error -- accounts belong to sites
    expect(() => tables.ofDeployment(Account)).toThrow(/belongs to sites/);
    expect(() => tables.of(Account).acrossSites(' ')).toThrow(/why/);
  });

  test('a condition that was not filled in is an error, not everything', async () => {
    const id = undefined as unknown as string;
    await expect(accounts().one({ id })).rejects.toThrow();
    await expect(units.run(async (tx) => tables.of(Account).in(ours.id, tx).delete({ id }))).rejects.toThrow();
    expect(await accounts().count()).toBe(rows.length);
  });

  test('pages go from the newest to the oldest, once each', async () => {
    const names: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: Account[]; nextCursor: string | null } = await accounts().page({ limit: 2, cursor });
      names.push(...page.items.map((row) => row.id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    const newestFirst = rows.map((row) => row.id).sort((a, b) => b.localeCompare(a));
    expect(names).toEqual(newestFirst);
  });

  test('a page can be narrowed by conditions and by a query', async () => {
    const page = await accounts().page({
      limit: 10,
      cursor: null,
      where: { status: 'active' },
      refine: (query) => query.andWhere('row.name LIKE :pattern', { pattern: '%3' }),
    });
    expect(page.items.map((row) => row.name)).toEqual(['ours 3']);
    expect(page.nextCursor).toBeNull();
  });

  test('a cursor of our own making is asked for by name', async () => {
    const page = accounts().page({ limit: 2, cursor: "' OR 1=1 --" });
    await expect(page).rejects.toMatchObject({
      code: 'validation_failed',
      occurrence: { errors: [{ path: 'query.cursor' }] },
    });
  });

  test('times keep their milliseconds, lists their emptiness', async () => {
    const role = { id: newId(), name: 'ROLE_X', description: '', scopes: [] as string[], createdAt: AT, updatedAt: AT };
    await units.run(async (tx) => tables.of(Role).in(ours.id, tx).insert(role));
    expect(await tables.of(Role).in(ours.id).one({ id: role.id })).toMatchObject(role);
    await units.run(async (tx) =>
      tables
        .of(Role)
        .in(ours.id, tx)
        .update({ id: role.id }, { scopes: ['a:b', 'c:d'] }),
    );
    expect(await tables.of(Role).in(ours.id).one({ id: role.id })).toMatchObject({ scopes: ['a:b', 'c:d'] });
  });

  test('thousands of rows go in and out in one call each', async () => {
    const many = Array.from({ length: 2_500 }, () => accountRow({ description: 'many' }));
    const removed = await units.run(
      async (tx) => {
        const table = tables.of(Account).in(ours.id, tx);
        await table.insert(many);
        return table.delete({ description: 'many' });
      },
      { deadlineMs: 15_000 },
    );
    expect(removed).toBe(many.length);
  });
});
