import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '../../../src/platform/audit/audit.types.js';
import { SiteTables } from '../../../src/platform/database/site-table.js';
import { type Tx, UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { Role } from '../../../src/directory/roles/role.entity.js';
import { Roles } from '../../../src/directory/roles/roles.service.js';
import type { SiteId } from '../../../src/shared/ids/site-id.js';
import { SiteOwners } from '../../../src/directory/sites/site-owners.js';
import { Sites } from '../../../src/directory/sites/sites.service.js';
import { UserChanges } from '../../../src/directory/users/user-changes.service.js';
import { UserDirectory } from '../../../src/directory/users/user-directory.service.js';
import {
  type ApiAnswer,
  type ApiClient,
  createPerson,
  signInAsAdmin,
  type TestPerson,
} from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { makeLink, outcomeOf, useLink } from '../../support/links.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

/** Longer than hashing a password and looking at the link takes. */
const MEANWHILE_MS = 500;
const ROUNDS = 8;
const ORDERS = 'ROLE_ORDERS';

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let site: SiteId;
  let maker: TestPerson;
  let count = 0;

  const get = <T>(type: abstract new (...args: never[]) => T): T => app.app.get<T>(type, { strict: false });
  const person = (...roles: string[]) => createPerson(app, `racer-${++count}`, roles);

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
    site = (await admin.get('/auth/me')).body.site.id;
    for (const [name, scopes] of [
      ['ROLE_PEOPLE', ['users:read', 'users:write', 'orders:read']],
      [ORDERS, ['orders:read']],
    ])
      expect((await admin.post('/admin/roles', { name, description: 'x', scopes })).status).toBe(201);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    maker = await person('ROLE_PEOPLE');
  });

  /** The link is used while a change is under way that holds its locks and has not been written yet. */
  async function usedDuring(
    link: { url: string },
    locks: (tx: Tx) => Promise<unknown>,
    change: (tx: Tx) => Promise<unknown>,
  ) {
    let using: Promise<ApiAnswer> | undefined;
    await get(UnitOfWork).run(async (tx) => {
      await locks(tx);
      using ??= useLink(app, link);
      await delay(MEANWHILE_MS);
      await change(tx);
    });
    return using === undefined ? undefined : outcomeOf(app, await using);
  }

  describe('[74] a link that is used in the moment in which', () => {
    it('its maker is suspended is refused: it is judged again after that', async () => {
      const link = await makeLink(maker.session, (await person()).id);
      const suspend = async (tx: Tx) =>
        get(UserChanges).setStatus(tx, await get(UserDirectory).readForUpdate(tx, site, maker.id), 'suspended');
      expect(await usedDuring(link, (tx) => get(Sites).lock(tx, site), suspend)).toBe('maker_suspended');
    });

    it('its user receives the site is refused', async () => {
      const { id } = await person();
      const link = await makeLink(maker.session, id);
      const before = await get(Sites).read(site);
      const handOver = (tx: Tx) => get(SiteOwners).change(tx, before, id, SYSTEM);
      expect(await usedDuring(link, (tx) => get(Sites).lock(tx, site), handOver)).toBe('site_owner');
      await get(UnitOfWork).run((tx) => get(SiteOwners).change(tx, { ...before, ownerId: id }, before.ownerId, SYSTEM));
    });

    it('a role that its user holds is widened is refused', async () => {
      const link = await makeLink(maker.session, (await person(ORDERS)).id);
      const widen = (scopes: string[]) => (tx: Tx) =>
        get(SiteTables).of(Role).in(site, tx).update({ name: ORDERS }, { scopes });
      const held = (tx: Tx) => get(Roles).toGive(tx, site, [ORDERS]);
      expect(await usedDuring(link, held, widen(['orders:read', 'orders:write']))).toBe('maker_too_narrow');
      await get(UnitOfWork).run(widen(['orders:read']));
    });
  });

  it('[74] whatever happens to its maker, its user and their roles at once, a link is used or refused as a whole', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const [by, ben] = [await person('ROLE_PEOPLE'), await person(ORDERS)];
      const link = await makeLink(by.session, ben.id);
      const scopes = round % 2 === 0 ? ['orders:read', 'orders:write'] : ['orders:read'];
      const [used, again, ...others] = await Promise.all([
        useLink(app, link),
        useLink(app, link, 'Yet-Another-Staple-9'),
        admin.post(`/admin/users/${by.id}/suspend`),
        admin.put(`/admin/roles/${ORDERS}`, { description: 'x', scopes }),
        admin.patch(`/admin/users/${ben.id}`, { username: `renamed-${count}` }),
      ]);
      // the administrator, too, may not have held yet what the role gives since
      expect(others.filter(({ status }) => status !== 200 && status !== 403)).toEqual([]);
      const statuses = [used.status, again.status].sort();
      expect([
        [200, 400],
        [400, 400],
      ]).toContainEqual(statuses);
      const isSignedIn = (await ben.session.get('/auth/me')).status === 200;
      expect(isSignedIn).toBe(statuses[0] === 400);
      await admin.put(`/admin/roles/${ORDERS}`, { description: 'x', scopes: ['orders:read'] });
    }
  }, 240_000);
});
