import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Application } from '../../../../src/applications/application.entity.js';
import { ClientSecret } from '../../../../src/applications/secrets/client-secret.entity.js';
import { KeptAnswer } from '../../../../src/platform/idempotency/kept-answer.entity.js';
import { Notification } from '../../../../src/platform/notifications/notification.entity.js';
import { Session } from '../../../../src/directory/sessions/session.entity.js';
import { SESSION_IDLE_MS } from '../../../../src/directory/sessions/sessions.types.js';
import { Site } from '../../../../src/directory/sites/site.entity.js';
import { VerificationCount } from '../../../../src/statistics/verification-count.entity.js';
import { TokenValue } from '../../../../src/tokens/token-value.entity.js';
import { Token } from '../../../../src/tokens/token.entity.js';
import { DeveloperSecret } from '../../../../src/directory/users/developer-secrets/developer-secret.entity.js';
import { Invitation } from '../../../../src/directory/users/invitations/invitation.entity.js';
import { User } from '../../../../src/directory/users/user.entity.js';
import { UserRole } from '../../../../src/directory/users/user-role.entity.js';
import { forEachDialect } from '../../../support/dialects.js';
import { newId, userRow } from '../../../support/row-builders.js';
import { RetentionFixture } from './retention-fixture.js';

const DAYS = { tokensDays: 30, sessionsDays: 20, notificationsDays: 10, auditDays: 40 };

