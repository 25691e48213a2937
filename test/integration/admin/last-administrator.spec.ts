import type { Actor } from '../../../src/shared/authz/actor.js';
import { sha256 } from '../../../src/shared/crypto/hashing.js';
import { ServiceAccountTokens } from '../../../src/tokens/service-accounts/service-account-tokens.js';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { RemoveUser } from '../../../src/admin/removal/remove-user.js';
import { SuspendUser } from '../../../src/admin/users/suspend-user.js';
import { UpdateUser } from '../../../src/admin/users/update-user.js';
import { UserDirectory } from '../../../src/directory/users/user-directory.service.js';
import type { UserRecord } from '../../../src/directory/users/users.types.js';
import { forEachDialect } from '../../support/dialects.js';
import { acting, People } from '../directory/users/people.js';

const ROLES = ['ROLE_ADMIN'];
const PASSWORD = 'Correct-Horse-Battery-9';

forEachDialect((dialect) => {
  let people: People;
  let ann: UserRecord;
  let ben: UserRecord;

  beforeEach(async () => {
    people = await People.open(dialect);
    ann = await people.add({ roles: ROLES, password: PASSWORD });
    ben = await people.add({ roles: ROLES, password: PASSWORD });
  });
  afterEach(() => people.close());

  /** A service account calls with a token that an administrator made for it who doesn't count, and isn't removed here. */
  const actor = async (by: UserRecord | Actor): Promise<Actor> => {
    if ('principal' in by) return by;
    if (by.kind === 'person') return acting(by, people.clock.now());
    const tokens = people.context.get(ServiceAccountTokens, { strict: false });
    const maker = await people.add({ roles: ROLES });
    const { token, value } = await tokens.create(acting(maker, people.clock.now()), by.id, {
      name: 'x',
      expiresAt: null,
    });
    await suspend(ann, maker);
    const { principal, ...rest } = acting(by, people.clock.now());
    const credential = { ...principal.credential, kind: 'personal', id: token.id, key: sha256(value) } as const;
    return { ...rest, principal: { ...principal, credential } };
  };
  const suspend = async (by: UserRecord | Actor, whom: UserRecord) =>
    people.context.get(SuspendUser, { strict: false }).suspend(await actor(by), whom.id);
  const demote = async (by: UserRecord | Actor, whom: UserRecord) =>
    people.context.get(UpdateUser, { strict: false }).update(await actor(by), whom.id, { roles: [] });
  const remove = async (by: UserRecord | Actor, whom: UserRecord) =>
    people.context
      .get(RemoveUser, { strict: false })
      .remove(await actor(by), whom.id, { reassignTo: null, decommission: true }, null);
  const administrators = async () => {
    const filter = { limit: 10, role: 'ROLE_ADMIN', status: 'active', kind: 'person' } as const;
    return (await people.context.get(UserDirectory, { strict: false }).list(people.site, filter)).items;
  };

  it('stays when two administrators suspend each other at once', async () => {
    const tries = await Promise.allSettled([suspend(ann, ben), suspend(ben, ann)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = tries.find((each) => each.status === 'rejected');
    // Whoever comes second is suspended by then, and may suspend nobody.
    expect(refused?.reason).toMatchObject({ code: 'invalid_token' });
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

  it('is not who never set a password: their link may have been lost', async () => {
    await people.add({ roles: ROLES });
    await suspend(ann, ben);
    await expect(demote(ann, ann)).rejects.toMatchObject({ code: 'last_administrator' });
  });

  it('is not removed either, by a service account that has the role', async () => {
    const robot = await people.add({ kind: 'service', roles: ROLES });
    await remove(robot, ben);
    await expect(remove(robot, ann)).rejects.toMatchObject({ code: 'last_administrator' });
    await expect(suspend(robot, ann)).rejects.toMatchObject({ code: 'last_administrator' });
    await expect(demote(robot, ann)).rejects.toMatchObject({ code: 'last_administrator' });
    expect(await administrators()).toHaveLength(1);
  });

  it.each(['suspended', 'removed', 'demoted'])('stays when two others have the last two %s at once', async (how) => {
    const one = await actor(await people.add({ kind: 'service', roles: ROLES }));
    const other = await actor(await people.add({ kind: 'service', roles: ROLES }));
    const end = { suspended: suspend, removed: remove, demoted: demote }[how] ?? suspend;
    const tries = await Promise.allSettled([end(one, ann), end(other, ben)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(tries.find((each) => each.status === 'rejected')?.reason).toMatchObject({ code: 'last_administrator' });
    expect(await administrators()).toHaveLength(1);
  });

  it('can go once there is another', async () => {
    await people.add({ roles: ROLES, password: PASSWORD });
    await suspend(ann, ben);
    await demote(ann, ann);
    expect(await administrators()).toHaveLength(1);
  });
});
