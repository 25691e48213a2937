// Owns the use cases that cross modules: creating, changing, suspending and inviting the users of a site.
// Leaves to others: the rows themselves; each module writes its own.
import { Module } from '@nestjs/common';
import { RolesModule } from '../roles/roles.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { UsersModule } from '../users/users.module.js';
import { AdminUsersController } from './admin-users.controller.js';
import { CreateUser } from './create-user.js';
import { InviteUser } from './invite-user.js';
import { SuspendUser } from './suspend-user.js';
import { UpdateUser } from './update-user.js';
import { UserChange } from './user-change.js';
import { UserListing } from './user-listing.js';
import { UserRules } from './user-rules.js';

@Module({
  imports: [UsersModule, RolesModule, SitesModule, SessionsModule],
  controllers: [AdminUsersController],
  providers: [CreateUser, InviteUser, SuspendUser, UpdateUser, UserChange, UserListing, UserRules],
})
export class AdminModule {}
