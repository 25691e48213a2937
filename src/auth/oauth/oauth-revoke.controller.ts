import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../shared/authz/access.js';
import { type Actor, requestContextOf } from '../../shared/authz/actor.js';
import { Authentication } from '../authentication.service.js';
import { presentedCredential } from '../presented-credential.js';
import { sayExpiration } from '../token-expiration.js';
import { ClientAuthentication } from './client-authentication.js';
import { TokenParameterRequest } from './dto/token.request.js';
import { type OAuthForm, oauthForm, required } from './oauth-form.js';
import { OAuthRevocation } from './revocation.js';

/** Where clients give tokens back. */
@ApiTags('oauth')
@ApiSecurity('client')
@ApiSecurity('bearer')
@Controller('oauth/revoke')
export class OAuthRevokeController {
  constructor(
    private readonly authentication: Authentication,
    private readonly clients: ClientAuthentication,
    private readonly revocation: OAuthRevocation,
  ) {}

  /** Revoke a token (RFC 7009): a client its own, a bearer itself. 200 also for tokens that are unknown or another's. */
  @Public()
  @Post()
  @HttpCode(200)
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiBody({ type: TokenParameterRequest })
  async revokeOAuthToken(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const form = oauthForm(request.headers['content-type'], request.body);
    const caller = await this.#caller(request, form);
    sayExpiration(caller.principal, reply);
    await this.revocation.revoke(required(form, 'token'), caller);
  }

  async #caller(request: FastifyRequest, form: OAuthForm): Promise<Actor> {
    const context = requestContextOf(request);
    const presented = presentedCredential(request, undefined);
    const principal =
      presented.scheme === 'bearer'
        ? await this.authentication.bearer(presented.value, context)
        : await this.clients.require(request, form);
    return { ...context, principal };
  }
}
