import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Certificate } from '../../../../src/gateway/certificates/certificate.entity.js';
import { CertificateRepository } from '../../../../src/gateway/certificates/certificate.repository.js';
import { Notification } from '../../../../src/platform/notifications/notification.entity.js';
import { Role } from '../../../../src/directory/roles/role.entity.js';
import { UserRole } from '../../../../src/directory/users/user-role.entity.js';
import { User } from '../../../../src/directory/users/user.entity.js';
import { forEachDialect } from '../../../support/dialects.js';
import { newId, userRow } from '../../../support/row-builders.js';
import { RetentionFixture } from './retention-fixture.js';

forEachDialect((dialect) => {
  let fixture: RetentionFixture;
  beforeEach(async () => {
    fixture = await RetentionFixture.open(dialect);
  });
  afterEach(() => fixture.close());

  async function certificate(validTo: Date): Promise<string> {
    const id = newId();
    const times = { validTo, createdAt: fixture.ago(60), updatedAt: fixture.ago(60) };
    await fixture.insert(Certificate, { id, name: `of ${id}`, chain: 'PEM', version: 1, ...times });
    return id;
  }

  async function person(role: string, values: Partial<User> = {}): Promise<string> {
    const id = newId();
    await fixture.insert(User, userRow({ id, ...values }));
    await fixture.insert(UserRole, { userId: id, role });
    return id;
  }

  const told = async () => {
    const all = await fixture.tables.of(Notification).in(fixture.site).all();
    return all.map(({ userId, kind, subjectId }) => [userId, kind, subjectId]).sort();
  };

  it('those who can renew a certificate are told once, 30 days before it ends', async () => {
    const soon = await certificate(fixture.ago(-30));
    const ended = await certificate(fixture.ago(1));
    const later = await certificate(fixture.ago(-30, -1));
    const times = { createdAt: fixture.ago(9), updatedAt: fixture.ago(9) };
    const own = { id: newId(), name: 'ROLE_RENEWER', description: '', scopes: ['security:write'] };
    await fixture.insert(Role, { ...own, ...times });
    const [administrator, keeper, renewer] = [
      await person('ROLE_ADMIN'),
      await person('ROLE_API_SECURITY'),
      await person('ROLE_RENEWER'),
    ];
    await person('ROLE_MANAGE_PROXIES');
    await person('ROLE_API_SECURITY', { status: 'suspended' });
    await person('ROLE_API_SECURITY', { kind: 'service' });

    expect(await fixture.clean()).toEqual({ certificatesWarnedOf: 2 });
    const expected = [administrator, keeper, renewer].flatMap((userId) =>
      [soon, ended].map((id) => [userId, 'certificate.expires_soon', id]),
    );
    expect(await told()).toEqual(expected.sort());
    expect(await fixture.clean()).toEqual({});

    fixture.clock.advance(1);
    expect(await fixture.clean()).toEqual({ certificatesWarnedOf: 1 });
    expect((await told()).filter(([, , id]) => id === later)).toHaveLength(3);
  });

  it('one that is renewed while its warning is written is warned of again at its new end', async () => {
    const id = await certificate(fixture.ago(-30));
    const repository = fixture.context.get(CertificateRepository, { strict: false });
    const until = fixture.ago(-30);
    await fixture.unitOfWork.run(async (tx) => {
      expect(await repository.unwarnedAcrossSites(tx, until, 10)).toHaveLength(1);
      await fixture.tables
        .of(Certificate)
        .in(fixture.site, tx)
        .update({ id }, { validTo: fixture.ago(-365) });
      await repository.markWarned(tx, [id], until, fixture.clock.now());
    });
    expect(await fixture.tables.of(Certificate).in(fixture.site).one({ id })).toMatchObject({ warnedAt: null });
  });
});
