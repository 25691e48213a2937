import { ENTITIES } from '../../../../src/app/entities.js';
import { MakersModule } from '../../../../src/principals/makers/makers.module.js';
import { randomUUID } from 'node:crypto';
import { Module, type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AdminModule } from '../../../../src/admin/admin.module.js';
import { AuditEvent } from '../../../../src/platform/audit/audit-event.entity.js';
import { AuditModule } from '../../../../src/platform/audit/audit.module.js';
import { SYSTEM } from '../../../../src/platform/audit/audit.types.js';
import { ConfigModule } from '../../../../src/platform/config/config.module.js';
import type { Dialect } from '../../../../src/platform/database/dialect.js';
import { DatabaseModule } from '../../../../src/platform/database/database.module.js';
import { SiteTables } from '../../../../src/platform/database/site-table.js';
import { UnitOfWork } from '../../../../src/platform/database/unit-of-work.js';
import type { Actor } from '../../../../src/shared/authz/actor.js';
import { BUILT_IN_SCOPES } from '../../../../src/shared/authz/scopes.js';
import type { SiteId } from '../../../../src/shared/ids/site-id.js';
import { Site } from '../../../../src/directory/sites/site.entity.js';
import type { NewUser, UserRecord } from '../../../../src/directory/users/users.types.js';
import { UserCreation } from '../../../../src/directory/users/user-creation.js';
import { FixedClock } from '../../../support/fixed-clock.js';
import { siteRow } from '../../../support/row-builders.js';
import { createMigratedLocation, discard, newFolder } from '../../../support/test-databases.js';
import { testSettings } from '../../../support/test-settings.js';

@Module({})
class PeopleModule {}

/** The users and their administration on a database of their own, without HTTP. */
export class People {
  private constructor(
    readonly context: INestApplicationContext,
    readonly clock: FixedClock,
    readonly site: SiteId,
    private readonly discarded: () => Promise<void>,
  ) {}

  /** `modules`: what a test needs besides. */
  static async open(dialect: Dialect, ...modules: readonly Type[]): Promise<People> {
    const database = await createMigratedLocation(dialect);
    const clock = new FixedClock();
    const settings = testSettings({ dataDir: newFolder(), database });
    const imports = [
      ConfigModule.register(settings, { clock }),
      DatabaseModule.register(ENTITIES),
      MakersModule,
      AuditModule,
      AdminModule,
      ...modules,
    ];
    const context = await NestFactory.createApplicationContext({ module: PeopleModule, imports }, { logger: false });
    const people = new People(context, clock, siteRow().id, () => discard(database));
    await people.addSite(people.site);
    return people;
  }

  async close(): Promise<void> {
    await this.context.close();
    await this.discarded();
  }

  get unitOfWork(): UnitOfWork {
    return this.context.get(UnitOfWork);
  }

  get tables(): SiteTables {
    return this.context.get(SiteTables);
  }

  async addSite(id: SiteId): Promise<void> {
    await this.unitOfWork.run((tx) => this.tables.ofDeployment(Site).rows(tx).insert(siteRow({ id })));
  }

  add(values: Partial<NewUser> = {}): Promise<UserRecord> {
    const username = values.username ?? `u${randomUUID().slice(0, 8)}`;
    return this.unitOfWork.run((tx) =>
      this.context.get(UserCreation, { strict: false }).create(tx, {
        siteId: this.site,
        email: null,
        kind: 'person',
        roles: [],
        password: null,
        actor: SYSTEM,
        ...values,
        username,
      }),
    );
  }

  /** What was audited of a subject, in no order: the clock stands still. */
  async audited(subjectId: string): Promise<AuditEvent[]> {
    const events = this.tables.of(AuditEvent).acrossSites('a test looks');
    return events.all({ subjectId });
  }
}

/** Somebody acting from a fresh session, with the scopes that ROLE_ADMIN or no role gives. */
export function acting(user: UserRecord, now: Date, scopes: readonly string[] | null = null): Actor {
  const all = user.roles.includes('ROLE_ADMIN') ? Object.keys(BUILT_IN_SCOPES) : [];
  return {
    requestId: 'request-1',
    address: '203.0.113.9',
    userAgent: null,
    principal: {
      siteId: user.siteId,
      userId: user.id,
      username: user.username,
      userKind: user.kind,
      roles: user.roles,
      namedRoles: user.roles,
      scopes: scopes ?? all,
      accountId: null,
      credential: {
        kind: 'session',
        id: randomUUID(),
        key: '', // as if the password had just been proved
        name: 'session',
        createdAt: now,
        expiresAt: null,
        ownExpiresAt: null,
        rotatedAt: null,
        superseded: false,
        inherited: null,
        lineageKey: user.id,
        madeBy: user.id,
        applicationId: null,
        clientId: null,
        narrowed: scopes !== null,
        unbounded: scopes === null,
        allowedNetworks: null,
        siteNetworks: null,
        confirmedAt: now,
      },
    },
  };
}
