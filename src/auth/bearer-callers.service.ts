import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { requestContextOf } from '../shared/authz/actor.js';
import { type BearerCaller, BearerCallers, type CallNeeds } from '../shared/authz/bearer-callers.js';
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

  async identify(request: FastifyRequest, reply: FastifyReply, accountId: string | null): Promise<BearerCaller> {
    const presented = presentedCredential(request, undefined);
    if (presented.scheme === 'none') throw authenticationRequired({ challenge: PLAIN_CHALLENGE });
    if (presented.scheme !== 'bearer') throw invalidToken({ challenge: INVALID_TOKEN_CHALLENGE });
    const context = requestContextOf(request);
    const caller =
      accountId === null
        ? { principal: await this.authentication.bearer(presented.value, context), isAccountActive: false }
        : await this.authentication.bearerInAccount(presented.value, accountId, context);
    sayExpiration(caller.principal, reply);
    return caller;
  }

  async require(caller: BearerCaller, request: FastifyRequest, { accountId, scopes }: CallNeeds): Promise<void> {
    const { principal, isAccountActive } = caller;
    this.accounts.requireSame(principal, request.raw.rawHeaders, accountId, isAccountActive);
    await this.access.requireScopes(principal, scopes);
  }
}
