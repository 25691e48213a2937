import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ENTITIES } from '../../../../src/app/entities.js';
import { User } from '../../../../src/directory/users/user.entity.js';
import { UserRole } from '../../../../src/directory/users/user-role.entity.js';
import { Role } from '../../../../src/directory/roles/role.entity.js';
import { Site } from '../../../../src/directory/sites/site.entity.js';
import { ChangeClock } from '../../../../src/platform/database/change-clock.js';
import type { Database } from '../../../../src/platform/database/database.js';
import { openDatabase } from '../../../../src/platform/database/opening/open-database.js';
import { PreparedReads } from '../../../../src/platform/database/prepared-reads.js';
import { SiteTables } from '../../../../src/platform/database/site-table.js';
import { SHARDS, type Subject } from '../../../../src/platform/database/subjects.js';
import { managerOf, noteChange } from '../../../../src/platform/database/transaction.js';
import type { UnitOfWork } from '../../../../src/platform/database/unit-of-work.js';
import type { Settings } from '../../../../src/platform/config/settings.js';
import { Clock } from '../../../../src/shared/clock/clock.js';
import { FixedClock } from '../../../support/fixed-clock.js';
import { forEachDialect } from '../../../support/dialects.js';
import { siteRow, userRow } from '../../../support/row-builders.js';
import { eventually } from '../../../support/eventually.js';
import { openTestDatabase, type TestDatabase } from '../../../support/test-databases.js';
import { unitOfWorkOn } from '../../../support/unit-of-work.js';

/** What a clock has told since it was last asked. */
class Told {
  #subjects: Subject[] = [];
  readonly clock: ChangeClock;

