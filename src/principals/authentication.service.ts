import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../shared/authz/actor.js';
import type { Principal } from '../shared/authz/principal.js';
import { SessionCookie } from '../directory/sessions/session-cookie.service.js';
import { Sessions } from '../directory/sessions/sessions.service.js';
import { CredentialCheck } from './credential-check.service.js';
import { EndedCallers } from './replays/ended-callers.js';
import type { KeyedCall } from './keyed-call.js';
import type { BearerCaller } from './principals.types.js';
import { Refusal } from './refusal.js';
import { Refusals } from './refusals.service.js';
import { UsageRecorder } from './usage-recorder.service.js';

/** More live or ended sessions than any browser keeps. */
const MOST_SESSIONS = 32;

type UsedInAccount = Pick<BearerCaller, 'principal' | 'isAccountActive'>;

/** Turns a presented credential into a principal for a request, or throws the error that the caller gets. */
@Injectable()
export class Authentication {
  constructor(
    private readonly check: CredentialCheck,
    private readonly refusals: Refusals,
    private readonly usage: UsageRecorder,
    private readonly cookie: SessionCookie,
    private readonly sessions: Sessions,
    private readonly ended: EndedCallers,
  ) {}

  /** `call`: what the credential is used for, if the call can be repeated. */
  async bearer(value: string, context: RequestContext, call: KeyedCall | null = null): Promise<Principal> {
    const token = await this.check.token(value);
    return this.useOf(call === null ? token : await this.ended.judge(token, call), context);
  }

  /** The same for a call within an account; also tells whether that account is active. */
  async bearerInAccount(value: string, accountId: string, context: RequestContext): Promise<UsedInAccount> {
    const [token, isAccountActive] = await this.check.tokenInAccount(value, accountId);
    return { principal: this.useOf(token, context), isAccountActive };
  }

  /** Records that this request uses a checked bearer token: checks the network, counts the use, and notes it as the last use. */
  useOf(token: Principal | Refusal, context: RequestContext): Principal {
    const result = this.check.fromNetwork(token, context.address);
    if (result instanceof Refusal) this.usage.refused(result);
    const principal = this.#require(result, context);
    this.usage.verified(principal, context.address);
    return principal;
  }

  async secret(value: string, context: RequestContext): Promise<Principal> {
    return this.#require(await this.check.secret(value), context);
  }

  /**
   * Of the cookies of a request, the one whose session is live: a browser also sends those of an earlier setting, or of a sibling
   * host. Two live sessions don't say who is calling, and count as a value that no key opens.
   */
  async liveCookie(cookies: readonly string[]): Promise<string> {
    const [first = '', ...others] = cookies;
    if (others.length === 0) return first;
    const sealed = new Map<string, string>();
    for (const cookie of cookies) {
      const id = await this.cookie.open(cookie);
      if (id !== null) sealed.set(id, cookie);
    }
    if (sealed.size === 0 || sealed.size > MOST_SESSIONS) return '';
    const live = (await this.check.sessions([...sealed.keys()])).flatMap((result) =>
      result instanceof Refusal ? [] : [result.credential.id],
    );
    const [only = '', ...more] = live;
    return more.length > 0 ? '' : (sealed.get(only) ?? '');
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
