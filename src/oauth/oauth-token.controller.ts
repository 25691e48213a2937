import { Controller, Header, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../shared/authz/access.js';
import { requestContextOf } from '../shared/authz/actor.js';
import { TakesIdempotencyKey } from '../shared/protocol/idempotency-key.js';
import { AtRoot, OAuthDialect } from '../shared/protocol/route-traits.js';
import { ClientAuthentication, invalidClient } from './client-authentication.js';
import { Grants } from './grants/grants.js';
import { TokenEndpointRequest } from './dto/token.request.js';
import { TokenEndpointResponse } from './dto/token.response.js';
import { oauthForm } from './oauth-form.js';

/** Where applications exchange their client id and secret for tokens. */
@ApiTags('oauth')
@ApiSecurity('client')
@AtRoot()
@OAuthDialect()
@Controller('oauth/token')
export class OAuthTokenController {
  constructor(
    private readonly clients: ClientAuthentication,
    private readonly grants: Grants,
  ) {}

  /** Get a token with client credentials (RFC 6749 §4.4). The client authenticates with HTTP Basic or in the form. */
  @Public()
  @Post()
  @TakesIdempotencyKey()
  @HttpCode(200)
  @Header('Pragma', 'no-cache') // RFC 6749 §5.1, in addition to the no-store of every answer
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiBody({ type: TokenEndpointRequest })
  async issueClientToken(@Req() request: FastifyRequest): Promise<TokenEndpointResponse> {
    const form = oauthForm(request.headers['content-type'], request.body);
    const grant = this.grants.of(form);
    const principal = await this.clients.require(request, form);
    const { applicationId } = principal.credential;
    if (applicationId === null) throw invalidClient('A developer secret is not a client. Use an application.');
    const parameters = new Map([...form].filter(([name]) => grant.parameters.includes(name)));
    return grant.issue({ ...requestContextOf(request), principal }, applicationId, parameters);
  }
}
