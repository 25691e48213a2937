// Owns tokens: issuing, rotating, revoking, their values and when they were last used.
// Leaves to others: who calls (auth), what an application may ask for (applications).
import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { AccountsModule } from '../directory/accounts/accounts.module.js';
import { KeysModule } from '../platform/keys/keys.module.js';
import { NotificationsModule } from '../platform/notifications/notifications.module.js';
import { RolesModule } from '../directory/roles/roles.module.js';
import { SitesModule } from '../directory/sites/sites.module.js';
import { UsersModule } from '../directory/users/users.module.js';
import { AdminTokensController } from './admin-tokens.controller.js';
import { JwtCodec } from './jwt-codec.js';
import { LiveTokenLimit } from './issuing/live-token-limit.js';
import { LiveTokenWarning } from './issuing/live-token-warning.js';
import { MarkedValueRepository } from './changing/marked-value.repository.js';
import { MintingRules } from './minting-rules.js';
import { OwnTokenChange } from './changing/own-token-change.js';
import { PolicyEffectsRepository } from './policy/policy-effects.repository.js';
import { PolicyEffects } from './policy/policy-effects.js';
import { PolicyLimits } from './policy/policy-limits.js';
import { PolicySnapshots } from './policy/policy-violations.js';
import { ServiceAccountRules } from './service-account-rules.js';
import { ServiceAccountTokenRotation } from './service-accounts/service-account-token-rotation.js';
import { ServiceAccountTokens } from './service-accounts/service-account-tokens.js';
import { SiteTokens } from './listing/site-tokens.js';
import { TokenRetention } from './token-retention.service.js';
import { TokenChanges } from './changing/token-changes.js';
import { TokenFigures } from './token-figures.service.js';
import { TokenFiguresRepository } from './listing/token-figures.repository.js';
import { TokenIdentification } from './token-identification.js';
import { TokenIssuer } from './token-issuer.js';
import { TokenListing } from './listing/token-listing.js';
import { TokenOwnership } from './token-ownership.js';
import { TokenRevocation } from './token-revocation.service.js';
import { TokenRotation } from './changing/token-rotation.js';
import { TokenUsage } from './token-usage.service.js';
import { TokenValueFactory } from './issuing/token-value-factory.js';
import { TokenRepository } from './token.repository.js';
import { TokensController } from './tokens.controller.js';
import { Tokens } from './tokens.service.js';
import { UnusedTokenRevocation } from './unused/unused-token-revocation.js';
import { UnusedTokenRepository } from './unused/unused-token.repository.js';
import { UnusedTokens } from './unused/unused-tokens.js';
import { TokenValueReplacement } from './changing/token-value-replacement.js';
import { LineageHandover } from './lineage-handover.js';
import { LineageRepository } from './lineage/lineage.repository.js';
import { Lineage } from './lineage.service.js';

@Module({
  imports: [
    JwtModule.register({}),
    KeysModule,
    UsersModule,
    RolesModule,
    AccountsModule,
    SitesModule,
    NotificationsModule,
  ],
  controllers: [TokensController, AdminTokensController],
  providers: [
    JwtCodec,
    Lineage,
    LineageHandover,
    LineageRepository,
    LiveTokenLimit,
    LiveTokenWarning,
    MintingRules,
    OwnTokenChange,
    PolicyEffects,
    PolicyEffectsRepository,
    PolicyLimits,
    PolicySnapshots,
    ServiceAccountRules,
    ServiceAccountTokenRotation,
    ServiceAccountTokens,
    SiteTokens,
    TokenRetention,
    TokenChanges,
    TokenFigures,
    TokenFiguresRepository,
    TokenIdentification,
    TokenIssuer,
    TokenListing,
    TokenOwnership,
    MarkedValueRepository,
    TokenRepository,
    TokenRevocation,
    TokenRotation,
    TokenUsage,
    TokenValueFactory,
    TokenValueReplacement,
    Tokens,
    UnusedTokenRevocation,
    UnusedTokenRepository,
    UnusedTokens,
  ],
  exports: [
    JwtCodec,
    Lineage,
    LineageHandover,
    MintingRules,
    PolicyEffects,
    PolicyLimits,
    ServiceAccountRules,
    TokenRetention,
    TokenFigures,
    TokenIdentification,
    TokenIssuer,
    TokenRevocation,
    TokenOwnership,
    TokenUsage,
    UnusedTokenRevocation,
  ],
})
export class TokensModule {}
