import { All, Controller, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiQuery, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Direct, Public } from '../../shared/authz/access.js';
import { identityHeaders, NO_IDENTITY } from '../../shared/authz/identity-headers.js';
import { namedLists, ROOM_OF_ANSWER } from '../../shared/authz/named-lists.js';
import { AtRoot, IdentityHeaders, UnreadBody } from '../../shared/protocol/route-traits.js';
import { PLAIN_CHALLENGE } from '../../principals/refusals.service.js';
import { Verification } from './verification.service.js';

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  'X-Auth-Scopes':
    'The scopes that `scope` names. Without `scope`: all scopes of the caller if they fit, otherwise none, and X-Auth-Scopes-Omitted says how many were left out.',
  'X-Auth-Scopes-Omitted': 'How many scopes the caller holds that X-Auth-Scopes leaves out.',
};

const IDENTITY_HEADERS = Object.fromEntries(
  Object.keys(NO_IDENTITY).map((name) => [
    name,
    {
      description: DESCRIPTIONS[name] ?? 'Empty where it does not apply.',
      schema: { type: 'string' as const, maxLength: ROOM_OF_ANSWER.total },
    },
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
@AtRoot()
@IdentityHeaders()
@UnreadBody()
@Controller('verify')
export class VerifyController {
  constructor(private readonly verification: Verification) {}

  /**
   * Check whether this request may pass: 200 with the identity in `X-Auth-*` headers, otherwise 401 or 403 with WWW-Authenticate.
   */
  @Public()
  @Direct()
  @All()
  @ApiOkResponse({ description: 'The request may pass, as this user.', headers: IDENTITY_HEADERS })
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
      const { asked, ...identity } = await this.verification.verify(request, reply);
      const { principal } = identity;
      const lists = namedLists(principal, [asked ?? principal.scopes], ROOM_OF_ANSWER);
      void reply.headers(identityHeaders(identity, lists)).send();
    } catch (error) {
      void reply.headers(REFUSED_HEADERS); // the challenge, unless the error has its own
      throw error;
    }
  }
}
