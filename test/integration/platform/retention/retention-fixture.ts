import { MakersModule } from '../../../../src/principals/makers/makers.module.js';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { v7 } from 'uuid';
import { Application } from '../../../../src/applications/application.entity.js';
import { ClientSecret } from '../../../../src/applications/secrets/client-secret.entity.js';
import { AuditEvent } from '../../../../src/platform/audit/audit-event.entity.js';
import { AuditModule } from '../../../../src/platform/audit/audit.module.js';
import { type AuditAction, SYSTEM } from '../../../../src/platform/audit/audit.types.js';
import { ENTITIES } from '../../../../src/app/entities.js';
import { RetentionModule } from '../../../../src/app/retention.module.js';
import { RetentionCleanup } from '../../../../src/platform/retention/retention-cleanup.js';
import type { CleanupCounts } from '../../../../src/platform/retention/retention.types.js';
import type { UnusedLimit } from '../../../../src/tokens/unused/unused-token-revocation.js';
import { SitePolicies } from '../../../../src/directory/sites/site-policies.service.js';
import { NO_POLICY } from '../../../../src/directory/sites/sites.types.js';
import { ConfigModule } from '../../../../src/platform/config/config.module.js';
import type { DatabaseSettings, SettingValues } from '../../../../src/platform/config/settings.js';
import type { Dialect } from '../../../../src/platform/database/dialect.js';
import { DatabaseModule } from '../../../../src/platform/database/database.module.js';
import { type OfSite, SiteTables } from '../../../../src/platform/database/site-table.js';
import { UnitOfWork } from '../../../../src/platform/database/unit-of-work.js';
import type { NewRow } from '../../../../src/platform/database/rows/writable-rows.js';
import { Notification } from '../../../../src/platform/notifications/notification.entity.js';
import { Session } from '../../../../src/directory/sessions/session.entity.js';
import { sha256 } from '../../../../src/shared/crypto/hashing.js';
import type { SiteId } from '../../../../src/shared/ids/site-id.js';
import { Site } from '../../../../src/directory/sites/site.entity.js';
import { TokenValue } from '../../../../src/tokens/token-value.entity.js';
import { Token } from '../../../../src/tokens/token.entity.js';
import { Invitation } from '../../../../src/directory/users/invitations/invitation.entity.js';
import { User } from '../../../../src/directory/users/user.entity.js';
import { FixedClock } from '../../../support/fixed-clock.js';
import { newId, siteRow, userRow } from '../../../support/row-builders.js';
import { createMigratedLocation, discard, newFolder } from '../../../support/test-databases.js';
import { testSettings } from '../../../support/test-settings.js';

@Module({})
class RootModule {}

type Row<E> = Partial<NewRow<E, 'siteId'>>;

/** Scheduled care on a database of its own, and the rows that it looks at. */
export class RetentionFixture {
  readonly site: SiteId = siteRow().id;
  readonly owner = newId();

  private constructor(
    readonly context: INestApplicationContext,
    readonly location: DatabaseSettings,
    readonly clock: FixedClock,
  ) {}

  static async open(dialect: Dialect, settings: Partial<SettingValues> = {}): Promise<RetentionFixture> {
    const location = await createMigratedLocation(dialect);
    const clock = new FixedClock();
    const fixture = new RetentionFixture(await instance(location, clock, settings), location, clock);
    await fixture.unitOfWork.run(async (tx) => {
      await fixture.tables
        .ofDeployment(Site)
        .rows(tx)
        .insert(siteRow({ id: fixture.site }));
    });
    await fixture.insert(User, userRow({ id: fixture.owner }));
    return fixture;
  }

  /** Another instance of the service on the same database. */
  another(clock = this.clock): Promise<INestApplicationContext> {
    return instance(this.location, clock, {});
  }

  async close(): Promise<void> {
    await this.context.close();
    await discard(this.location);
  }

  get unitOfWork(): UnitOfWork {
    return this.context.get(UnitOfWork);
  }

  get tables(): SiteTables {
    return this.context.get(SiteTables);
  }

  get round(): RetentionCleanup {
    return this.context.get(RetentionCleanup, { strict: false });
  }

  /** The site's policy, as it would say. */
  unusedLimits(limits: readonly UnusedLimit[]): void {
    const policies = limits.map(({ siteId, days }) => ({
      siteId,
      policy: { ...NO_POLICY, revokeUnusedAfterDays: days },
    }));
    this.context.get(SitePolicies, { strict: false }).all = () => Promise.resolve(policies);
  }

  /** A round, of which there must be a result. Of its counts those that are not zero. */
  async clean(): Promise<CleanupCounts> {
    const counts = await this.round.run(SYSTEM);
    if (counts === null) throw new Error('another instance is at it');
    return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
  }

