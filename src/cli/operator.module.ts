// Owns the operator's commands: an application of their own, on the service's settings and database, without HTTP.
// Leaves to others: what the commands do; the service and they call the same services.
import { Module, type DynamicModule } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { CareModule } from '../care/care.module.js';
import { CertificatesModule } from '../certificates/certificates.module.js';
import { ConfigModule } from '../config/config.module.js';
import type { Settings } from '../config/settings.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { DatabaseModule } from '../database/database.module.js';
import { KeysModule } from '../keys/keys.module.js';
import { SetupModule } from '../setup/setup.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { UsersModule } from '../users/users.module.js';
import { CareCommands } from './care-commands.js';
import { DeploymentKeyRotation } from './deployment-key-rotation.js';
import { SealedValues } from './sealed-values.js';
import { KeyCommands } from './key-commands.js';
import { SiteCommands } from './site-commands.js';
import { UserCommands } from './user-commands.js';

/** Its first use on an empty database is a first start like any other: setup sees to that. */
@Module({})
export class OperatorModule {
  static register(settings: Settings): DynamicModule {
    return {
      module: OperatorModule,
      imports: [
        ConfigModule.register(settings),
        DatabaseModule,
        AuditModule,
        CareModule,
        CertificatesModule,
        CredentialsModule,
        KeysModule,
        SetupModule,
        SitesModule,
        UsersModule,
      ],
      providers: [CareCommands, DeploymentKeyRotation, KeyCommands, SealedValues, SiteCommands, UserCommands],
    };
  }
}