forEachDialect((dialect) => {
  let fixture: RetentionFixture;
  beforeEach(async () => {
    fixture = await RetentionFixture.open(dialect, { retention: DAYS });
  });
  afterEach(() => fixture.close());

  /** Of two rows, one a millisecond too young, what a round leaves. */
  const young = (days: number): Date => fixture.ago(days, -1);

  describe('[70] the token tables are cleaned:', () => {
    it('tokens that have been expired or revoked for the retention go with their values, younger ones stay', async () => {
      await fixture.token({ expiresAt: fixture.ago(30) });
      await fixture.token({ revokedAt: fixture.ago(30), revokedReason: 'leaked', expiresAt: fixture.ago(-300) });
      const kept = [
        await fixture.token({ expiresAt: young(30) }),
        await fixture.token({ revokedAt: young(30), revokedReason: 'leaked' }),
        await fixture.token({ expiresAt: fixture.ago(-1) }),
        await fixture.token(),
      ];
      expect(await fixture.clean()).toEqual({ tokens: 2 });
      expect(await fixture.ids(Token)).toEqual(kept);
      expect(await fixture.tables.of(TokenValue).in(fixture.site).count()).toBe(kept.length);
    });

    it('old values of a live token go, its current one and younger ones stay', async () => {
      const token = await fixture.token();
      await fixture.value(token, fixture.ago(30));
      const kept = await fixture.value(token, young(30));
      expect(await fixture.clean()).toEqual({ tokenValues: 1 });
      const values = await fixture.tables.of(TokenValue).in(fixture.site).all({ tokenId: token });
      expect(values.map(({ hash, validUntil }) => (validUntil === null ? 'current' : hash)).sort()).toEqual(
        ['current', kept].sort(),
      );
    });

    it('client secrets that are over go', async () => {
      const application = await fixture.application();
      await fixture.secret(application, { expiresAt: fixture.ago(30) });
      await fixture.secret(application, { revokedAt: fixture.ago(30) });
      const kept = [
        await fixture.secret(application, { expiresAt: young(30) }),
        await fixture.secret(application, { revokedAt: young(30) }),
        await fixture.secret(application, { expiresAt: fixture.ago(-1) }),
        await fixture.secret(application),
      ];
      expect(await fixture.clean()).toEqual({ clientSecrets: 2 });
      expect(await fixture.ids(ClientSecret)).toEqual(kept);
      expect(await fixture.ids(Application)).toEqual([application]);
    });

    it('deleted applications go once their last token and their last secret have', async () => {
      const alone = await fixture.application({ deletedAt: fixture.ago(30) });
      const withDead = await fixture.application({ deletedAt: fixture.ago(31) });
      await fixture.token({ applicationId: withDead, kind: 'application', revokedAt: fixture.ago(31) });
      await fixture.secret(withDead, { revokedAt: fixture.ago(31) });
      const kept = [
        await fixture.application({ deletedAt: young(30) }),
        await fixture.application({ deletedAt: fixture.ago(40) }),
        await fixture.application({ deletedAt: fixture.ago(40) }),
        await fixture.application(),
      ];
      await fixture.token({ applicationId: kept[1] ?? null, kind: 'application', revokedAt: young(30) });
      await fixture.secret(kept[2] ?? '', { revokedAt: young(30) });
      expect(await fixture.clean()).toEqual({ tokens: 1, clientSecrets: 1, applications: 2 });
      expect(await fixture.ids(Application)).toEqual(kept);
      expect(kept).not.toContain(alone);
    });

    it('no application names an access token that is gone', async () => {
      const [gone, kept] = [await fixture.token({ expiresAt: fixture.ago(30) }), await fixture.token()];
      const applications = [
        await fixture.application({ accessTokenId: gone }),
        await fixture.application({ accessTokenId: kept }),
      ];
      await fixture.clean();
      const rows = await fixture.tables
        .of(Application)
        .in(fixture.site)
        .all({}, { order: { id: 'ASC' } });
      expect(rows.map(({ id, accessTokenId }) => [id, accessTokenId])).toEqual([
        [applications[0], null],
        [applications[1], kept],
      ]);
    });
  });

  it('sign-ins that ended, ran out or were idle for the retention go', async () => {
    const idle = (date: Date): Date => new Date(date.getTime() - SESSION_IDLE_MS);
    await fixture.session({ endedAt: fixture.ago(20), endReason: 'signed_out' });
    await fixture.session({ expiresAt: fixture.ago(20) });
    await fixture.session({ lastSeenAt: idle(fixture.ago(20)) });
    const kept = [
      await fixture.session({ endedAt: young(20), endReason: 'signed_out' }),
      await fixture.session({ expiresAt: young(20) }),
      await fixture.session({ lastSeenAt: idle(young(20)) }),
      await fixture.session(),
    ];
    expect(await fixture.clean()).toEqual({ sessions: 3 });
    expect(await fixture.ids(Session)).toEqual(kept);
  });

  it('invitations that were used or expired for the retention of sign-ins go', async () => {
    await fixture.invitation({ usedAt: fixture.ago(20) });
    await fixture.invitation({ expiresAt: fixture.ago(20) });
    const kept = [
      await fixture.invitation({ usedAt: young(20) }),
      await fixture.invitation({ expiresAt: young(20) }),
      await fixture.invitation(),
    ];
    expect(await fixture.clean()).toEqual({ invitations: 2 });
    expect(await fixture.ids(Invitation)).toEqual(kept);
  });

  it('notifications go after their retention', async () => {
    await fixture.notification(fixture.ago(10));
    const kept = [await fixture.notification(young(10)), await fixture.notification(fixture.ago(0))];
    expect(await fixture.clean()).toEqual({ notifications: 1 });
    expect(await fixture.ids(Notification)).toEqual(kept);
  });

  it('[83] answers that were kept for repetitions go after an hour, whatever is set', async () => {
    const keep = async (createdAt: Date) => {
      const hash = newId();
      await fixture.insert(KeptAnswer, { hash, callerHash: 'x', sealed: 'x', createdAt });
      return hash;
    };
    await keep(fixture.ago(1 / 24));
    await keep(fixture.ago(3));
    const kept = [await keep(young(1 / 24)), await keep(fixture.ago(0))].sort();
    expect(await fixture.clean()).toEqual({ keptAnswers: 2 });
    const rows = await fixture.tables.of(KeptAnswer).in(fixture.site).all();
    expect(rows.map(({ hash }) => hash).sort()).toEqual(kept);
  });

  it('counts of verifications go after 30 days, whatever is set', async () => {
    const count = async (hour: Date) => {
      const id = newId();
      await fixture.insert(VerificationCount, { id, hour, verified: 1, refused: 0 });
      return id;
    };
    await count(fixture.ago(30, 1));
    await count(fixture.ago(300));
    const kept = [await count(fixture.ago(30)), await count(fixture.ago(0))].sort();
    expect(await fixture.clean()).toEqual({ verificationCounts: 2 });
    expect(await fixture.ids(VerificationCount)).toEqual(kept);
  });

  it('audit events go after their retention, those of no site too, and how many is audited', async () => {
    await fixture.auditEvent(fixture.ago(40));
    await fixture.auditEvent(fixture.ago(40), null);
    const kept = [
      await fixture.auditEvent(young(40)),
      await fixture.auditEvent(young(40), null),
      await fixture.auditEvent(fixture.ago(0)),
    ].sort();
    expect(await fixture.clean()).toEqual({ auditEvents: 2 });
    expect((await fixture.audited('proxy.deployed')).map(({ id }) => id)).toEqual(kept);
    const [done, ...others] = await fixture.audited('care.done');
    expect(others).toEqual([]);
    expect(done).toMatchObject({ siteId: null, actorKind: 'system', outcome: 'success', details: { auditEvents: 2 } });
  });

  it('tombstones go once they are old enough and nothing points at them, whatever it is', async () => {
    const old = fixture.ago(30);
    const [free, left, session, role, owner] = [
      await fixture.removedUser(old),
      await fixture.removedUser(young(30)),
      await fixture.removedUser(old),
      await fixture.removedUser(old),
      await fixture.removedUser(old),
    ];
    const [token, application, invitation, notification, secret] = [
      await fixture.removedUser(old),
      await fixture.removedUser(old),
      await fixture.removedUser(old),
      await fixture.removedUser(old),
      await fixture.removedUser(old),
    ];
    await fixture.session({ userId: session });
    await fixture.insert(UserRole, { userId: role, role: 'ROLE_ADMIN' });
    await fixture.token({ ownerId: token, revokedAt: young(30), revokedReason: 'owner_removed' });
    await fixture.application({ ownerId: application, deletedAt: young(30) });
    await fixture.invitation({ userId: invitation });
    await fixture.insert(DeveloperSecret, { userId: secret, hash: 'x', sealed: 'x', last4: 'x', createdAt: old });
    await fixture.unitOfWork.run((tx) =>
      fixture.tables.ofDeployment(Site).rows(tx).update({ id: fixture.site }, { ownerId: owner }),
    );
    await fixture.insert(Notification, {
      ...{ id: notification, userId: notification, kind: 'x', subjectType: 'x', subjectId: 'x', details: {} },
      createdAt: fixture.ago(0),
    });
    const living = await fixture.ids(User);
    expect(await fixture.clean()).toEqual({ removedUsers: 1 });
    expect(await fixture.ids(User)).toEqual(living.filter((id) => id !== free));
    expect(living).toEqual(expect.arrayContaining([left, fixture.owner]));
  });

  it('a tombstone goes in the round in which the last of what pointed at it does', async () => {
    const user = await fixture.removedUser(fixture.ago(30));
    await fixture.token({ ownerId: user, revokedAt: fixture.ago(30), revokedReason: 'owner_removed' });
    expect(await fixture.clean()).toEqual({ tokens: 1, removedUsers: 1 });
    expect(await fixture.ids(User)).toEqual([fixture.owner]);
  });

  it('users who are active or suspended stay, however long nothing was heard of them', async () => {
    for (const status of ['active', 'suspended'] as const)
      await fixture.insert(User, userRow({ status, createdAt: fixture.ago(900), updatedAt: fixture.ago(900) }));
    expect(await fixture.clean()).toEqual({});
    expect(await fixture.ids(User)).toHaveLength(3);
  });

  it('nothing is audited when there was nothing to do', async () => {
    await fixture.token();
    expect(await fixture.clean()).toEqual({});
    expect(await fixture.audited('care.done')).toEqual([]);
  });
});

forEachDialect((dialect) => {
  it('audit events stay for ever when their retention is 0', async () => {
    const fixture = await RetentionFixture.open(dialect);
    const kept = [
      await fixture.auditEvent(new Date('1999-01-01T00:00:00Z')),
      await fixture.auditEvent(fixture.ago(9_000)),
    ];
    expect(await fixture.clean()).toEqual({});
    expect((await fixture.audited('proxy.deployed')).map(({ id }) => id)).toEqual(kept);
    await fixture.close();
  });
});
