import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Application } from '../../../src/applications/application.entity.js';
import { ClientSecret } from '../../../src/applications/client-secret.entity.js';
import { Notification } from '../../../src/notifications/notification.entity.js';
import { Session } from '../../../src/sessions/session.entity.js';
import { SESSION_IDLE_MS } from '../../../src/sessions/sessions.types.js';
import { Site } from '../../../src/sites/site.entity.js';
import { VerificationCount } from '../../../src/statistics/verification-count.entity.js';
import { TokenValue } from '../../../src/tokens/token-value.entity.js';
import { Token } from '../../../src/tokens/token.entity.js';
import { DeveloperSecret } from '../../../src/users/developer-secret.entity.js';
import { Invitation } from '../../../src/users/invitation.entity.js';
import { User } from '../../../src/users/user.entity.js';
import { UserRole } from '../../../src/users/user-role.entity.js';
import { forEachDialect } from '../../support/dialects.js';
import { newId, userRow } from '../../support/row-builders.js';
import { CareFixture } from './care-fixture.js';

const DAYS = { tokensDays: 30, sessionsDays: 20, notificationsDays: 10, auditDays: 40 };

forEachDialect((dialect) => {
  let care: CareFixture;
  beforeEach(async () => {
    care = await CareFixture.open(dialect, { retention: DAYS });
  });
  afterEach(() => care.close());

  /** Of two rows, one a millisecond too young, what a round leaves. */
  const young = (days: number): Date => care.ago(days, -1);

  describe('[70] the token tables are cleaned:', () => {
    it('tokens that have been expired or revoked for the retention go with their values, younger ones stay', async () => {
      await care.token({ expiresAt: care.ago(30) });
      await care.token({ revokedAt: care.ago(30), revokedReason: 'leaked', expiresAt: care.ago(-300) });
      const kept = [
        await care.token({ expiresAt: young(30) }),
        await care.token({ revokedAt: young(30), revokedReason: 'leaked' }),
        await care.token({ expiresAt: care.ago(-1) }),
        await care.token(),
      ];
      expect(await care.clean()).toEqual({ tokens: 2 });
      expect(await care.ids(Token)).toEqual(kept);
      expect(await care.tables.of(TokenValue).in(care.site).count()).toBe(kept.length);
    });

    it('old values of a live token go, its current one and younger ones stay', async () => {
      const token = await care.token();
      await care.value(token, care.ago(30));
      const kept = await care.value(token, young(30));
      expect(await care.clean()).toEqual({ tokenValues: 1 });
      const values = await care.tables.of(TokenValue).in(care.site).all({ tokenId: token });
      expect(values.map(({ hash, validUntil }) => (validUntil === null ? 'current' : hash)).sort()).toEqual(
        ['current', kept].sort(),
      );
    });

    it('client secrets that are over go', async () => {
      const application = await care.application();
      await care.secret(application, { expiresAt: care.ago(30) });
      await care.secret(application, { revokedAt: care.ago(30) });
      const kept = [
        await care.secret(application, { expiresAt: young(30) }),
        await care.secret(application, { revokedAt: young(30) }),
        await care.secret(application, { expiresAt: care.ago(-1) }),
        await care.secret(application),
      ];
      expect(await care.clean()).toEqual({ clientSecrets: 2 });
      expect(await care.ids(ClientSecret)).toEqual(kept);
      expect(await care.ids(Application)).toEqual([application]);
    });

    it('deleted applications go once their last token and their last secret have', async () => {
      const alone = await care.application({ deletedAt: care.ago(30) });
      const withDead = await care.application({ deletedAt: care.ago(31) });
      await care.token({ applicationId: withDead, kind: 'application', revokedAt: care.ago(31) });
      await care.secret(withDead, { revokedAt: care.ago(31) });
      const kept = [
        await care.application({ deletedAt: young(30) }),
        await care.application({ deletedAt: care.ago(40) }),
        await care.application({ deletedAt: care.ago(40) }),
        await care.application(),
      ];
      await care.token({ applicationId: kept[1] ?? null, kind: 'application', revokedAt: young(30) });
      await care.secret(kept[2] ?? '', { revokedAt: young(30) });
      expect(await care.clean()).toEqual({ tokens: 1, clientSecrets: 1, applications: 2 });
      expect(await care.ids(Application)).toEqual(kept);
      expect(kept).not.toContain(alone);
    });

    it('no application names an access token that is gone', async () => {
      const [gone, kept] = [await care.token({ expiresAt: care.ago(30) }), await care.token()];
      const applications = [
        await care.application({ accessTokenId: gone }),
        await care.application({ accessTokenId: kept }),
      ];
      await care.clean();
      const rows = await care.tables
        .of(Application)
        .in(care.site)
        .all({}, { order: { id: 'ASC' } });
      expect(rows.map(({ id, accessTokenId }) => [id, accessTokenId])).toEqual([
        [applications[0], null],
        [applications[1], kept],
      ]);
    });
  });

  it('sign-ins that ended, ran out or were idle for the retention go', async () => {
    const idle = (date: Date): Date => new Date(date.getTime() - SESSION_IDLE_MS);
    await care.session({ endedAt: care.ago(20), endReason: 'signed_out' });
    await care.session({ expiresAt: care.ago(20) });
    await care.session({ lastSeenAt: idle(care.ago(20)) });
    const kept = [
      await care.session({ endedAt: young(20), endReason: 'signed_out' }),
      await care.session({ expiresAt: young(20) }),
      await care.session({ lastSeenAt: idle(young(20)) }),
      await care.session(),
    ];
    expect(await care.clean()).toEqual({ sessions: 3 });
    expect(await care.ids(Session)).toEqual(kept);
  });

  it('invitations that were used or expired for the retention of sign-ins go', async () => {
    await care.invitation({ usedAt: care.ago(20) });
    await care.invitation({ expiresAt: care.ago(20) });
    const kept = [
      await care.invitation({ usedAt: young(20) }),
      await care.invitation({ expiresAt: young(20) }),
      await care.invitation(),
    ];
    expect(await care.clean()).toEqual({ invitations: 2 });
    expect(await care.ids(Invitation)).toEqual(kept);
  });

  it('notifications go after their retention', async () => {
    await care.notification(care.ago(10));
    const kept = [await care.notification(young(10)), await care.notification(care.ago(0))];
    expect(await care.clean()).toEqual({ notifications: 1 });
    expect(await care.ids(Notification)).toEqual(kept);
  });

  it('counts of verifications go after 30 days, whatever is set', async () => {
    const count = async (hour: Date) => {
      const id = newId();
      await care.insert(VerificationCount, { id, hour, verified: 1, refused: 0 });
      return id;
    };
    await count(care.ago(30, 1));
    await count(care.ago(300));
    const kept = [await count(care.ago(30)), await count(care.ago(0))].sort();
    expect(await care.clean()).toEqual({ verificationCounts: 2 });
    expect(await care.ids(VerificationCount)).toEqual(kept);
  });

  it('audit events go after their retention, those of no site too, and how many is audited', async () => {
    await care.auditEvent(care.ago(40));
    await care.auditEvent(care.ago(40), null);
    const kept = [
      await care.auditEvent(young(40)),
      await care.auditEvent(young(40), null),
      await care.auditEvent(care.ago(0)),
    ].sort();
    expect(await care.clean()).toEqual({ auditEvents: 2 });
    expect((await care.audited('proxy.deployed')).map(({ id }) => id)).toEqual(kept);
    const [done, ...others] = await care.audited('care.done');
    expect(others).toEqual([]);
    expect(done).toMatchObject({ siteId: null, actorKind: 'system', outcome: 'success', details: { auditEvents: 2 } });
  });

  it('tombstones go once they are old enough and nothing points at them, whatever it is', async () => {
    const old = care.ago(30);
    const [free, left, session, role, owner] = [
      await care.removedUser(old),
      await care.removedUser(young(30)),
      await care.removedUser(old),
      await care.removedUser(old),
      await care.removedUser(old),
    ];
    const [token, application, invitation, notification, secret] = [
      await care.removedUser(old),
      await care.removedUser(old),
      await care.removedUser(old),
      await care.removedUser(old),
      await care.removedUser(old),
    ];
    await care.session({ userId: session });
    await care.insert(UserRole, { userId: role, role: 'ROLE_ADMIN' });
    await care.token({ ownerId: token, revokedAt: young(30), revokedReason: 'owner_removed' });
    await care.application({ ownerId: application, deletedAt: young(30) });
    await care.invitation({ userId: invitation });
    await care.insert(DeveloperSecret, { userId: secret, hash: 'x', sealed: 'x', last4: 'x', createdAt: old });
    await care.unitOfWork.run((tx) =>
      care.tables.ofDeployment(Site).rows(tx).update({ id: care.site }, { ownerId: owner }),
    );
    await care.insert(Notification, {
      ...{ id: notification, userId: notification, kind: 'x', subjectType: 'x', subjectId: 'x', details: {} },
      createdAt: care.ago(0),
    });
    const living = await care.ids(User);
    expect(await care.clean()).toEqual({ removedUsers: 1 });
    expect(await care.ids(User)).toEqual(living.filter((id) => id !== free));
    expect(living).toEqual(expect.arrayContaining([left, care.owner]));
  });

  it('a tombstone goes in the round in which the last of what pointed at it does', async () => {
    const user = await care.removedUser(care.ago(30));
    await care.token({ ownerId: user, revokedAt: care.ago(30), revokedReason: 'owner_removed' });
    expect(await care.clean()).toEqual({ tokens: 1, removedUsers: 1 });
    expect(await care.ids(User)).toEqual([care.owner]);
  });

  it('users who are active or suspended stay, however long nothing was heard of them', async () => {
    for (const status of ['active', 'suspended'] as const)
      await care.insert(User, userRow({ status, createdAt: care.ago(900), updatedAt: care.ago(900) }));
    expect(await care.clean()).toEqual({});
    expect(await care.ids(User)).toHaveLength(3);
  });

  it('nothing is audited when there was nothing to do', async () => {
    await care.token();
    expect(await care.clean()).toEqual({});
    expect(await care.audited('care.done')).toEqual([]);
  });
});

forEachDialect((dialect) => {
  it('audit events stay for ever when their retention is 0', async () => {
    const care = await CareFixture.open(dialect);
    const kept = [await care.auditEvent(new Date('1999-01-01T00:00:00Z')), await care.auditEvent(care.ago(9_000))];
    expect(await care.clean()).toEqual({});
    expect((await care.audited('proxy.deployed')).map(({ id }) => id)).toEqual(kept);
    await care.close();
  });
});
