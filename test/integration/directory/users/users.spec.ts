import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sha256 } from '../../../../src/shared/crypto/hashing.js';
import { UnsealError } from '../../../../src/shared/crypto/key-ring.js';
import { DeveloperSecretFactory } from '../../../../src/directory/users/developer-secrets/developer-secret-factory.js';
import { DeveloperSecret } from '../../../../src/directory/users/developer-secrets/developer-secret.entity.js';
import { User } from '../../../../src/directory/users/user.entity.js';
import { Users } from '../../../../src/directory/users/users.service.js';
import { forEachDialect } from '../../../support/dialects.js';
import { siteRow } from '../../../support/row-builders.js';
import { People } from './people.js';

forEachDialect((dialect) => {
  let people: People;
  let users: Users;

  beforeAll(async () => {
    people = await People.open(dialect);
    users = people.context.get(Users, { strict: false });
  });
  afterAll(() => people.close());

  const secretOf = (userId: string) => people.tables.of(DeveloperSecret).in(people.site).one({ userId });

  it('makes a user in lower case with roles, and audits it without the password', async () => {
    const password = 'correct horse battery';
    const made = await people.add({ username: 'Ann.Lee', email: 'Ann@Example.com', roles: ['ROLE_ADMIN'], password });
    expect(made).toMatchObject({ username: 'ann.lee', email: 'ann@example.com', status: 'active', passwordSet: true });
    const [event, ...others] = await people.audited(made.id);
    expect(others).toEqual([]);
    expect(event).toMatchObject({ action: 'user.created', siteId: people.site, details: { roles: ['ROLE_ADMIN'] } });
    expect(JSON.stringify(event)).not.toContain(password);
  });

  it('finds a user by username and by e-mail, whatever the case', async () => {
    const made = await people.add({
      username: 'finder',
      email: 'finder@example.com',
      password: 'correct horse battery',
    });
    const expected = { id: made.id, siteId: people.site, kind: 'person', status: 'active' };
    expect(await users.byLogin('FINDER')).toMatchObject(expected);
    expect(await users.byLogin('Finder@example.COM')).toMatchObject(expected);
    expect(await users.byLogin('finder@example')).toBeNull();
    expect(await users.byLogin('')).toBeNull();
  });

  it('says which name is taken, also by a user of another site', async () => {
    await people.add({ username: 'taken', email: 'taken@example.com' });
    const { id: siteId } = siteRow();
    await people.addSite(siteId);
    const sameName = people.add({ siteId, username: 'TAKEN' });
    await expect(sameName).rejects.toMatchObject({
      code: 'duplicate_name',
      occurrence: { errors: [{ path: 'username', message: 'is taken' }] },
    });
    const sameEmail = people.add({ siteId, email: 'Taken@example.com' });
    await expect(sameEmail).rejects.toMatchObject({
      code: 'duplicate_name',
      occurrence: { errors: [{ path: 'email', message: 'is taken' }] },
    });
  });

  it('makes one of ten users of the same name at once, and leaves nothing of the others', async () => {
    const made = await Promise.allSettled(Array.from({ length: 10 }, () => people.add({ username: 'racer' })));
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of made) {
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'duplicate_name' });
    }
    expect(await people.tables.of(User).in(people.site).count({ username: 'racer' })).toBe(1);
  });

  it('refuses names of other things, passwords that are weak, and a password for a service account', async () => {
    const refusal = (path: string) => ({ code: 'validation_failed', occurrence: { errors: [{ path }] } });
    await expect(people.add({ username: 'app_0' })).rejects.toMatchObject(refusal('username'));
    await expect(people.add({ password: 'short' })).rejects.toMatchObject(refusal('password'));
    const service = people.add({ kind: 'service', password: 'correct horse battery' });
    await expect(service).rejects.toMatchObject(refusal('password'));
  });

  it('[15] makes a developer secret for a person, hashed and sealed, that opens for that person alone', async () => {
    const [ann, ben] = [await people.add(), await people.add()];
    const [secret, other] = [await secretOf(ann.id), await secretOf(ben.id)];
    if (secret === null || other === null) throw new Error('a person has a developer secret');
    const factory = people.context.get(DeveloperSecretFactory, { strict: false });
    const value = factory.open(secret);
    expect(value).toMatch(/^gth_sec_[0-9A-Za-z]{49}$/);
    expect(secret.hash).toBe(sha256(value));
    expect(JSON.stringify(secret)).not.toContain(value);
    expect(() => factory.open(Object.assign(secret, { sealed: other.sealed }))).toThrow(UnsealError);
  });

  it('makes none for a service account', async () => {
    const robot = await people.add({ kind: 'service' });
    expect(await secretOf(robot.id)).toBeNull();
  });

  it('tells whether a user is active in their own site only', async () => {
    const ann = await people.add();
    const { id: elsewhere } = siteRow();
    const answers = await people.unitOfWork.run(async (tx) => [
      await users.isActive(tx, people.site, ann.id),
      await users.isActive(tx, elsewhere, ann.id),
      await users.isActive(tx, people.site, elsewhere),
    ]);
    expect(answers).toEqual([true, false, false]);
  });
});
