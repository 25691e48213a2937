// Owns users: who exists, their passwords, invitations, developer secrets and which roles they hold.
// Leaves to others: what a role allows (roles), signing in (auth), who may change a user (admin).
import { Module } from '@nestjs/common';
import { AcceptInvitation } from './accept-invitation.service.js';
import { DeveloperSecretFactory } from './developer-secret-factory.js';
import { DeveloperSecretRepository } from './developer-secret.repository.js';
import { DeveloperSecrets } from './developer-secrets.service.js';
import { InvitationCheck } from './invitation-check.js';
import { InvitationFactory } from './invitation-factory.js';
import { InvitationRepository } from './invitation.repository.js';
import { Invitations } from './invitations.service.js';
import { Passwords } from './passwords.service.js';
import { UserCare } from './user-care.service.js';
import { UserChanges } from './user-changes.service.js';
import { UserCreation } from './user-creation.js';
import { UserDirectory } from './user-directory.service.js';
import { UserRemoval } from './user-removal.service.js';
import { UserRoleRepository } from './user-role.repository.js';
import { UserRows } from './user-rows.js';
import { UserRepository } from './user.repository.js';
import { Users } from './users.service.js';

@Module({
  providers: [
    AcceptInvitation,
    DeveloperSecretFactory,
    DeveloperSecretRepository,
    DeveloperSecrets,
    InvitationCheck,
    InvitationFactory,
    InvitationRepository,
    Invitations,
    Passwords,
    UserCare,
    UserChanges,
    UserCreation,
    UserDirectory,
    UserRemoval,
    UserRepository,
    UserRoleRepository,
    UserRows,
    Users,
  ],
  exports: [
    AcceptInvitation,
    DeveloperSecretFactory,
    DeveloperSecretRepository,
    DeveloperSecrets,
    Invitations,
    Passwords,
    UserCare,
    UserChanges,
    UserDirectory,
    UserRemoval,
    Users,
  ],
})
export class UsersModule {}
