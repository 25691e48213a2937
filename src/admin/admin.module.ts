// Owns the use cases that cross modules: creating, changing, suspending, inviting and removing the users of a site, what happens
// to the resources they own, and the ownership of the site.
// Leaves to others: the rows themselves; each module writes its own.
import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.js';
import { NotificationsModule } from '../platform/notifications/notifications.module.js';
import { RolesModule } from '../directory/roles/roles.module.js';
import { SessionsModule } from '../directory/sessions/sessions.module.js';
import { SitesModule } from '../directory/sites/sites.module.js';
import { TokensModule } from '../tokens/tokens.module.js';
import { UsersModule } from '../directory/users/users.module.js';
import { AdminUsersController } from './users/admin-users.controller.js';
import { ChosenTokens } from './reassignment/chosen-tokens.js';
import { CreateUser } from './users/create-user.js';
import { CredentialLookup } from './inventory/credential-lookup.js';
import { FormerOwners } from './reassignment/former-owners.js';
import { HandOverSite } from './site/hand-over-site.js';
import { HeldScopes } from './reassignment/held-scopes.js';
import { OwnedResources } from './reassignment/owned-resources.js';
import { IdentifyToken } from './inventory/identify-token.js';
import { InviteUser } from './users/invite-user.js';
import { PolicyPreview } from './site/policy-preview.js';
import { PreviewedResources } from './removal/previewed-resources.js';
import { ReassignTokens } from './reassignment/reassign-tokens.js';
import { RemovalPlanning } from './removal/removal-planning.js';
import { RemovalPreview } from './removal/removal-preview.js';
import { RemovalVersion } from './removal/removal-version.js';
import { RemovalWarnings } from './removal/removal-warnings.js';
import { RemovalController } from './removal/removal.controller.js';
import { RemoveUser } from './removal/remove-user.js';
import { RevokeToken } from './inventory/revoke-token.js';
import { SiteController } from './site/site.controller.js';
import { SiteHandoverRules } from './site/site-handover-rules.js';
import { SuspendUser } from './users/suspend-user.js';
import { TokenAdministrationController } from './inventory/token-administration.controller.js';
import { UpdateUser } from './users/update-user.js';
import { UserChange } from './users/user-change.js';
import { UserDeprovisioning } from './removal/user-deprovisioning.js';
import { UserListing } from './users/user-listing.js';
import { UserRules } from './users/user-rules.js';
import { ServiceAccountMarks } from './removal/service-account-marks.js';

@Module({
  imports: [
    UsersModule,
    RolesModule,
    SitesModule,
    SessionsModule,
    TokensModule,
    ApplicationsModule,
    NotificationsModule,
  ],
  controllers: [AdminUsersController, RemovalController, SiteController, TokenAdministrationController],
  providers: [
    ChosenTokens,
    CreateUser,
    CredentialLookup,
    FormerOwners,
    HandOverSite,
    HeldScopes,
    OwnedResources,
    IdentifyToken,
    InviteUser,
    PolicyPreview,
    PreviewedResources,
    ReassignTokens,
    RemovalPlanning,
    RemovalPreview,
    RemovalVersion,
    RemovalWarnings,
    RemoveUser,
    RevokeToken,
    ServiceAccountMarks,
    SiteHandoverRules,
    SuspendUser,
    UpdateUser,
    UserChange,
    UserDeprovisioning,
    UserListing,
    UserRules,
  ],
})
export class AdminModule {}
