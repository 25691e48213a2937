import { Controller, Header, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../shared/authz/access.js';
import { requestContextOf } from '../../shared/authz/actor.js';
import { OAuthError } from '../../shared/errors/oauth-error.js';
import { TakesIdempotencyKey } from '../../shared/protocol/idempotency-key.js';
import { OAuthDialect } from '../../shared/protocol/route-traits.js';
import { presentedCredential } from '../../principals/presented-credential.js';
import { basicCredentials } from '../../oauth/client-authentication.js';
import { PersonTokenRequest } from './dto/person-token.request.js';
import { PersonTokenResponse } from './dto/person-token.response.js';
import { invalidRequest, type OAuthForm, oauthForm, required } from '../../oauth/oauth-form.js';
import { PersonTokens } from './person-tokens.service.js';

/** Where people, and programs that hold a person's secret, get a token for an hour. */
@ApiTags('auth')
@ApiSecurity({})
@ApiSecurity('secret')
@OAuthDialect()
@Controller('auth/token')
export class PersonTokenController {
  constructor(private readonly tokens: PersonTokens) {}

  /**
   * Get a JWT that is valid for an hour: with a username and password in the form, or with `Authorization: Secret …` and no form.
   */
  @Public()
  @Post()
  @TakesIdempotencyKey()
  @HttpCode(200)
  @Header('Pragma', 'no-cache') // RFC 6749 §5.1, in addition to the no-store of every answer
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiBody({ type: PersonTokenRequest, required: false })
  async issuePersonToken(@Req() request: FastifyRequest): Promise<PersonTokenResponse> {
    const presented = presentedCredential(request, []);
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

/** The form looks like the client credentials grant, for clients of the systems that this one replaces (contract §4). */
function requireClientCredentials(form: OAuthForm): void {
  if (required(form, 'grant_type') !== 'client_credentials')
    throw new OAuthError(400, 'unsupported_grant_type', 'The only grant_type is client_credentials.');
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
