import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../../config/settings.js';
import { requestContextOf } from '../../shared/authz/actor.js';
import type { Principal } from '../../shared/authz/principal.js';
import { insufficientScopeChallenge } from '../../shared/authz/scope.errors.js';
import { OAuthError } from '../../shared/errors/oauth-error.js';
import { Authentication } from '../authentication.service.js';
import { CredentialCheck } from '../credential-check.service.js';
import { presentedCredential } from '../presented-credential.js';
import { Refusal } from '../refusal.js';
import { sayExpiration } from '../token-expiration.js';
import { TokenVerdicts } from '../token-verdicts.service.js';
import { ClientAuthentication } from './client-authentication.js';
import { introspectionOf } from './introspection-answer.js';
import type { IntrospectionResponse } from './dto/token.response.js';
import { type OAuthForm, required } from './oauth-form.js';

const SCOPE = 'tokens:introspect';

interface Asked {
  readonly caller: Principal;
  readonly subject: Principal | Refusal;
}

/** RFC 7662 §2.2: what is not active, not ours, or not of the caller's site answers this and nothing else. */
const INACTIVE: IntrospectionResponse = { active: false };

/** Says what a token may do at this moment, to a caller of the same site. */
@Injectable()
export class Introspection {
  constructor(
    private readonly check: CredentialCheck,
    private readonly authentication: Authentication,
    private readonly clients: ClientAuthentication,
    private readonly verdicts: TokenVerdicts,
    private readonly settings: Settings,
  ) {}

  /**
   * The networks of the token are not looked at: who asks is not who uses it. That it was asked about counts as a
   * use, from the address that asked: an API that introspects sees its callers through us alone.
   */
  async answer(request: FastifyRequest, form: OAuthForm, reply: FastifyReply): Promise<IntrospectionResponse> {
    const { caller, subject } = await this.#asked(request, form, reply);
    if (subject instanceof Refusal) {
      if (subject.credential?.siteId === caller.siteId) this.verdicts.refused(subject);
      return INACTIVE;
    }
    if (subject.siteId !== caller.siteId) return INACTIVE;
    this.verdicts.verified(subject, request.ip);
    return introspectionOf(subject, this.settings.publicUrl);
  }

  /** Who asks (CONTRACT §4): a bearer token with `tokens:introspect`, a client secret, or an application. */
  async #asked(request: FastifyRequest, form: OAuthForm, reply: FastifyReply): Promise<Asked> {
    const presented = presentedCredential(request, undefined);
    const context = requestContextOf(request);
    const token = required(form, 'token');
    if (presented.scheme === 'bearer') {
      const [asker, subject] = await this.check.tokens(presented.value, token);
      const caller = this.authentication.useOf(asker, context);
      sayExpiration(caller, reply);
      requireScope(caller);
      return { caller, subject };
    }
    const caller =
      presented.scheme === 'secret'
        ? await this.authentication.secret(presented.value, context)
        : await this.clients.require(request, form);
    return { caller, subject: await this.check.token(token) };
  }
}

function requireScope({ scopes }: Principal): void {
  if (scopes.includes(SCOPE)) return;
  const challenge = insufficientScopeChallenge([SCOPE]);
  throw new OAuthError(403, 'insufficient_scope', `This needs the scope ${SCOPE}.`, { challenge });
}
