// Owns applications (API keys), their client secrets and what their tokens are made like.
// Leaves to others: proving a client (auth), making and revoking the tokens themselves (tokens).
import { Module } from '@nestjs/common';
import { TokensModule } from '../tokens/tokens.module.js';
import { ApplicationCare } from './application-care.service.js';
import { ApplicationChanges } from './application-changes.js';
import { ApplicationDeletion } from './application-deletion.js';
import { ApplicationOwnershipRepository } from './application-ownership.repository.js';
import { ApplicationRegistration } from './application-registration.js';
import { ApplicationRules } from './application-rules.js';
import { ApplicationTokens } from './application-tokens.service.js';
import { ApplicationTransfer } from './application-transfer.js';
import { ApplicationRepository } from './application.repository.js';
import { ApplicationsController } from './applications.controller.js';
import { Applications } from './applications.service.js';
import { ClientSecretFactory } from './client-secret-factory.js';
import { ClientSecretRepository } from './client-secret.repository.js';
import { ClientSecretsController } from './client-secrets.controller.js';
import { ClientSecrets } from './client-secrets.service.js';
import { CurrentAccessToken } from './current-access-token.js';
import { OwnApplicationChange } from './own-application-change.js';
import { RegistrationParts } from './registration-parts.js';

@Module({
  imports: [TokensModule],
  controllers: [ApplicationsController, ClientSecretsController],
  providers: [
    ApplicationCare,
    ApplicationChanges,
    ApplicationDeletion,
    ApplicationOwnershipRepository,
    ApplicationRegistration,
    ApplicationRepository,
    ApplicationRules,
    ApplicationTokens,
    ApplicationTransfer,
    Applications,
    ClientSecretRepository,
    ClientSecrets,
    ClientSecretFactory,
    CurrentAccessToken,
    OwnApplicationChange,
    RegistrationParts,
  ],
  exports: [ApplicationCare, ApplicationTokens, ApplicationTransfer, ClientSecrets],
})
export class ApplicationsModule {}
