// Owns the use cases that cross modules: creating, changing, suspending, inviting and removing the users of a site, what
// becomes of what is theirs, and whose the site is.
// Leaves to others: the rows themselves; each module writes its own.
import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { RolesModule } from '../roles/roles.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { TokensModule } from '../tokens/tokens.module.js';
import { UsersModule } from '../users/users.module.js';
import { AdminUsersController } from './admin-users.controller.js';
import { ChosenTokens } from './chosen-tokens.js';
import { CreateUser } from './create-user.js';
import { CredentialLookup } from './credential-lookup.js';
import { FormerOwners } from './former-owners.js';
import { HandOverSite } from './hand-over-site.js';
import { HeldScopes } from './held-scopes.js';
import { Holdings } from './holdings.js';
import { IdentifyToken } from './identify-token.js';
import { InviteUser } from './invite-user.js';
import { OwnershipNews } from './ownership-news.js';
import { PolicyPreview } from './policy-preview.js';
import { PreviewedHoldings } from './previewed-holdings.js';
import { ReassignTokens } from './reassign-tokens.js';
import { RemovalPlanning } from './removal-planning.js';
import { RemovalPreview } from './removal-preview.js';
import { RemovalVersion } from './removal-version.js';
import { RemovalWarnings } from './removal-warnings.js';
import { RemovalController } from './removal.controller.js';
import { RemoveUser } from './remove-user.js';
import { RevokeToken } from './revoke-token.js';
import { SiteController } from './site.controller.js';
import { SiteHandoverRules } from './site-handover-rules.js';
import { SuspendUser } from './suspend-user.js';
import { TokenAdministrationController } from './token-administration.controller.js';
import { UpdateUser } from './update-user.js';
import { UserChange } from './user-change.js';
import { UserDeparture } from './user-departure.js';
import { UserListing } from './user-listing.js';
import { UserRules } from './user-rules.js';
import { WholeHoldings } from './whole-holdings.js';

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
    Holdings,
    IdentifyToken,
    InviteUser,
    OwnershipNews,
    PolicyPreview,
    PreviewedHoldings,
    ReassignTokens,
    RemovalPlanning,
    RemovalPreview,
    RemovalVersion,
    RemovalWarnings,
    RemoveUser,
    RevokeToken,
    SiteHandoverRules,
    SuspendUser,
    UpdateUser,
    UserChange,
    UserDeparture,
    UserListing,
    UserRules,
    WholeHoldings,
  ],
})
export class AdminModule {}
