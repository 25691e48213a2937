import { All, Controller, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiQuery, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Direct, Public } from '../shared/authz/access.js';
import { identityHeaders, NO_IDENTITY } from '../shared/authz/identity-headers.js';
import { PLAIN_CHALLENGE } from './refusals.service.js';
import { Verification } from './verification.service.js';

const IDENTITY_HEADERS = Object.fromEntries(
  Object.keys(NO_IDENTITY).map((name) => [
    name,
    { description: 'Empty where it does not apply.', schema: { type: 'string' as const, maxLength: 8192 } },
  ]),
);

/** In lower case, as they are sent: a flood of junk should cost little. */
const REFUSED_HEADERS = {
  ...Object.fromEntries(Object.keys(NO_IDENTITY).map((name) => [name.toLowerCase(), ''])),
  'www-authenticate': PLAIN_CHALLENGE,
};

/** Forward authentication: nginx `auth_request`, Caddy and Traefik `forward_auth`, Envoy `ext_authz`. */
@ApiTags('verify')
@ApiSecurity('bearer')
@ApiSecurity('session')
@Controller('verify')
export class VerifyController {
  constructor(private readonly verification: Verification) {}

  /** May this request pass? 200 with the identity in `X-Auth-*` headers, else 401 or 403 with WWW-Authenticate. */
  @Public()
  @Direct()
  @All()
  @ApiOkResponse({ description: 'It may pass, as this user.', headers: IDENTITY_HEADERS })
  @ApiQuery({
    name: 'account',
    required: false,
    description: 'The id of the account that the request is about.',
    schema: { type: 'string', format: 'uuid', maxLength: 36 },
  })
  @ApiQuery({
    name: 'scope',
    required: false,
    description: 'The scopes that the request needs, all of them, space-separated.',
    schema: { type: 'string', maxLength: 4096, example: 'orders:read' },
  })
  async verify(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    try {
      void reply.headers(identityHeaders(await this.verification.verify(request, reply))).send();
    } catch (error) {
      void reply.headers(REFUSED_HEADERS); // the challenge unless the error has its own
      throw error;
    }
  }
}
