import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { SuspendUser } from '../../../src/admin/suspend-user.js';
import { UpdateUser } from '../../../src/admin/update-user.js';
import { UserDirectory } from '../../../src/users/user-directory.service.js';
import type { UserRecord } from '../../../src/users/users.types.js';
import { forEachDialect } from '../../support/dialects.js';
import { acting, People } from '../users/people.js';

const ROLES = ['ROLE_ADMIN'];

forEachDialect((dialect) => {
  let people: People;
  let ann: UserRecord;
  let ben: UserRecord;

  beforeEach(async () => {
    people = await People.open(dialect);
    ann = await people.add({ roles: ROLES });
    ben = await people.add({ roles: ROLES });
  });
  afterEach(() => people.close());

  const suspend = (by: UserRecord, whom: UserRecord) =>
    people.context.get(SuspendUser, { strict: false }).suspend(acting(by, people.clock.now()), whom.id);
  const demote = (by: UserRecord, whom: UserRecord) =>
    people.context.get(UpdateUser, { strict: false }).update(acting(by, people.clock.now()), whom.id, { roles: [] });
  const administrators = async () => {
    const filter = { limit: 10, role: 'ROLE_ADMIN', status: 'active', kind: 'person' } as const;
    return (await people.context.get(UserDirectory, { strict: false }).list(people.site, filter)).items;
  };

  it('stays when two administrators suspend each other at once', async () => {
    const tries = await Promise.allSettled([suspend(ann, ben), suspend(ben, ann)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = tries.find((each) => each.status === 'rejected');
    // Whoever comes second is suspended by then, and may suspend nobody.
    expect(refused?.reason).toMatchObject({ code: 'caller_not_active' });
    expect(await administrators()).toHaveLength(1);
  });

  it('stays when one is suspended while the other gives the role up', async () => {
    const tries = await Promise.allSettled([suspend(ann, ben), demote(ann, ann)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await administrators()).toHaveLength(1);
  });

  it('is not a service account: nobody could sign in', async () => {
    await people.add({ kind: 'service', roles: ROLES });
    await suspend(ann, ben);
    await expect(demote(ann, ann)).rejects.toMatchObject({ code: 'last_administrator' });
  });

  it('can go once there is another', async () => {
    await people.add({ roles: ROLES });
    await suspend(ann, ben);
    await demote(ann, ann);
    expect(await administrators()).toHaveLength(1);
  });
});
