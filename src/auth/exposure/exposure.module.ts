// Owns what happens to credentials that strangers may have read: sent to the plain port, or reported as leaked.
// Leaves to others: finding them (shared/exposure), and ending each kind (tokens, applications, users, sessions).
// Global, because http reports to it and is a layer below.
import { Global, Module } from '@nestjs/common';
import { ApplicationsModule } from '../../applications/applications.module.js';
import { SessionsModule } from '../../directory/sessions/sessions.module.js';
import { UsersModule } from '../../directory/users/users.module.js';
import { ExposedCredentials } from '../../platform/http/exposed-credentials.js';
import { NotificationsModule } from '../../platform/notifications/notifications.module.js';
import { LimitsModule } from '../../principals/limits/limits.module.js';
import { PrincipalsModule } from '../../principals/principals.module.js';
import { TokensModule } from '../../tokens/tokens.module.js';
import { CredentialExposure } from './credential-exposure.service.js';
import { ExposedCredentialLookup } from './exposed-credential-lookup.js';
import { ExposedCredentialRevocation } from './exposed-credential-revocation.js';
import { LeaksController } from './leaks.controller.js';

@Global()
@Module({
  imports: [
    ApplicationsModule,
    LimitsModule,
    NotificationsModule,
    PrincipalsModule,
    SessionsModule,
    TokensModule,
    UsersModule,
  ],
  controllers: [LeaksController],
  providers: [
    CredentialExposure,
    ExposedCredentialLookup,
    ExposedCredentialRevocation,
    { provide: ExposedCredentials, useExisting: CredentialExposure },
  ],
  exports: [ExposedCredentials],
})
export class ExposureModule {}
