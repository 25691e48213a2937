import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../../platform/config/settings.js';
import { requestContextOf } from '../../shared/authz/actor.js';
import type { Principal } from '../../shared/authz/principal.js';
import { insufficientScopeChallenge } from '../../shared/authz/scope.errors.js';
import { OAuthError } from '../../shared/errors/oauth-error.js';
import { Authentication } from '../../principals/authentication.service.js';
import { CredentialCheck } from '../../principals/credential-check.service.js';
import { presentedCredential } from '../../principals/presented-credential.js';
import { Refusal } from '../../principals/refusal.js';
import { sayExpiration } from '../../principals/token-expiration.js';
import { UsageRecorder } from '../../principals/usage-recorder.service.js';
import { ClientAuthentication } from '../client-authentication.js';
import { introspectionTextOf } from './introspection-answer.js';
import type { IntrospectionResponse } from '../dto/token.response.js';
import { type OAuthForm, required } from '../oauth-form.js';

const SCOPE = 'tokens:introspect';

interface Asked {
  readonly caller: Principal;
  readonly subject: Principal | Refusal;
}

/** RFC 7662 §2.2: a token that is not active, not ours, or not of the caller's site gets this answer and nothing else. */
const INACTIVE = JSON.stringify({ active: false } satisfies IntrospectionResponse);

/** Tells a caller of the same site what a token may do now. */
@Injectable()
export class Introspection {
  constructor(
    private readonly check: CredentialCheck,
    private readonly authentication: Authentication,
    private readonly clients: ClientAuthentication,
    private readonly usage: UsageRecorder,
    private readonly settings: Settings,
  ) {}

  /**
   * Returns JSON text. The networks of the token are not checked, because the caller is not the one who uses the token. The query
   * counts as a use, from the address that asked: an API that introspects sees its callers only through us.
   */
  async answer(request: FastifyRequest, form: OAuthForm, reply: FastifyReply): Promise<string> {
    const { caller, subject } = await this.#asked(request, form, reply);
    if (subject instanceof Refusal) {
      if (subject.credential?.siteId === caller.siteId) this.usage.refused(subject);
      return INACTIVE;
    }
    if (subject.siteId !== caller.siteId) return INACTIVE;
    this.usage.verified(subject, request.ip);
    return introspectionTextOf(subject, this.settings.publicUrl);
  }

  /** The caller that asks (contract §4): a bearer token with `tokens:introspect`, a client secret, or an application. */
  async #asked(request: FastifyRequest, form: OAuthForm, reply: FastifyReply): Promise<Asked> {
    const presented = presentedCredential(request, []);
    const context = requestContextOf(request);
    const text = required(form, 'token');
    if (presented.scheme === 'bearer') {
      const [asker, subject, token] = await this.check.tokens(presented.value, text);
      const caller = this.authentication.useOf(asker, context);
      sayExpiration(caller, reply);
      if (caller.accountId !== null && presented.value !== token) throw pinned();
      requireScope(caller);
      return { caller, subject };
    }
    const caller =
      presented.scheme === 'secret'
        ? await this.authentication.secret(presented.value, context)
        : await this.clients.require(request, form);
    return { caller, subject: await this.check.token(await this.check.tokenIn(text)) };
  }
}

/** A pinned token may ask about itself and nothing else (contract §1). */
function pinned(): OAuthError {
  return new OAuthError(403, 'account_pinned', 'A token that is pinned to an account can introspect only itself.');
}

function requireScope({ scopes }: Principal): void {
  if (scopes.includes(SCOPE)) return;
  const challenge = insufficientScopeChallenge([SCOPE]);
  throw new OAuthError(403, 'insufficient_scope', `This needs the scope ${SCOPE}.`, { challenge });
}
