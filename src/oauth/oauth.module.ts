// Owns the OAuth endpoints for programs (/oauth/*) and their metadata.
// Leaves to others: the tokens (tokens, applications), what they may do (principals), and people (auth).
import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.js';
import { AccountsModule } from '../directory/accounts/accounts.module.js';
import { KeysModule } from '../platform/keys/keys.module.js';
import { LimitsModule } from '../principals/limits/limits.module.js';
import { PrincipalsModule } from '../principals/principals.module.js';
import { TokensModule } from '../tokens/tokens.module.js';
import { ClientAuthentication } from './client-authentication.js';
import { ClientCredentialsGrant } from './grants/client-credentials.grant.js';
import { Grants } from './grants/grants.js';
import { DiscoveryController } from './discovery.controller.js';
import { Introspection } from './introspection/introspection.js';
import { OAuthIntrospectController } from './introspection/oauth-introspect.controller.js';
import { OAuthRevokeController } from './revocation/oauth-revoke.controller.js';
import { OAuthTokenController } from './oauth-token.controller.js';
import { OAuthRevocation } from './revocation/revocation.js';

@Module({
  imports: [AccountsModule, ApplicationsModule, KeysModule, LimitsModule, PrincipalsModule, TokensModule],
  controllers: [DiscoveryController, OAuthIntrospectController, OAuthRevokeController, OAuthTokenController],
  providers: [ClientAuthentication, ClientCredentialsGrant, Grants, Introspection, OAuthRevocation],
})
export class OAuthModule {}
