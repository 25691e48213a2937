import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { HandOverSite } from '../../../src/admin/site/hand-over-site.js';
import { SuspendUser } from '../../../src/admin/users/suspend-user.js';
import { Sites } from '../../../src/directory/sites/sites.service.js';
import type { UserRecord } from '../../../src/directory/users/users.types.js';
import { forEachDialect } from '../../support/dialects.js';
import { acting, People } from '../directory/users/people.js';

const ADMINISTRATOR = { roles: ['ROLE_ADMIN'], password: 'Correct-Horse-Battery-9' };

forEachDialect((dialect) => {
  let people: People;
  let ann: UserRecord;
  let ben: UserRecord;

  beforeEach(async () => {
    people = await People.open(dialect);
    ann = await people.add(ADMINISTRATOR);
    ben = await people.add(ADMINISTRATOR);
  });
  afterEach(() => people.close());

  const handOver = (by: UserRecord, to: UserRecord) =>
    people.context.get(HandOverSite, { strict: false }).to(acting(by, people.clock.now()), to.id);
  const suspend = (by: UserRecord, whom: UserRecord) =>
    people.context.get(SuspendUser, { strict: false }).suspend(acting(by, people.clock.now()), whom.id);
  const owner = async () => (await people.context.get(Sites, { strict: false }).read(people.site)).ownerId;

  it('is refused to a caller who was suspended since the guards let them in', async () => {
    await suspend(ben, ann);
    await expect(handOver(ann, ben)).rejects.toMatchObject({ code: 'invalid_token' });
    expect(await owner()).toBeNull();
  });

  it('at the same time as its caller is suspended comes first or does not happen', async () => {
    const [given] = await Promise.allSettled([handOver(ann, ben), suspend(ben, ann)]);
    if (given.status === 'rejected') expect(given.reason).toMatchObject({ code: 'invalid_token' });
    expect(await owner()).toBe(given.status === 'fulfilled' ? ben.id : null);
  });
});
