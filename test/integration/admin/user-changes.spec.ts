import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { CreateUser } from '../../../src/admin/users/create-user.js';
import { InviteUser } from '../../../src/admin/users/invite-user.js';
import { SuspendUser } from '../../../src/admin/users/suspend-user.js';
import { UpdateUser } from '../../../src/admin/users/update-user.js';
import { Database } from '../../../src/platform/database/database.js';
import { Invitation } from '../../../src/directory/users/invitations/invitation.entity.js';
import { Site } from '../../../src/directory/sites/site.entity.js';
import { User } from '../../../src/directory/users/user.entity.js';
import { UserDirectory } from '../../../src/directory/users/user-directory.service.js';
import type { UserRecord } from '../../../src/directory/users/users.types.js';
import { forEachDialect } from '../../support/dialects.js';
import { acting, People } from '../directory/users/people.js';

forEachDialect((dialect) => {
  let people: People;
  let ann: UserRecord;
  let ben: UserRecord;

  beforeEach(async () => {
    people = await People.open(dialect);
    ann = await people.add({ roles: ['ROLE_ADMIN'] });
    ben = await people.add({ roles: ['ROLE_API_SECURITY'] });
  });
  afterEach(() => people.close());

  const get = <T>(type: abstract new (...args: never[]) => T): T => people.context.get<T>(type, { strict: false });
  const annActs = () => acting(ann, people.clock.now());
  const seen = (id: string) => get(UserDirectory).read(people.site, id);

  it('[58] do not happen when they cannot be audited', async () => {
    await get(Database).writer.query('ALTER TABLE audit_events RENAME TO audit_events_gone');
    const before = await people.tables.of(User).in(people.site).count();
    const wanted = { username: 'new', email: null, kind: 'person', roles: [], password: null } as const;
    const changes = await Promise.allSettled([
      get(SuspendUser).suspend(annActs(), ben.id),
      get(UpdateUser).update(annActs(), ben.id, { username: 'renamed', roles: ['ROLE_ADMIN'] }),
      get(InviteUser).invite(annActs(), ben.id),
      get(CreateUser).create(annActs(), wanted),
    ]);
    expect(changes.map(({ status }) => status)).toEqual(changes.map(() => 'rejected'));
    await get(Database).writer.query('ALTER TABLE audit_events_gone RENAME TO audit_events');
    expect(await seen(ben.id)).toEqual(ben);
    expect(await people.tables.of(User).in(people.site).count()).toBe(before);
    expect(await people.tables.of(Invitation).in(people.site).count()).toBe(0);
  });

  it('of the same user at once all hold', async () => {
    await Promise.all([
      get(UpdateUser).update(annActs(), ben.id, { roles: ['ROLE_API_SECURITY', 'ROLE_MANAGE_PROXIES'] }),
      get(UpdateUser).update(annActs(), ben.id, { username: 'benedict' }),
      get(UpdateUser).update(annActs(), ben.id, { email: 'benedict@example.com' }),
      get(SuspendUser).suspend(annActs(), ben.id),
    ]);
    expect(await seen(ben.id)).toMatchObject({
      username: 'benedict',
      email: 'benedict@example.com',
      roles: ['ROLE_API_SECURITY', 'ROLE_MANAGE_PROXIES'],
      status: 'suspended',
    });
  });

  it('leave one invitation of many made at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => get(InviteUser).invite(annActs(), ben.id)));
    expect(await people.tables.of(Invitation).in(people.site).count({ userId: ben.id })).toBe(1);
  });

  it('spare the owner of the site from who is no administrator, even if the owner holds no role', async () => {
    const owner = await people.add();
    await people.unitOfWork.run((tx) =>
      people.tables.ofDeployment(Site).rows(tx).update({ id: people.site }, { ownerId: owner.id }),
    );
    const helper = acting(ben, people.clock.now(), ['users:read', 'users:write']);
    await expect(get(InviteUser).invite(helper, owner.id)).rejects.toMatchObject({ code: 'user_out_of_reach' });
    await expect(get(InviteUser).invite(annActs(), owner.id)).rejects.toMatchObject({ code: 'owner_resets_alone' });
    await expect(get(SuspendUser).suspend(annActs(), owner.id)).rejects.toMatchObject({ code: 'site_owner' });
  });
});