  constructor(database: Database, freshnessMs: number | null = null, time = new Clock()) {
    this.clock = new ChangeClock(database, new PreparedReads(database), { freshnessMs } as Settings, time);
    this.clock.follow({ changed: (subjects) => this.#subjects.push(...subjects) });
  }

  async now(): Promise<Subject[]> {
    await this.clock.upToDate();
    return this.#subjects.splice(0).sort();
  }
}

forEachDialect((dialect) => {
  let opened: TestDatabase;
  let second: Database;
  let units: UnitOfWork;
  let told: Told;
  /** Another instance, which only reads. */
  let elsewhere: Told;

  beforeEach(async () => {
    opened = await openTestDatabase(dialect);
    second = await openDatabase(opened.location, ENTITIES);
    units = unitOfWorkOn(opened.database);
    told = new Told(opened.database);
    elsewhere = new Told(second);
    expect([await told.now(), await elsewhere.now()]).toEqual([['everything'], ['everything']]);
  });
  afterEach(async () => {
    await second.close();
    await opened.close();
  });

  const change = (...subjects: Subject[]) =>
    units.run((tx) => {
      noteChange(tx, subjects);
      return Promise.resolve();
    });
  const query = (sql: string, parameters: unknown[] = []) =>
    units.run((tx) => managerOf(tx).query<Record<string, unknown>[]>(sql, parameters));

  describe('the change clock', () => {
    it('tells every instance what was committed, once', async () => {
      await change('user:ann', 'token:t');
      for (const each of [told, elsewhere]) {
        expect(await each.now()).toEqual(['token:t', 'user:ann']);
        expect(await each.now()).toEqual([]);
      }
    });

    it('tells nothing of what was rolled back, nor of units that change nothing', async () => {
      const failing = units.run((tx) => {
        noteChange(tx, ['user:ann']);
        throw new Error('rolled back');
      });
      await expect(failing).rejects.toThrow('rolled back');
      await query('SELECT 1 AS one');
      expect([await told.now(), await elsewhere.now()]).toEqual([[], []]);
    });

    it('has another position after a change, and the same without one', async () => {
      const before = told.clock.position;
      await told.clock.upToDate();
      expect(told.clock.position).toBe(before);
      await change('user:ann');
      await told.clock.upToDate();
      expect(told.clock.position).not.toBe(before);
    });

    it('numbers concurrent commits without gaps', async () => {
      const subjects = Array.from({ length: 100 }, (_, index): Subject => `user:${index}`);
      await Promise.all(subjects.map((subject) => change(subject, 'site:s')));
      expect(new Set(await elsewhere.now())).toEqual(new Set([...subjects, 'site:s']));
      const shards = await query('SELECT id, number FROM change_shards ORDER BY id');
      expect(shards).toHaveLength(SHARDS);
      for (const { id, number } of shards) {
        const rows = await query('SELECT DISTINCT number FROM changes WHERE shard = ?', [id]);
        expect(rows).toHaveLength(Number(number));
      }
    });

    it('tells of everything when a unit changed more than anybody wants to read', async () => {
      await change(...Array.from({ length: 1_001 }, (_, index): Subject => `token:${index}`));
      expect(await elsewhere.now()).toEqual(['everything']);
    });

    it('tells of everything after more changes than it reads', async () => {
      const rows = Array.from({ length: 700 }, (_, index): Subject => `token:${index}`);
      const others = Array.from({ length: 700 }, (_, index): Subject => `secret:${index}`);
      for (let i = 0; i < 24; i++) await change(...(i % 2 === 0 ? rows : others));
      expect(await elsewhere.now()).toEqual(['everything']);
      await change('user:ann');
      expect(await elsewhere.now()).toEqual(['user:ann']);
    });

    it.each([
      ['a stamp is another one', `UPDATE change_shards SET stamp = '00000000000000000000000000000000' WHERE id = 3`],
      ['a number was lost', 'UPDATE change_shards SET number = number - 1'],
      ['the rows are gone', 'DELETE FROM changes'],
      ['somebody moved it by hand (docs/operations.md)', 'UPDATE change_shards SET number = number + 1 WHERE id = 0'],
    ])('tells of everything when %s', async (_, sql) => {
      await change('user:ann', 'user:bob', 'site:s', 'token:t');
      await elsewhere.now();
      if (sql.startsWith('DELETE')) await change('user:ann');
      await query(sql);
      expect(await elsewhere.now()).toEqual(['everything']);
      await change('user:carl');
      expect(await elsewhere.now()).toEqual(['user:carl']);
    });

    it('has one read for all who ask in one turn', async () => {
      await change('user:ann');
      const asked = Array.from({ length: 50 }, () => elsewhere.clock.upToDate());
      expect(new Set(asked).size).toBe(1);
      await Promise.all(asked);
    });
  });

  describe('a change clock with a bound', () => {
    it('answers without a read until the bound has passed on either clock', async () => {
      const time = new FixedClock();
      const bounded = new Told(second, 250, time);
      expect(await bounded.now()).toEqual(['everything']);
      await change('user:ann');
      time.advance(249);
      expect(await bounded.now()).toEqual([]);
      time.advance(1);
      expect(await bounded.now()).toEqual(['user:ann']);
      await change('user:bob');
      time.set(new Date(time.now().getTime() + 250)); // the monotonic clock stands still while a machine sleeps
      expect(await bounded.now()).toEqual(['user:bob']);
    });

    it('tells of everything when the time was set back', async () => {
      const time = new FixedClock();
      const bounded = new Told(second, 250, time);
      await bounded.now();
      time.set(new Date(time.now().getTime() - 1));
      expect(await bounded.now()).toEqual(['everything']);
      expect(await bounded.now()).toEqual([]);
    });

    it('reads by itself, so that nobody has to wait', async () => {
      const bounded = new Told(second, 30);
      bounded.clock.onApplicationBootstrap();
      await eventually(() => Promise.resolve(bounded.clock.position), 1);
      await change('user:ann');
      await eventually(() => Promise.resolve(bounded.clock.position), 2);
      bounded.clock.onApplicationShutdown();
    });
  });

  describe('a write through the tables', () => {
    it('says whom it concerns by its conditions, else the site', async () => {
      const tables = new SiteTables(opened.database);
      const site = siteRow();
      const user = userRow();
      await units.run(async (tx) => {
        await tables.ofDeployment(Site).rows(tx).insert(site);
        await tables.of(User).in(site.id, tx).insert(user);
      });
      expect(await told.now()).toEqual([]);
      const users = tables.of(User);
      await units.run((tx) => users.in(site.id, tx).update({ id: user.id }, { status: 'suspended' }));
      expect(await told.now()).toEqual([`user:${user.id}`]);
      await units.run((tx) => users.in(site.id, tx).update({ status: 'suspended' }, { status: 'active' }));
      expect(await told.now()).toEqual([`site:${site.id}`]);
      await units.run((tx) => users.in(site.id, tx).update({ id: user.id }, { email: 'a@example.com' }));
      await units.run((tx) => users.in(site.id, tx).update({ id: 'nobody' }, { status: 'suspended' }));
      expect(await told.now()).toEqual([]);
      await units.run((tx) => users.acrossSites('a test', tx).update({ status: 'active' }, { status: 'suspended' }));
      expect(await told.now()).toEqual(['everything']);
    });

    it('says so of a new role that somebody holds, and of roles that change', async () => {
      const tables = new SiteTables(opened.database);
      const site = siteRow();
      const user = userRow();
      await units.run(async (tx) => {
        await tables.ofDeployment(Site).rows(tx).insert(site);
        await tables.of(User).in(site.id, tx).insert(user);
      });
      await units.run((tx) => tables.of(UserRole).in(site.id, tx).insert({ userId: user.id, role: 'ROLE_A' }));
      expect(await told.now()).toEqual([`user:${user.id}`]);
      const [now, id] = [new Date(), user.id];
      const role = { id, name: 'ROLE_A', description: '', scopes: ['a:b'], createdAt: now, updatedAt: now };
      await units.run((tx) => tables.of(Role).in(site.id, tx).insert(role));
      expect(await told.now()).toEqual([`site:${site.id}`]);
      await units.run((tx) => tables.of(Role).in(site.id, tx).update({ id }, { scopes: [] }));
      expect(await told.now()).toEqual([`site:${site.id}`]);
      await units.run((tx) => tables.of(UserRole).in(site.id, tx).delete({ userId: user.id }));
      expect(await told.now()).toEqual([`user:${user.id}`]);
    });
  });
});
