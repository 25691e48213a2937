import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Settings } from '../../config/settings.js';
import { Keys } from '../../keys/keys.service.js';
import { Public } from '../../shared/authz/access.js';
import { BUILT_IN_SCOPES } from '../../shared/authz/scopes.js';
import { AuthorizationServerMetadataResponse, JwksResponse } from './dto/discovery.response.js';

/** How clients find their way. */
@ApiTags('oauth')
@Public()
@Controller('.well-known')
export class DiscoveryController {
  constructor(
    private readonly settings: Settings,
    private readonly keys: Keys,
  ) {}

  /** Where the endpoints are and what they take (RFC 8414). */
  @Get('oauth-authorization-server')
  readServerMetadata(): AuthorizationServerMetadataResponse {
    const issuer = this.settings.publicUrl;
    const clientMethods = ['client_secret_basic', 'client_secret_post'];
    return {
      issuer,
      token_endpoint: `${issuer}/oauth/token`,
      introspection_endpoint: `${issuer}/oauth/introspect`,
      revocation_endpoint: `${issuer}/oauth/revoke`,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
      service_documentation: `${issuer}/docs`,
      grant_types_supported: ['client_credentials'],
      response_types_supported: [],
      scopes_supported: Object.keys(BUILT_IN_SCOPES),
      token_endpoint_auth_methods_supported: clientMethods,
      introspection_endpoint_auth_methods_supported: [...clientMethods, 'Bearer'],
      revocation_endpoint_auth_methods_supported: [...clientMethods, 'Bearer'],
    };
  }

  /** The public keys that verify our JWTs (RFC 7517 §5). A verifier that meets a new `kid` asks again. */
  @Get('jwks.json')
  @Header('Cache-Control', 'public, max-age=300')
  readJwks(): JwksResponse {
    return { keys: [...this.keys.publicJwks] };
  }
}