  ago(days: number, milliseconds = 0): Date {
    return new Date(this.clock.now().getTime() - days * 24 * 3600 * 1000 - milliseconds);
  }

  async insert(entity: abstract new () => OfSite, rows: object): Promise<void> {
    await this.unitOfWork.run(
      (tx) =>
        this.tables
          .of(entity)
          .in(this.site, tx)
          .insert(rows as NewRow<OfSite, 'siteId'>),
      {
        deadlineMs: 20_000,
      },
    );
  }

  /** The ids of what is there, in the order of their making. */
  async ids(entity: abstract new () => OfSite & { id: string }): Promise<string[]> {
    const rows = await this.tables.of(entity).acrossSites('a test looks').all();
    return rows.map(({ id }) => id).sort();
  }

  /** A token of `owner`, made 90 days ago, with one value. */
  async token(values: Row<Token> = {}): Promise<string> {
    const id = values.id ?? newId();
    await this.insert(Token, this.tokenRow({ id, ...values }));
    await this.value(id);
    return id;
  }

  tokenRow(values: Row<Token>): object {
    const made = { createdAt: this.ago(90), kind: 'personal', format: 'opaque', name: 'test', last4: 'x7Qa' };
    return { id: newId(), ownerId: this.owner, createdBy: this.owner, ...made, ...values };
  }

  async value(tokenId: string, validUntil: Date | null = null): Promise<string> {
    const hash = sha256(newId());
    await this.insert(TokenValue, { hash, tokenId, validUntil, createdAt: this.ago(90) });
    return hash;
  }

  async application(values: Row<Application> = {}): Promise<string> {
    const id = values.id ?? newId();
    const row = {
      ...{ id, ownerId: this.owner, createdBy: this.owner, name: 'test', description: '', clientId: newId() },
      ...{ tokenFormat: 'opaque', tokenTtlSeconds: 60, createdAt: this.ago(90), updatedAt: this.ago(90) },
    };
    await this.insert(Application, { ...row, ...values });
    return id;
  }

  async secret(applicationId: string, values: Row<ClientSecret> = {}): Promise<string> {
    const id = newId();
    const row = { id, applicationId, hash: sha256(id), last4: 'x7Qa', createdAt: this.ago(90) };
    await this.insert(ClientSecret, { ...row, ...values });
    return id;
  }

  async session(values: Row<Session> = {}): Promise<string> {
    const id = newId();
    const times = {
      createdAt: this.ago(1),
      lastSeenAt: this.ago(0),
      expiresAt: this.ago(-1),
      confirmedAt: this.ago(1),
    };
    await this.insert(Session, { id, userId: this.owner, address: '192.0.2.1', ...times, ...values });
    return id;
  }

  async invitation(values: Row<Invitation> = {}): Promise<string> {
    const id = newId();
    const row = { id, userId: this.owner, hash: sha256(id), expiresAt: this.ago(-1), createdAt: this.ago(90) };
    await this.insert(Invitation, { ...row, ...values });
    return id;
  }

  /** Its id is of its time, as ids are. */
  async notification(createdAt: Date): Promise<string> {
    const id = v7({ msecs: createdAt.getTime() });
    const row = {
      id,
      userId: this.owner,
      kind: 'x',
      subjectType: 'user',
      subjectId: this.owner,
      details: {},
      createdAt,
    };
    await this.insert(Notification, row);
    return id;
  }

  async auditEvent(at: Date, siteId: SiteId | null = this.site): Promise<string> {
    const id = v7({ msecs: at.getTime() });
    const row = { id, siteId, at, action: 'proxy.deployed', outcome: 'success', actorKind: 'system' } as const;
    await this.unitOfWork.run((tx) => this.tables.of(AuditEvent).acrossSites('of no site too', tx).insert(row));
    return id;
  }

  async removedUser(updatedAt: Date): Promise<string> {
    const id = newId();
    await this.insert(User, userRow({ id, username: `removed:${id}`, status: 'removed', updatedAt }));
    return id;
  }

  async audited(action: AuditAction): Promise<AuditEvent[]> {
    return this.tables
      .of(AuditEvent)
      .acrossSites('a test looks')
      .all({ action }, { order: { id: 'ASC' } });
  }
}

async function instance(
  database: DatabaseSettings,
  clock: FixedClock,
  values: Partial<SettingValues>,
): Promise<INestApplicationContext> {
  const settings = testSettings({ dataDir: newFolder(), database, ...values });
  const imports = [
    ConfigModule.register(settings, { clock }),
    DatabaseModule.register(ENTITIES),
    MakersModule,
    AuditModule,
    RetentionModule,
  ];
  return NestFactory.createApplicationContext({ module: RootModule, imports }, { logger: false });
}
