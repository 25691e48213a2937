import { Module, type DynamicModule } from '@nestjs/common';
import { ConfigModule, type ConfigParts } from '../platform/config/config.module.js';
import type { Settings } from '../platform/config/settings.js';
import { DatabaseModule } from '../platform/database/database.module.js';
import { ENTITIES } from './entities.js';
import { HttpModule } from '../platform/http/http.module.js';
import { AccountsModule } from '../directory/accounts/accounts.module.js';
import { AdminModule } from '../admin/admin.module.js';
import { ApplicationsModule } from '../applications/applications.module.js';
import { AuditModule } from '../platform/audit/audit.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { RetentionScheduleModule } from './retention-schedule.module.js';
import { CertificatesModule } from '../gateway/certificates/certificates.module.js';
import { ConnectionsModule } from '../gateway/connections/connections.module.js';
import { CredentialsModule } from '../gateway/credentials/credentials.module.js';
import { GatewayModule } from '../gateway/traffic/gateway.module.js';
import { IdempotencyModule } from '../platform/idempotency/idempotency.module.js';
import { KeysModule } from '../platform/keys/keys.module.js';
import { NotificationsModule } from '../platform/notifications/notifications.module.js';
import { OAuthModule } from '../oauth/oauth.module.js';
import { LimitsModule } from '../principals/limits/limits.module.js';
import { MakersModule } from '../principals/makers/makers.module.js';
import { PrincipalsModule } from '../principals/principals.module.js';
import { ProjectsModule } from '../gateway/projects/projects.module.js';
import { ProxiesModule } from '../gateway/proxies/proxies.module.js';
import { RolesModule } from '../directory/roles/roles.module.js';
import { FirstStartModule } from './first-start/first-start.module.js';
import { SessionsModule } from '../directory/sessions/sessions.module.js';
import { StatisticsModule } from '../statistics/statistics.module.js';
import { TokensModule } from '../tokens/tokens.module.js';
import { UsersModule } from '../directory/users/users.module.js';

/** The whole service; the only file that imports every module. */
@Module({})
export class AppModule {
  static register(settings: Settings, parts: ConfigParts = {}): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.register(settings, parts),
        DatabaseModule.register(ENTITIES),
        HttpModule,
        AuditModule,
        IdempotencyModule,
        KeysModule,
        RolesModule,
        AccountsModule,
        NotificationsModule,
        UsersModule,
        SessionsModule,
        TokensModule,
        StatisticsModule,
        ApplicationsModule,
        CertificatesModule,
        CredentialsModule,
        ConnectionsModule,
        ProjectsModule,
        ProxiesModule,
        LimitsModule,
        MakersModule,
        PrincipalsModule,
        OAuthModule,
        GatewayModule,
        AuthModule,
        AdminModule,
        FirstStartModule,
        RetentionScheduleModule,
      ],
    };
  }
}
