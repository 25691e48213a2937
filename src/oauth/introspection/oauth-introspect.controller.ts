import { Controller, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Direct, Public } from '../../shared/authz/access.js';
import { AtRoot, OAuthDialect } from '../../shared/protocol/route-traits.js';
import { TokenParameterRequest } from '../dto/token.request.js';
import { IntrospectionResponse } from '../dto/token.response.js';
import { Introspection } from './introspection.js';
import { oauthForm } from '../oauth-form.js';

/** Where APIs ask what a token may do. */
@ApiTags('oauth')
@ApiSecurity('client')
@ApiSecurity('bearer')
@ApiSecurity('secret')
@AtRoot()
@OAuthDialect()
@Controller('oauth/introspect')
export class OAuthIntrospectController {
  constructor(private readonly introspection: Introspection) {}

  /** Check whether a token is active and what it may do now (RFC 7662). A caller sees only tokens of its own site. */
  @Public()
  @Direct()
  @Post()
  @ApiOkResponse({ type: IntrospectionResponse })
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiBody({ type: TokenParameterRequest })
  async introspect(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const form = oauthForm(request.headers['content-type'], request.body);
    const answer = await this.introspection.answer(request, form, reply);
    void reply.type('application/json; charset=utf-8').send(answer);
  }
}
