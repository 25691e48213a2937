// Owns whom a credential belongs to, and what it may do now: the one read, the check, refusals, access and account rules, limits.
// Leaves to others: the credentials themselves (tokens, applications, users, sessions), and where they are asked for (oauth,
// auth, gateway).
import { Module } from '@nestjs/common';
import { AccountsModule } from '../directory/accounts/accounts.module.js';
import { RolesModule } from '../directory/roles/roles.module.js';
import { SessionsModule } from '../directory/sessions/sessions.module.js';
import { SitesModule } from '../directory/sites/sites.module.js';
import { UsersModule } from '../directory/users/users.module.js';
import { KeysModule } from '../platform/keys/keys.module.js';
import { NotificationsModule } from '../platform/notifications/notifications.module.js';
import { StatisticsModule } from '../statistics/statistics.module.js';
import { TokensModule } from '../tokens/tokens.module.js';
import { AccessRules } from './access-rules.js';
import { AccountRules } from './account-rules.js';
import { Authentication } from './authentication.service.js';
import { BearerCallers } from './bearer-callers.service.js';
import { CredentialCheck } from './credential-check.service.js';
import { CredentialRules } from './credential-rules.js';
import { EndedCallers } from './replays/ended-callers.js';
import { IdentityAssertions } from './identity-assertion.service.js';
import { InheritedUseNotices } from './notices/inherited-use-notices.js';
import { LinkMakers } from './link-makers.js';
import { PrincipalQuery } from './principal.query.js';
import { Refusals } from './refusals.service.js';
import { UsageRecorder } from './usage-recorder.service.js';

@Module({
  imports: [
    AccountsModule,
    KeysModule,
    NotificationsModule,
    RolesModule,
    SessionsModule,
    SitesModule,
    StatisticsModule,
    TokensModule,
    UsersModule,
  ],
  providers: [
    AccessRules,
    AccountRules,
    Authentication,
    BearerCallers,
    CredentialCheck,
    CredentialRules,
    EndedCallers,
    IdentityAssertions,
    InheritedUseNotices,
    LinkMakers,
    PrincipalQuery,
    Refusals,
    UsageRecorder,
  ],
  exports: [
    AccessRules,
    AccountRules,
    Authentication,
    BearerCallers,
    CredentialCheck,
    CredentialRules,
    IdentityAssertions,
    LinkMakers,
    Refusals,
    UsageRecorder,
  ],
})
export class PrincipalsModule {}
