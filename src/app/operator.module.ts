// Owns the operator's commands: an application of their own, on the service's settings and database, without HTTP.
// Leaves to others: the work of the commands; they call the same services as the running service.
import { Module, type DynamicModule } from '@nestjs/common';
import { MakersModule } from '../principals/makers/makers.module.js';
import { AuditModule } from '../platform/audit/audit.module.js';
import { RetentionModule } from './retention.module.js';
import { CertificatesModule } from '../gateway/certificates/certificates.module.js';
import { ConfigModule } from '../platform/config/config.module.js';
import { ProvisioningModule } from '../directory/provisioning/provisioning.module.js';
import type { Settings } from '../platform/config/settings.js';
import { CredentialsModule } from '../gateway/credentials/credentials.module.js';
import { DatabaseModule } from '../platform/database/database.module.js';
import { ENTITIES } from './entities.js';
import { KeysModule } from '../platform/keys/keys.module.js';
import { FirstStartModule } from './first-start/first-start.module.js';
import { SitesModule } from '../directory/sites/sites.module.js';
import { UsersModule } from '../directory/users/users.module.js';
import { CacheCommands } from '../cli/cache-commands.js';
import { CleanupCommands } from '../cli/cleanup-commands.js';
import { DeploymentKeyRotation } from '../cli/deployment-key-rotation.js';
import { SealedValues } from '../cli/sealed-values.js';
import { KeyCommands } from '../cli/key-commands.js';
import { SiteCommands } from '../cli/site-commands.js';
import { UserCommands } from '../cli/user-commands.js';

/** Its first use on an empty database is a first start like any other, which the first-start module performs. */
@Module({})
export class OperatorModule {
  static register(settings: Settings): DynamicModule {
    return {
      module: OperatorModule,
      imports: [
        ConfigModule.register(settings),
        DatabaseModule.register(ENTITIES),
        MakersModule,
        AuditModule,
        RetentionModule,
        CertificatesModule,
        CredentialsModule,
        KeysModule,
        FirstStartModule,
        ProvisioningModule,
        SitesModule,
        UsersModule,
      ],
      providers: [
        CacheCommands,
        CleanupCommands,
        DeploymentKeyRotation,
        KeyCommands,
        SealedValues,
        SiteCommands,
        UserCommands,
      ],
    };
  }
}
