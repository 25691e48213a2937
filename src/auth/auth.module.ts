// Owns where callers prove who they are: the guards, the strategies, the sign-in, a person's own account, /verify, leaks.
// Leaves to others: whom a credential belongs to and what it may do (principals), and the OAuth endpoints of programs (oauth).
import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AccountsModule } from '../directory/accounts/accounts.module.js';
import { ApplicationsModule } from '../applications/applications.module.js';
import { LateBodyReading } from '../platform/http/late-body-reading.js';
import { IdempotencyModule } from '../platform/idempotency/idempotency.module.js';
import { KeysModule } from '../platform/keys/keys.module.js';
import { NotificationsModule } from '../platform/notifications/notifications.module.js';
import { RolesModule } from '../directory/roles/roles.module.js';
import { SessionsModule } from '../directory/sessions/sessions.module.js';
import { SitesModule } from '../directory/sites/sites.module.js';
import { PrincipalsModule } from '../principals/principals.module.js';
import { TokensModule } from '../tokens/tokens.module.js';
import { UsersModule } from '../directory/users/users.module.js';
import { AccessGuard } from './guards/access.guard.js';
import { AuthenticationGuard } from './guards/authentication.guard.js';
import { CrossSiteRules } from './guards/cross-site-rules.js';
import { ExposureModule } from './exposure/exposure.module.js';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor.js';
import { KeyedAttempt } from './idempotency/keyed-attempt.js';
import { KeyedCalls } from './idempotency/keyed-calls.service.js';
import { PresentedSecrets } from './idempotency/presented-secrets.js';
import { Turns } from './idempotency/turns.js';
import { LimitsModule } from '../principals/limits/limits.module.js';
import { AcceptInvitation } from './login/accept-invitation.service.js';
import { SessionConfirmation } from './login/confirmation.service.js';
import { InvitationController } from './login/invitation.controller.js';
import { LinkJudgement } from './login/link-judgement.js';
import { LinkRefusals } from './login/link-refusals.js';
import { LinkUse } from './login/link-use.js';
import { LoginController } from './login/login.controller.js';
import { Login } from './login/login.service.js';
import { DeveloperSecretController } from './login/developer-secret.controller.js';
import { OwnDeveloperSecret } from './login/own-developer-secret.js';
import { OwnSessions } from './login/own-sessions.service.js';
import { PasswordProof } from './login/password-proof.service.js';
import { SessionsController } from './login/sessions.controller.js';
import { NewPassword } from './login/new-password.js';
import { OwnPassword } from './login/own-password.service.js';
import { PasswordSignIn } from './login/password-sign-in.service.js';
import { PasswordController } from './login/password.controller.js';
import { SignInRefusals } from './login/sign-in-refusals.js';
import { MeController } from './own-account/me.controller.js';
import { Me } from './own-account/me.service.js';
import { SignInToken } from './sign-in-tokens/sign-in-token.js';
import { PersonTokenController } from './sign-in-tokens/person-token.controller.js';
import { PersonTokens } from './sign-in-tokens/person-tokens.service.js';
import { PassportGuards } from './strategies/passport-guards.js';
import { Verification } from './verify/verification.service.js';
import { VerifyController } from './verify/verify.controller.js';

@Module({
  imports: [
    AccountsModule,
    ApplicationsModule,
    IdempotencyModule,
    KeysModule,
    LimitsModule,
    NotificationsModule,
    PrincipalsModule,
    ExposureModule,
    RolesModule,
    SessionsModule,
    SitesModule,
    TokensModule,
    UsersModule,
  ],
  controllers: [
    DeveloperSecretController,
    InvitationController,
    LoginController,
    MeController,
    PersonTokenController,
    PasswordController,
    SessionsController,
    VerifyController,
  ],
  providers: [
    AcceptInvitation,
    AccessGuard,
    AuthenticationGuard,
    CrossSiteRules,
    SignInToken,
    LinkJudgement,
    LinkRefusals,
    LinkUse,
    KeyedAttempt,
    KeyedCalls,
    Login,
    Me,
    NewPassword,
    OwnDeveloperSecret,
    OwnPassword,
    OwnSessions,
    PassportGuards,
    PersonTokens,
    PasswordProof,
    PasswordSignIn,
    PresentedSecrets,
    SessionConfirmation,
    SignInRefusals,
    Turns,
    Verification,
    { provide: APP_GUARD, useExisting: AuthenticationGuard },
    { provide: APP_GUARD, useExisting: AccessGuard },
    { provide: APP_GUARD, useClass: LateBodyReading },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
  ],
})
export class AuthModule {}
