import { Controller, Header, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../shared/authz/access.js';
import { requestContextOf } from '../../shared/authz/actor.js';
import { presentedCredential } from '../presented-credential.js';
import { basicCredentials } from './client-authentication.js';
import { PersonTokenRequest } from './dto/token.request.js';
import { PersonTokenResponse } from './dto/token.response.js';
import { invalidRequest, type OAuthForm, oauthForm, required, requireClientCredentials } from './oauth-form.js';
import { PersonTokens } from './person-tokens.service.js';

/** Where people, and programs that hold a person's secret, get a token for an hour. */
@ApiTags('auth')
@ApiSecurity({})
@ApiSecurity('secret')
@Controller('auth/token')
export class PersonTokenController {
  constructor(private readonly tokens: PersonTokens) {}

  /**
   * Get a JWT for an hour: with a username and password in the form, or with `Authorization: Secret …` and no form.
   */
  @Public()
  @Post()
  @HttpCode(200)
  @Header('Pragma', 'no-cache') // RFC 6749 §5.1, beside the no-store of every answer
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiBody({ type: PersonTokenRequest, required: false })
  async issuePersonToken(@Req() request: FastifyRequest): Promise<PersonTokenResponse> {
    const presented = presentedCredential(request, undefined);
    const context = requestContextOf(request);
    if (presented.scheme === 'secret') {
      if (hasBody(request)) throw invalidRequest('Send the secret alone, without a form.');
      return this.tokens.forSecret(presented.value, context);
    }
    const form = oauthForm(request.headers['content-type'], request.body);
    requireClientCredentials(form);
    const { clientId, clientSecret } =
      presented.scheme === 'basic' ? basicOnly(presented.value, form) : fromForm(presented.scheme, form);
    return this.tokens.forPassword(clientId, clientSecret, context);
  }
}

function hasBody({ body }: FastifyRequest): boolean {
  return typeof body === 'object' && body !== null && Object.keys(body).length > 0;
}

function fromForm(scheme: string, form: OAuthForm) {
  if (scheme !== 'none')
    throw invalidRequest('Send username and password in the form, without an Authorization header.');
  return { clientId: required(form, 'client_id'), clientSecret: required(form, 'client_secret') };
}

function basicOnly(encoded: string, form: OAuthForm) {
  if (form.has('client_id') || form.has('client_secret'))
    throw invalidRequest('Send the username and password once: with HTTP Basic or in the form, not both.');
  return basicCredentials(encoded);
}
