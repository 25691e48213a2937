// Owns the scheduled clean-up: when rows that are over are removed, by which modules, and in what portions.
// Leaves to others: which rows are over, and their removal; each module does that with its own rows.
import { Module } from '@nestjs/common';
import { ApplicationRetention } from '../applications/application-retention.service.js';
import { ApplicationsModule } from '../applications/applications.module.js';
import { AuditRetention } from '../platform/audit/audit-retention.service.js';
import { ChangeRetention } from '../platform/database/change-retention.service.js';
import { IdempotencyRetention } from '../platform/idempotency/idempotency-retention.service.js';
import { IdempotencyModule } from '../platform/idempotency/idempotency.module.js';
import { NotificationRetention } from '../platform/notifications/notification-retention.service.js';
import { NotificationsModule } from '../platform/notifications/notifications.module.js';
import { SessionRetention } from '../directory/sessions/session-retention.service.js';
import { SessionsModule } from '../directory/sessions/sessions.module.js';
import { SitesModule } from '../directory/sites/sites.module.js';
import { StatisticsRetention } from '../statistics/statistics-retention.service.js';
import { StatisticsModule } from '../statistics/statistics.module.js';
import { TokenRetention } from '../tokens/token-retention.service.js';
import { TokensModule } from '../tokens/tokens.module.js';
import { UserRetention } from '../directory/users/user-retention.service.js';
import { UsersModule } from '../directory/users/users.module.js';
import { CertificatesModule } from '../gateway/certificates/certificates.module.js';
import { RolesModule } from '../directory/roles/roles.module.js';
import { CleanupLease } from '../platform/retention/cleanup-lease.js';
import { RetentionCleanup } from '../platform/retention/retention-cleanup.js';
import { CleanupRoster, CleanupSteps } from '../platform/retention/cleanup-steps.js';
import { CertificateExpiryWarnings } from '../gateway/certificates/certificate-expiry-warnings.js';
import { UnusedTokenRevocation } from '../tokens/unused/unused-token-revocation.js';

/** Users come last of the rows: a tombstone goes once nothing refers to it. */
const ROSTER = [
  UnusedTokenRevocation,
  ApplicationRetention,
  TokenRetention,
  SessionRetention,
  IdempotencyRetention,
  NotificationRetention,
  AuditRetention,
  StatisticsRetention,
  ChangeRetention,
  UserRetention,
  CertificateExpiryWarnings,
] as const;

@Module({
  imports: [
    ApplicationsModule,
    CertificatesModule,
    IdempotencyModule,
    NotificationsModule,
    RolesModule,
    SessionsModule,
    SitesModule,
    StatisticsModule,
    TokensModule,
    UsersModule,
  ],
  providers: [
    CleanupLease,
    RetentionCleanup,
    CleanupSteps,
    {
      provide: CleanupRoster,
      inject: [...ROSTER],
      useFactory: (...members: CleanupRoster['members']) => new CleanupRoster(members),
    },
  ],
  exports: [RetentionCleanup],
})
export class RetentionModule {}
