import { DenialLog } from '../../../../src/platform/audit/denial-log.js';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { SYSTEM } from '../../../../src/platform/audit/audit.types.js';
import { AuthModule } from '../../../../src/auth/auth.module.js';
import { AcceptInvitation } from '../../../../src/auth/login/accept-invitation.service.js';
import { Sessions } from '../../../../src/directory/sessions/sessions.service.js';
import { Invitation } from '../../../../src/directory/users/invitations/invitation.entity.js';
import { Invitations } from '../../../../src/directory/users/invitations.service.js';
import { Passwords } from '../../../../src/directory/users/passwords.service.js';
import { UserChanges } from '../../../../src/directory/users/user-changes.service.js';
import { Users } from '../../../../src/directory/users/users.service.js';
import type { UserRecord } from '../../../../src/directory/users/users.types.js';
import { forEachDialect } from '../../../support/dialects.js';
import { People } from './people.js';

const PASSWORD = 'correct horse battery';
const CONTEXT = { requestId: 'request-1', address: '203.0.113.9', userAgent: null };

forEachDialect((dialect) => {
  let people: People;

  beforeAll(async () => {
    people = await People.open(dialect, AuthModule);
  });
  afterAll(() => people.close());

  const get = <T>(type: abstract new (...args: never[]) => T): T => people.context.get<T>(type, { strict: false });

  async function invite(user: UserRecord): Promise<string> {
    const { url } = await people.unitOfWork.run((tx) => get(Invitations).issue(tx, user, SYSTEM));
    const [page, value = ''] = url.split('#');
    expect(page).toBe('https://localhost:8443/invitation');
    return value;
  }

  const accept = (value: string, password = PASSWORD) => get(AcceptInvitation).accept(value, password, CONTEXT);

  const refusals = async (user: UserRecord) => {
    await people.context.get(DenialLog, { strict: false }).flush();
    return (await people.audited(user.id)).filter(({ outcome }) => outcome === 'denied').map(({ reason }) => reason);
  };

  const invalid = { code: 'invitation_invalid' };

  it('sets the first password, ends sessions and is audited', async () => {
    const ann = await people.add({ username: 'ann' });
    const value = await invite(ann);
    const session = await people.unitOfWork.run((tx) => get(Sessions).start(tx, ann, CONTEXT));
    expect(await accept(value)).toMatchObject({ id: ann.id });
    expect(await get(Sessions).live(session.id)).toBeNull();
    const user = await get(Users).byLogin('ann');
    expect(await get(Passwords).verify(user?.passwordHash ?? null, PASSWORD)).toBe(true);
    const events = await people.audited(ann.id);
    const actions = events.map(({ action }) => action).sort();
    expect(actions).toEqual(['invitation.accepted', 'invitation.created', 'user.created', 'user.password_changed']);
    expect(JSON.stringify(events)).not.toContain(value);
    expect(JSON.stringify(events)).not.toContain(PASSWORD);
  });

  it('works once, and the second use is audited', async () => {
    const ben = await people.add();
    const value = await invite(ben);
    await accept(value);
    await expect(accept(value, 'another fine password')).rejects.toMatchObject(invalid);
    expect(await refusals(ben)).toEqual(['used']);
  });

  it('works for one of two who open it at once', async () => {
    const value = await invite(await people.add());
    const tries = await Promise.allSettled([accept(value), accept(value, 'another fine password')]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('ends at its last second', async () => {
    const [early, late] = [await people.add(), await people.add()];
    const [inTime, tooLate] = [await invite(early), await invite(late)];
    people.clock.advance({ days: 7, milliseconds: -1 });
    await accept(inTime);
    people.clock.advance({ milliseconds: 1 });
    await expect(accept(tooLate)).rejects.toMatchObject(invalid);
    expect(await refusals(late)).toEqual(['expired']);
  });

  it('ends the one before, so that a user has one at most', async () => {
    const user = await people.add();
    const [first, second] = [await invite(user), await invite(user)];
    await expect(accept(first)).rejects.toMatchObject(invalid);
    await accept(second);
  });

  it('is over when the password was changed in another way', async () => {
    const user = await people.add();
    const value = await invite(user);
    const hash = await get(Passwords).hash(PASSWORD);
    await people.unitOfWork.run((tx) => get(Users).setPassword(tx, user, hash, SYSTEM));
    await expect(accept(value)).rejects.toMatchObject(invalid);
  });

  it('is over for a suspended user, also after they are resumed', async () => {
    const user = await people.add();
    const value = await invite(user);
    const suspended = await people.unitOfWork.run((tx) => get(UserChanges).setStatus(tx, user, 'suspended'));
    await expect(accept(value)).rejects.toMatchObject(invalid);
    await people.unitOfWork.run((tx) => get(UserChanges).setStatus(tx, suspended, 'active'));
    await expect(accept(value)).rejects.toMatchObject(invalid);
  });

  it('survives a password that is too weak', async () => {
    const value = await invite(await people.add());
    await expect(accept(value, 'short')).rejects.toMatchObject({ code: 'validation_failed' });
    await accept(value);
  });

  it.each(['', 'x', 'gth_sec_0', `gth_sec_${'0'.repeat(49)}`])('refuses %j', async (value) => {
    await expect(accept(value)).rejects.toMatchObject(invalid);
  });

  it('is for persons only', async () => {
    const robot = await people.add({ kind: 'service' });
    await expect(invite(robot)).rejects.toMatchObject({ code: 'person_required' });
  });

  it('[15] is stored as a hash alone', async () => {
    const user = await people.add();
    const value = await invite(user);
    const rows = await people.tables.of(Invitation).in(people.site).all({ userId: user.id });
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(value.slice(8, 40));
  });
});
