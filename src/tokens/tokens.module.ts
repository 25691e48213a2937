// Owns tokens: issuing, rotating, revoking, their values and when they were last used.
// Leaves to others: who calls (auth), what an application may ask for (applications).
import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { AccountsModule } from '../accounts/accounts.module.js';
import { KeysModule } from '../keys/keys.module.js';
import { RolesModule } from '../roles/roles.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { UsersModule } from '../users/users.module.js';
import { AdminTokensController } from './admin-tokens.controller.js';
import { JwtCodec } from './jwt-codec.js';
import { MintingRules } from './minting-rules.js';
import { OwnTokenChange } from './own-token-change.js';
import { PolicyEffectsRepository } from './policy-effects.repository.js';
import { PolicyEffects } from './policy-effects.js';
import { PolicyLimits } from './policy-limits.js';
import { PolicyStops } from './policy-stops.js';
import { ServiceAccountRules } from './service-account-rules.js';
import { ServiceAccountTokens } from './service-account-tokens.js';
import { SiteTokens } from './site-tokens.js';
import { TokenCare } from './token-care.service.js';
import { TokenChanges } from './token-changes.js';
import { TokenFigures } from './token-figures.service.js';
import { TokenFiguresRepository } from './token-figures.repository.js';
import { TokenIdentification } from './token-identification.js';
import { TokenIssuer } from './token-issuer.js';
import { TokenListing } from './token-listing.js';
import { TokenOwnershipRepository } from './token-ownership.repository.js';
import { TokenRevocation } from './token-revocation.service.js';
import { TokenRotation } from './token-rotation.js';
import { TokenTransfer } from './token-transfer.js';
import { TokenUsage } from './token-usage.service.js';
import { TokenValueFactory } from './token-value-factory.js';
import { TokenRepository } from './token.repository.js';
import { TokensController } from './tokens.controller.js';
import { Tokens } from './tokens.service.js';
import { UnusedTokenRepository } from './unused-token.repository.js';
import { UnusedTokens } from './unused-tokens.js';

@Module({
  imports: [JwtModule.register({}), KeysModule, UsersModule, RolesModule, AccountsModule, SitesModule],
  controllers: [TokensController, AdminTokensController],
  providers: [
    JwtCodec,
    MintingRules,
    OwnTokenChange,
    PolicyEffects,
    PolicyEffectsRepository,
    PolicyLimits,
    PolicyStops,
    ServiceAccountRules,
    ServiceAccountTokens,
    SiteTokens,
    TokenCare,
    TokenChanges,
    TokenFigures,
    TokenFiguresRepository,
    TokenIdentification,
    TokenIssuer,
    TokenListing,
    TokenOwnershipRepository,
    TokenRepository,
    TokenRevocation,
    TokenRotation,
    TokenTransfer,
    TokenUsage,
    TokenValueFactory,
    Tokens,
    UnusedTokenRepository,
    UnusedTokens,
  ],
  exports: [
    JwtCodec,
    MintingRules,
    PolicyEffects,
    PolicyLimits,
    TokenCare,
    TokenFigures,
    TokenIdentification,
    TokenIssuer,
    TokenRevocation,
    TokenTransfer,
    TokenUsage,
    UnusedTokens,
  ],
})
export class TokensModule {}
