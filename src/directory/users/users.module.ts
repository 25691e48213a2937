// Owns users: who exists, their passwords, invitations, developer secrets and which roles they hold.
// Leaves to others: what a role allows (roles), signing in (auth), who may change a user (admin).
import { Module } from '@nestjs/common';
import { NotificationsModule } from '../../platform/notifications/notifications.module.js';
import { DeveloperSecretFactory } from './developer-secrets/developer-secret-factory.js';
import { DeveloperSecretRepository } from './developer-secrets/developer-secret.repository.js';
import { DeveloperSecrets } from './developer-secrets.service.js';
import { ExposedInvitations } from './exposed-invitations.js';
import { InvitationCheck } from './invitation-check.js';
import { InvitationFactory } from './invitations/invitation-factory.js';
import { InvitationRepository } from './invitations/invitation.repository.js';
import { Invitations } from './invitations.service.js';
import { Passwords } from './passwords.service.js';
import { UserRetention } from './user-retention.service.js';
import { UserChanges } from './user-changes.service.js';
import { UserCreation } from './user-creation.js';
import { UserDirectory } from './user-directory.service.js';
import { UserRemoval } from './user-removal.service.js';
import { UserRoleRepository } from './user-role.repository.js';
import { UserRows } from './user-rows.js';
import { UserRepository } from './user.repository.js';
import { Users } from './users.service.js';

@Module({
  imports: [NotificationsModule],
  providers: [
    DeveloperSecretFactory,
    DeveloperSecretRepository,
    DeveloperSecrets,
    ExposedInvitations,
    InvitationCheck,
    InvitationFactory,
    InvitationRepository,
    Invitations,
    Passwords,
    UserRetention,
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
    DeveloperSecrets,
    ExposedInvitations,
    InvitationCheck,
    Invitations,
    Passwords,
    UserRetention,
    UserChanges,
    UserCreation,
    UserDirectory,
    UserRemoval,
    Users,
  ],
})
export class UsersModule {}
