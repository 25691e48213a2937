// Owns the question "who is calling, and may they?": the guards, the strategies, the OAuth endpoints, /verify.
// Leaves to others: the credentials themselves (tokens, applications, users, sessions).
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccountsModule } from '../accounts/accounts.module.js';
import { ApplicationsModule } from '../applications/applications.module.js';
import { KeysModule } from '../keys/keys.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { RolesModule } from '../roles/roles.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { BearerCallers } from '../shared/authz/bearer-callers.js';
import { CrossSiteWrites } from '../shared/authz/cross-site-writes.js';
import { ExposedCredentials } from '../shared/authz/exposed-credentials.js';
import { IdentityAssertions } from '../shared/authz/identity-assertions.js';
import { SitesModule } from '../sites/sites.module.js';
import { StatisticsModule } from '../statistics/statistics.module.js';
import { TokensModule } from '../tokens/tokens.module.js';
import { OwnAccountModule } from '../users/own-account.module.js';
import { UsersModule } from '../users/users.module.js';
import { AccessRules } from './access-rules.js';
import { AccessGuard } from './access.guard.js';
import { AccountRules } from './account-rules.js';
import { AuthenticationGuard } from './authentication.guard.js';
import { Authentication } from './authentication.service.js';
import { GatewayCallers } from './bearer-callers.service.js';
import { CredentialCheck } from './credential-check.service.js';
import { CrossSiteRules } from './cross-site-rules.js';
import { CredentialExposure } from './exposure/credential-exposure.service.js';
import { ExposedCredentialRevocation } from './exposure/exposed-credential-revocation.js';
import { LeaksController } from './exposure/leaks.controller.js';
import { LimitsModule } from './limits/limits.module.js';
import { IdentityAssertion } from './identity-assertion.service.js';
import { SessionConfirmation } from './login/confirmation.service.js';
import { InvitationController } from './login/invitation.controller.js';
import { LoginController } from './login/login.controller.js';
import { Login } from './login/login.service.js';
import { OwnPassword } from './login/own-password.service.js';
import { PasswordSignIn } from './login/password-sign-in.service.js';
import { PasswordController } from './login/password.controller.js';
import { SignInRefusals } from './login/sign-in-refusals.js';
import { MeController } from './me.controller.js';
import { Me } from './me.service.js';
import { ClientAuthentication } from './oauth/client-authentication.js';
import { ClientCredentialsGrant } from './oauth/client-credentials-grant.js';
import { DiscoveryController } from './oauth/discovery.controller.js';
import { HourToken } from './oauth/hour-token.js';
import { Introspection } from './oauth/introspection.js';
import { OAuthIntrospectController } from './oauth/oauth-introspect.controller.js';
import { OAuthRevokeController } from './oauth/oauth-revoke.controller.js';
import { OAuthTokenController } from './oauth/oauth-token.controller.js';
import { PersonTokenController } from './oauth/person-token.controller.js';
import { PersonTokens } from './oauth/person-tokens.service.js';
import { OAuthRevocation } from './oauth/revocation.js';
import { PrincipalQuery } from './principal.query.js';
import { Refusals } from './refusals.service.js';
import { PassportGuards } from './strategies/passport-guards.js';
import { TokenVerdicts } from './token-verdicts.service.js';
import { Verification } from './verification.service.js';
import { VerifyController } from './verify.controller.js';

@Module({
  imports: [
    AccountsModule,
    ApplicationsModule,
    KeysModule,
    LimitsModule,
    NotificationsModule,
    OwnAccountModule,
    RolesModule,
    SessionsModule,
    SitesModule,
    StatisticsModule,
    TokensModule,
    UsersModule,
  ],
  controllers: [
    DiscoveryController,
    InvitationController,
    LeaksController,
    LoginController,
    MeController,
    OAuthIntrospectController,
    OAuthRevokeController,
    OAuthTokenController,
    PersonTokenController,
    PasswordController,
    VerifyController,
  ],
  providers: [
    AccessRules,
    AccountRules,
    Authentication,
    ClientAuthentication,
    ClientCredentialsGrant,
    CredentialCheck,
    CredentialExposure,
    CrossSiteRules,
    ExposedCredentialRevocation,
    GatewayCallers,
    HourToken,
    IdentityAssertion,
    Introspection,
    Login,
    Me,
    OAuthRevocation,
    OwnPassword,
    PassportGuards,
    PersonTokens,
    PasswordSignIn,
    PrincipalQuery,
    Refusals,
    SessionConfirmation,
    SignInRefusals,
    TokenVerdicts,
    Verification,
    { provide: BearerCallers, useExisting: GatewayCallers },
    { provide: IdentityAssertions, useExisting: IdentityAssertion },
    { provide: CrossSiteWrites, useExisting: CrossSiteRules },
    { provide: ExposedCredentials, useExisting: CredentialExposure },
    { provide: APP_GUARD, useClass: AuthenticationGuard },
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
})
export class AuthModule {}
