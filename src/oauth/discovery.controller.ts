import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Settings } from '../platform/config/settings.js';
import { Keys } from '../platform/keys/keys.service.js';
import { Public } from '../shared/authz/access.js';
import { BUILT_IN_SCOPES } from '../shared/authz/scopes.js';
import { AtRoot } from '../shared/protocol/route-traits.js';
import { Grants } from './grants/grants.js';
import { AuthorizationServerMetadataResponse, JwksResponse } from './dto/discovery.response.js';

/** How clients find the endpoints and keys. */
@ApiTags('oauth')
@Public()
@AtRoot()
@Controller('.well-known')
export class DiscoveryController {
  constructor(
    private readonly settings: Settings,
    private readonly keys: Keys,
    private readonly grants: Grants,
  ) {}

  /** List the endpoints and what they accept (RFC 8414). */
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
      ...(this.settings.docs ? { service_documentation: `${issuer}/docs` } : {}),
      grant_types_supported: [...this.grants.types],
      response_types_supported: ['none'],
      scopes_supported: Object.keys(BUILT_IN_SCOPES),
      token_endpoint_auth_methods_supported: clientMethods,
      introspection_endpoint_auth_methods_supported: clientMethods,
      revocation_endpoint_auth_methods_supported: clientMethods,
    };
  }

  /**
   * Get the public keys that verify the JWTs of this deployment (RFC 7517 §5). A verifier that meets a new `kid` fetches them
   * again.
   */
  @Get('jwks.json')
  @Header('Cache-Control', 'public, max-age=300')
  readJwks(): JwksResponse {
    return { keys: [...this.keys.publicJwks] };
  }
}
