import { Module, type DynamicModule } from '@nestjs/common';
import { ConfigModule, type ConfigParts } from './config/config.module.js';
import type { Settings } from './config/settings.js';
import { DatabaseModule } from './database/database.module.js';
import { HttpModule } from './http/http.module.js';
import { AccountsModule } from './accounts/accounts.module.js';
import { AdminModule } from './admin/admin.module.js';
import { ApplicationsModule } from './applications/applications.module.js';
import { AuditModule } from './audit/audit.module.js';
import { AuthModule } from './auth/auth.module.js';
import { CareScheduleModule } from './care/care-schedule.module.js';
import { CertificatesModule } from './certificates/certificates.module.js';
import { ConnectionsModule } from './connections/connections.module.js';
import { CredentialsModule } from './credentials/credentials.module.js';
import { GatewayModule } from './gateway/gateway.module.js';
import { KeysModule } from './keys/keys.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { ProjectsModule } from './projects/projects.module.js';
import { ProxiesModule } from './proxies/proxies.module.js';
import { RolesModule } from './roles/roles.module.js';
import { SetupModule } from './setup/setup.module.js';
import { SessionsModule } from './sessions/sessions.module.js';
import { StatisticsModule } from './statistics/statistics.module.js';
import { TokensModule } from './tokens/tokens.module.js';
import { UsersModule } from './users/users.module.js';

/** The whole service; the only file that imports every module. */
@Module({})
export class AppModule {
  static register(settings: Settings, parts: ConfigParts = {}): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.register(settings, parts),
        DatabaseModule,
        HttpModule,
        AuditModule,
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
        GatewayModule,
        AuthModule,
        AdminModule,
        SetupModule,
        CareScheduleModule,
      ],
    };
  }
}
