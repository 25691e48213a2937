import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { requestContextOf } from '../../shared/authz/actor.js';
import type { Principal } from '../../shared/authz/principal.js';
import { OAuthError } from '../../shared/errors/oauth-error.js';
import { insufficientScopeChallenge } from '../access-rules.js';
import { Authentication } from '../authentication.service.js';
import { presentedCredential } from '../presented-credential.js';
import { ClientAuthentication } from './client-authentication.js';
import type { OAuthForm } from './oauth-form.js';

const SCOPE = 'tokens:introspect';

/** Who may ask about tokens (CONTRACT §4): an application, a client secret, or a bearer token with `tokens:introspect`. */
@Injectable()
export class IntrospectionCaller {
  constructor(
    private readonly authentication: Authentication,
    private readonly clients: ClientAuthentication,
  ) {}

  async require(request: FastifyRequest, form: OAuthForm): Promise<Principal> {
    const presented = presentedCredential(request, undefined);
    if (presented.scheme === 'secret') return this.authentication.secret(presented.value, requestContextOf(request));
    if (presented.scheme !== 'bearer') return this.clients.require(request, form);
    const principal = await this.authentication.bearer(presented.value, requestContextOf(request));
    if (!principal.scopes.includes(SCOPE))
      throw new OAuthError(403, 'insufficient_scope', `This needs the scope ${SCOPE}.`, {
        challenge: insufficientScopeChallenge([SCOPE]),
      });
    return principal;
  }
}
