import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Certificate } from '../../../src/certificates/certificate.entity.js';
import { CertificateRepository } from '../../../src/certificates/certificate.repository.js';
import { Notification } from '../../../src/notifications/notification.entity.js';
import { Role } from '../../../src/roles/role.entity.js';
import { UserRole } from '../../../src/users/user-role.entity.js';
import { User } from '../../../src/users/user.entity.js';
import { forEachDialect } from '../../support/dialects.js';
import { newId, userRow } from '../../support/row-builders.js';
import { CareFixture } from './care-fixture.js';

forEachDialect((dialect) => {
  let care: CareFixture;
  beforeEach(async () => {
    care = await CareFixture.open(dialect);
  });
  afterEach(() => care.close());

  async function certificate(validTo: Date): Promise<string> {
    const id = newId();
    const times = { validTo, createdAt: care.ago(60), updatedAt: care.ago(60) };
    await care.insert(Certificate, { id, name: `of ${id}`, chain: 'PEM', version: 1, ...times });
    return id;
  }

  async function person(role: string, values: Partial<User> = {}): Promise<string> {
    const id = newId();
    await care.insert(User, userRow({ id, ...values }));
    await care.insert(UserRole, { userId: id, role });
    return id;
  }

  const told = async () => {
    const all = await care.tables.of(Notification).in(care.site).all();
    return all.map(({ userId, kind, subjectId }) => [userId, kind, subjectId]).sort();
  };

  it('those who can renew a certificate are told once, 30 days before it ends', async () => {
    const soon = await certificate(care.ago(-30));
    const ended = await certificate(care.ago(1));
    const later = await certificate(care.ago(-30, -1));
    const times = { createdAt: care.ago(9), updatedAt: care.ago(9) };
    const own = { id: newId(), name: 'ROLE_RENEWER', description: '', scopes: ['security:write'] };
    await care.insert(Role, { ...own, ...times });
    const [administrator, keeper, renewer] = [
      await person('ROLE_ADMIN'),
      await person('ROLE_API_SECURITY'),
      await person('ROLE_RENEWER'),
    ];
    await person('ROLE_MANAGE_PROXIES');
    await person('ROLE_API_SECURITY', { status: 'suspended' });
    await person('ROLE_API_SECURITY', { kind: 'service' });

    expect(await care.clean()).toEqual({ certificatesWarnedOf: 2 });
    const expected = [administrator, keeper, renewer].flatMap((userId) =>
      [soon, ended].map((id) => [userId, 'certificate.expires_soon', id]),
    );
    expect(await told()).toEqual(expected.sort());
    expect(await care.clean()).toEqual({});

    care.clock.advance(1);
    expect(await care.clean()).toEqual({ certificatesWarnedOf: 1 });
    expect((await told()).filter(([, , id]) => id === later)).toHaveLength(3);
  });

  it('one that is renewed while its warning is written is warned of again at its new end', async () => {
    const id = await certificate(care.ago(-30));
    const repository = care.context.get(CertificateRepository, { strict: false });
    const until = care.ago(-30);
    await care.unitOfWork.run(async (tx) => {
      expect(await repository.unwarnedAcrossSites(tx, until, 10)).toHaveLength(1);
      await care.tables
        .of(Certificate)
        .in(care.site, tx)
        .update({ id }, { validTo: care.ago(-365) });
      await repository.markWarned(tx, [id], until, care.clock.now());
    });
    expect(await care.tables.of(Certificate).in(care.site).one({ id })).toMatchObject({ warnedAt: null });
  });
});
