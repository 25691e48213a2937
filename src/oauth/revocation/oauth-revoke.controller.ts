import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../shared/authz/access.js';
import { type Actor, requestContextOf } from '../../shared/authz/actor.js';
import { EMPTY_ANSWER_SCHEMA } from '../../shared/protocol/empty-answer.js';
import { AtRoot, OAuthDialect } from '../../shared/protocol/route-traits.js';
import { Authentication } from '../../principals/authentication.service.js';
import { presentedCredential } from '../../principals/presented-credential.js';
import { sayExpiration } from '../../principals/token-expiration.js';
import { ClientAuthentication } from '../client-authentication.js';
import { TokenParameterRequest } from '../dto/token.request.js';
import { type OAuthForm, oauthForm, required } from '../oauth-form.js';
import { OAuthRevocation } from './revocation.js';

/** Where clients revoke tokens. */
@ApiTags('oauth')
@ApiSecurity('client')
@ApiSecurity('bearer')
@AtRoot()
@OAuthDialect()
@Controller('oauth/revoke')
export class OAuthRevokeController {
  constructor(
    private readonly authentication: Authentication,
    private readonly clients: ClientAuthentication,
    private readonly revocation: OAuthRevocation,
  ) {}

  /**
   * Revoke a token (RFC 7009): a client can revoke its own tokens, a bearer token itself. A token that is unknown or belongs to
   * another site gets the same answer. A token of another client gets 400 `unauthorized_client` and stays valid.
   */
  @Public()
  @Post()
  @HttpCode(200)
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiBody({ type: TokenParameterRequest })
  @ApiOkResponse({ description: 'The token is revoked, or this site never issued it.', schema: EMPTY_ANSWER_SCHEMA })
  async revokeOAuthToken(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Record<string, never>> {
    const form = oauthForm(request.headers['content-type'], request.body);
    const caller = await this.#caller(request, form);
    sayExpiration(caller.principal, reply);
    await this.revocation.revoke(required(form, 'token'), caller);
    return {};
  }

  async #caller(request: FastifyRequest, form: OAuthForm): Promise<Actor> {
    const context = requestContextOf(request);
    const presented = presentedCredential(request, []);
    const principal =
      presented.scheme === 'bearer'
        ? await this.authentication.bearer(presented.value, context)
        : await this.clients.require(request, form);
    return { ...context, principal };
  }
}
