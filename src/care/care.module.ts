// Owns scheduled care: when rows that are over are removed, by whom, and in what portions.
// Leaves to others: what is over, and removing it; each module does that with its own rows.
import { Module } from '@nestjs/common';
import { ApplicationCare } from '../applications/application-care.service.js';
import { ApplicationsModule } from '../applications/applications.module.js';
import { AuditCare } from '../audit/audit-care.service.js';
import type { Cleanup } from '../database/cleanup.js';
import { NotificationCare } from '../notifications/notification-care.service.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { SessionCare } from '../sessions/session-care.service.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { StatisticsCare } from '../statistics/statistics-care.service.js';
import { StatisticsModule } from '../statistics/statistics.module.js';
import { TokenCare } from '../tokens/token-care.service.js';
import { TokensModule } from '../tokens/tokens.module.js';
import { UserCare } from '../users/user-care.service.js';
import { UsersModule } from '../users/users.module.js';
import { CertificatesModule } from '../certificates/certificates.module.js';
import { RolesModule } from '../roles/roles.module.js';
import { CareLease } from './care-lease.js';
import { CareRound } from './care-round.js';
import { Cleanups, CareSteps } from './care-steps.js';
import { CertificateWarningCare } from './certificate-warning-care.js';
import { UnusedLimits } from './unused-limits.js';
import { UnusedTokenCare } from './unused-token-care.js';

/** Users last: a tombstone goes once nothing points at it. */
const CLEANERS = [ApplicationCare, TokenCare, SessionCare, NotificationCare, AuditCare, StatisticsCare, UserCare];

interface Cleaner {
  readonly cleanups: readonly Cleanup[];
}

@Module({
  imports: [
    ApplicationsModule,
    CertificatesModule,
    NotificationsModule,
    RolesModule,
    SessionsModule,
    SitesModule,
    StatisticsModule,
    TokensModule,
    UsersModule,
  ],
  providers: [
    CareLease,
    CareRound,
    CareSteps,
    CertificateWarningCare,
    UnusedLimits,
    UnusedTokenCare,
    {
      provide: Cleanups,
      inject: CLEANERS,
      useFactory: (...cleaners: readonly Cleaner[]) => new Cleanups(cleaners.flatMap(({ cleanups }) => cleanups)),
    },
  ],
  exports: [CareRound],
})
export class CareModule {}
