import { Controller, Header, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../shared/authz/access.js';
import { TokenParameterRequest } from './dto/token.request.js';
import { IntrospectionResponse } from './dto/token.response.js';
import { Introspection } from './introspection.js';
import { oauthForm } from './oauth-form.js';

/** Where APIs ask what a token may do. */
@ApiTags('oauth')
@ApiSecurity('client')
@ApiSecurity('bearer')
@ApiSecurity('secret')
@Controller('oauth/introspect')
export class OAuthIntrospectController {
  constructor(private readonly introspection: Introspection) {}

  /** Ask whether a token is active, and what it may do now (RFC 7662). A caller sees tokens of its own site alone. */
  @Public()
  @Post()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiBody({ type: TokenParameterRequest })
  async introspect(@Req() request: FastifyRequest): Promise<IntrospectionResponse> {
    return this.introspection.answer(request, oauthForm(request.headers['content-type'], request.body));
  }
}
