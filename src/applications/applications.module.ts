// Owns applications (API keys), their client secrets and the settings of their tokens.
// Leaves to others: proving a client (auth), making and revoking the tokens themselves (tokens).
import { Module } from '@nestjs/common';
import { TokensModule } from '../tokens/tokens.module.js';
import { ApplicationRetention } from './application-retention.service.js';
import { ApplicationChanges } from './changing/application-changes.js';
import { ApplicationDeletion } from './changing/application-deletion.js';
import { ApplicationOwnership } from './application-ownership.js';
import { ApplicationRegistration } from './registration/application-registration.js';
import { ApplicationRules } from './changing/application-rules.js';
import { ApplicationTokens } from './application-tokens.service.js';
import { ApplicationRepository } from './application.repository.js';
import { ApplicationsController } from './applications.controller.js';
import { Applications } from './applications.service.js';
import { ClientSecretFactory } from './secrets/client-secret-factory.js';
import { ClientSecretRepository } from './secrets/client-secret.repository.js';
import { ClientSecretsController } from './secrets/client-secrets.controller.js';
import { ClientSecrets } from './client-secrets.service.js';
import { CurrentAccessToken } from './changing/current-access-token.js';
import { OwnApplicationChange } from './changing/own-application-change.js';
import { RegistrationParts } from './registration/registration-parts.js';
import { ApplicationWidening } from './changing/application-widening.js';
import { AdminApplicationsController } from './admin-applications.controller.js';
import { ServiceAccountApplications } from './registration/service-account-applications.js';

@Module({
  imports: [TokensModule],
  controllers: [AdminApplicationsController, ApplicationsController, ClientSecretsController],
  providers: [
    ApplicationRetention,
    ApplicationChanges,
    ApplicationDeletion,
    ApplicationOwnership,
    ApplicationRegistration,
    ApplicationRepository,
    ApplicationRules,
    ApplicationTokens,
    ApplicationWidening,
    Applications,
    ClientSecretRepository,
    ClientSecrets,
    ClientSecretFactory,
    CurrentAccessToken,
    OwnApplicationChange,
    RegistrationParts,
    ServiceAccountApplications,
  ],
  exports: [ApplicationRetention, ApplicationTokens, ApplicationOwnership, ClientSecrets],
})
export class ApplicationsModule {}
