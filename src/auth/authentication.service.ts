import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../shared/authz/actor.js';
import type { BearerCaller } from '../shared/authz/bearer-callers.js';
import type { Principal } from '../shared/authz/principal.js';
import { SessionCookie } from '../sessions/session-cookie.service.js';
import { Sessions } from '../sessions/sessions.service.js';
import { CredentialCheck } from './credential-check.service.js';
import { Refusal } from './refusal.js';
import { Refusals } from './refusals.service.js';
import { TokenVerdicts } from './token-verdicts.service.js';

/** Turns a presented credential into a principal for a request, or throws the error that its caller gets. */
@Injectable()
export class Authentication {
  constructor(
    private readonly check: CredentialCheck,
    private readonly refusals: Refusals,
    private readonly verdicts: TokenVerdicts,
    private readonly cookie: SessionCookie,
    private readonly sessions: Sessions,
  ) {}

  async bearer(value: string, context: RequestContext): Promise<Principal> {
    return this.useOf(await this.check.token(value), context);
  }

  /** The same for a call about an account, and whether that is active. */
  async bearerInAccount(value: string, accountId: string, context: RequestContext): Promise<BearerCaller> {
    const [token, isAccountActive] = await this.check.tokenInAccount(value, accountId);
    return { principal: this.useOf(token, context), isAccountActive };
  }

  /** Takes a checked bearer token as used by this request: from where it may be, counted, and noted as its last use. */
  useOf(token: Principal | Refusal, context: RequestContext): Principal {
    const result = this.check.fromNetwork(token, context.address);
    if (result instanceof Refusal) this.verdicts.refused(result);
    const principal = this.#require(result, context);
    this.verdicts.verified(principal, context.address);
    return principal;
  }

  async secret(value: string, context: RequestContext): Promise<Principal> {
    return this.#require(await this.check.secret(value), context);
  }

  async session(cookie: string, context: RequestContext): Promise<Principal> {
    const id = await this.cookie.open(cookie);
    const principal = this.#require(id === null ? new Refusal('malformed') : await this.check.session(id), context);
    this.sessions.noteUse(principal.credential.id);
    return principal;
  }

  #require(result: Principal | Refusal, context: RequestContext): Principal {
    if (!(result instanceof Refusal)) return result;
    this.refusals.audit(result, context);
    throw this.refusals.errorOf(result);
  }
}
