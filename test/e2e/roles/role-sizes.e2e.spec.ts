import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Role } from '../../../src/directory/roles/role.entity.js';
import { UserRole } from '../../../src/directory/users/user-role.entity.js';
import { SiteTables } from '../../../src/platform/database/site-table.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import type { SiteId } from '../../../src/shared/ids/site-id.js';
import { type ApiClient, createPerson, signInAsAdmin } from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { AT, newId } from '../../support/row-builders.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const named = (name: string) => `ROLE_${name}`.padEnd(60, 'X');
const scope = (index: number) => `s${String(index).padStart(4, '0')}:`.padEnd(60, 'x');
const scopes = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => scope(from + index));

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let siteId: SiteId;

  const create = (name: string, given: string[]) =>
    admin.post('/admin/roles', { name, description: '', scopes: given });
  const replace = (name: string, given: string[]) =>
    admin.put(`/admin/roles/${name}`, { description: '', scopes: given });
  /** As they could be before there were limits. */
  const insert = (entity: typeof Role | typeof UserRole, rows: object[]) =>
    app.app.get(UnitOfWork).run((tx) =>
      app.app
        .get(SiteTables)
        .of<Role>(entity as typeof Role)
        .in(siteId, tx)
        .insert(rows as Role[]),
    );
  const insertRole = (name: string, given: string[]) =>
    insert(Role, [{ id: newId(), name, description: '', scopes: given, createdAt: AT, updatedAt: AT }]);

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
    siteId = (await admin.get('/auth/me')).body.site.id;
  });
  afterAll(() => app.stop());

  describe('a role [81]', () => {
    it('has at most 100 scopes of at most 60 characters, and a name of at most 60', async () => {
      expect((await create(named('LONG'), scopes(0, 100))).status).toBe(201);
      const refused = [
        await create(`${named('LONGER')}X`, scopes(0, 1)),
        await create('ROLE_MANY', scopes(0, 101)),
        await create('ROLE_WIDE', ['orders:read', `${scope(0)}x`]),
      ];
      expect(refused.map(({ status }) => status)).toEqual([400, 400, 400]);
      const paths = refused.map(({ body }) => body.errors.map(({ path }: { path: string }) => path));
      expect(paths).toEqual([['name'], ['scopes'], ['scopes.1']]);
    });

    it('that is beyond the limits from before keeps working, may lose scopes, and gains none that is too long', async () => {
      const name = 'ROLE_'.padEnd(64, 'O');
      const long = ['a', 'b', 'c'].map((letter) => `${letter}:`.padEnd(64, 'x'));
      await insertRole(name, long.slice(0, 2));
      await insertRole('ROLE_ALSO_LONG', long.slice(2));
      const holder = await createPerson(app, `holder-${dialect}`, [name]);
      expect((await holder.session.get('/auth/me')).body).toMatchObject({ roles: [name], scopes: long.slice(0, 2) });
      expect((await replace(name, long)).status).toBe(400);
      expect((await replace(name, long.slice(0, 2))).status).toBe(200);
      const asRead = { ...(await admin.get(`/admin/roles/${name}`)).body, scopes: long.slice(0, 1) };
      const shrunk = await admin.put(`/admin/roles/${name}`, { name, description: '', scopes: asRead.scopes });
      expect([shrunk.status, shrunk.body.scopes]).toEqual([200, long.slice(0, 1)]);
    });
  });

  describe('a user [81]', () => {
    const names = Array.from({ length: 42 }, (_, index) => `ROLE_OF_${dialect.toUpperCase()}_${index}`);

    beforeAll(async () => {
      for (const name of names) await create(name, ['orders:read']);
    });

    it('has at most 40 roles', async () => {
      const person = (roles: string[], username: string) =>
        admin.post('/admin/users', { username, email: `${username}@example.com`, kind: 'person', roles });
      expect((await person(names.slice(0, 41), `many-${dialect}`)).body.errors[0].path).toBe('roles');
      const created = await person(names.slice(0, 40), `full-${dialect}`);
      expect(created.status).toBe(201);
      const more = await admin.patch(`/admin/users/${created.body.id}`, { roles: names.slice(0, 41) });
      expect([more.status, more.body.errors?.[0].path]).toEqual([400, 'roles']);
    });

    it('with more from before may lose some step by step, and gains none', async () => {
      const { id } = await createPerson(app, `over-${dialect}`, names.slice(0, 40));
      await insert(UserRole, [{ userId: id, role: names[40] }]);
      const set = async (roles: string[]) => (await admin.patch(`/admin/users/${id}`, { roles })).status;
      expect(await set([...names.slice(0, 40), names[41] ?? ''])).toBe(400);
      expect(await set(names.slice(0, 41))).toBe(200);
      await insert(UserRole, [{ userId: id, role: names[41] }]);
      expect(await set(names.slice(0, 41))).toBe(200);
    });
  });

  describe('a site [81]', () => {
    it('has at most 1,000 scopes of its own, also when several roles are made at once', async () => {
      // 100 of the role above, orders:read, and 2 long ones
      for (let count = 1; count < 9; count++) {
        expect((await create(`ROLE_PART_${count}`, scopes(count * 100, 100))).status).toBe(201);
      }
      const attempts = await Promise.all(
        [900, 940, 980].map((from, index) => create(`ROLE_RACE_${index}`, scopes(from, 40))),
      );
      expect(attempts.map(({ status }) => status).sort()).toEqual([201, 201, 409]);
      const refused = attempts.find(({ status }) => status === 409);
      expect(refused?.body.code).toBe('too_many_scopes');
      const own = (await admin.get('/scopes')).body.items?.length ?? (await admin.get('/scopes')).body.length;
      expect(own).toBeLessThanOrEqual(1_000 + 17);
    });

    it('that is beyond it from before gains none, and may lose and rearrange what it has', async () => {
      await insertRole('ROLE_BEYOND', scopes(2_000, 100));
      const refused = await create('ROLE_NEXT', ['next:read']);
      expect([refused.status, refused.body.code]).toEqual([409, 'too_many_scopes']);
      expect((await create('ROLE_SAME', scopes(2_000, 2))).status).toBe(201);
      expect((await replace('ROLE_BEYOND', scopes(2_000, 99))).status).toBe(200);
      expect((await replace('ROLE_BEYOND', scopes(2_001, 99))).body.code).toBe('too_many_scopes');
      expect((await replace('ROLE_BEYOND', scopes(2_000, 1))).status).toBe(200);
    });
  });
});
