import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { requestContextOf } from '../shared/authz/actor.js';
import { BearerCallers, type CallNeeds } from '../shared/authz/bearer-callers.js';
import type { Principal } from '../shared/authz/principal.js';
import { AccessRules } from './access-rules.js';
import { AccountRules } from './account-rules.js';
import { authenticationRequired, invalidToken } from './auth.errors.js';
import { Authentication } from './authentication.service.js';
import { presentedCredential } from './presented-credential.js';
import { INVALID_TOKEN_CHALLENGE, PLAIN_CHALLENGE } from './refusals.service.js';
import { sayExpiration } from './token-expiration.js';

/** The gateway's callers: a bearer token and nothing else. A session is not looked at, so no page can make a browser call. */
@Injectable()
export class GatewayCallers extends BearerCallers {
  constructor(
    private readonly authentication: Authentication,
    private readonly access: AccessRules,
    private readonly accounts: AccountRules,
  ) {
    super();
  }

  async identify(request: FastifyRequest, reply: FastifyReply): Promise<Principal> {
    const presented = presentedCredential(request, undefined);
    if (presented.scheme === 'none') throw authenticationRequired({ challenge: PLAIN_CHALLENGE });
    if (presented.scheme !== 'bearer') throw invalidToken({ challenge: INVALID_TOKEN_CHALLENGE });
    const principal = await this.authentication.bearer(presented.value, requestContextOf(request));
    sayExpiration(principal, reply);
    return principal;
  }

  async require(principal: Principal, request: FastifyRequest, { accountId, scopes }: CallNeeds): Promise<void> {
    await this.accounts.requireSame(principal, request.raw.rawHeaders, accountId);
    await this.access.requireScopes(principal, scopes);
  }
}
