import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { requestContextOf } from '../shared/authz/actor.js';
import type { Principal } from '../shared/authz/principal.js';
import { insufficientScope, insufficientScopeChallenge } from '../shared/authz/scope.errors.js';
import { Secret } from '../shared/crypto/secret.js';
import { AccessRules } from './access-rules.js';
import { AccountRules } from './account-rules.js';
import { accountSuspended, authenticationRequired, invalidToken } from './principals.errors.js';
import { Authentication } from './authentication.service.js';
import { CredentialCheck } from './credential-check.service.js';
import type { BearerCaller, CallEnding, CallNeeds, OpenCall } from './principals.types.js';
import { presentedCredential } from './presented-credential.js';
import { Refusal, type RefusalReason } from './refusal.js';
import { INVALID_TOKEN_CHALLENGE, PLAIN_CHALLENGE, Refusals } from './refusals.service.js';
import { sayExpiration } from './token-expiration.js';

/** The gateway's callers: a bearer token and nothing else. Sessions are ignored, so no page can make a browser call. */
@Injectable()
export class BearerCallers {
  constructor(
    private readonly authentication: Authentication,
    private readonly access: AccessRules,
    private readonly accounts: AccountRules,
    private readonly check: CredentialCheck,
    private readonly refusals: Refusals,
  ) {}

  /**
   * Identifies whom the bearer token of the request acts as, checks the network that it comes from, and notes the use. Says when
   * the token ends.
   * @param accountId the account of the call, read together with the token; null when there is no such call
   * @throws whatever the caller is to be answered: no token, a bad one, or one from a network that it may not be used from
   */
  async identify(request: FastifyRequest, reply: FastifyReply, accountId: string | null): Promise<BearerCaller> {
    const presented = presentedCredential(request, []);
    if (presented.scheme === 'none') throw authenticationRequired({ challenge: PLAIN_CHALLENGE });
    if (presented.scheme !== 'bearer') throw invalidToken({ challenge: INVALID_TOKEN_CHALLENGE });
    const context = requestContextOf(request);
    const presentation = { token: new Secret(presented.value), address: context.address };
    const caller =
      accountId === null
        ? { principal: await this.authentication.bearer(presented.value, context), isAccountActive: false }
        : await this.authentication.bearerInAccount(presented.value, accountId, context);
    sayExpiration(caller.principal, reply);
    return { ...caller, ...presentation };
  }

  /**
   * Requires that the caller may make a call within this account that needs these scopes.
   * @throws accountMismatch when the token or an account header names another; accountSuspended; insufficientScope
   */
  async require(caller: BearerCaller, request: FastifyRequest, { accountId, scopes }: CallNeeds): Promise<void> {
    const { principal, isAccountActive } = caller;
    this.accounts.requireSame(principal, request.raw.rawHeaders, accountId, isAccountActive);
    await this.access.requireScopes(principal, scopes);
  }

  /**
   * For calls that were let through and are not over: why each must end, or null where it may continue. The check does not count
   * as a use of the tokens, and costs one read for all of them.
   * @throws databaseUnavailable
   */
  async endings(calls: readonly OpenCall[]): Promise<readonly (CallEnding | null)[]> {
    const uses = calls.map(({ caller, accountId }) => ({ token: caller.token, accountId }));
    const results = await this.check.tokensInAccounts(uses);
    return calls.map((call, index) => this.#endingOf(call, results[index]));
  }

  #endingOf(call: OpenCall, result: TokenResult | undefined): CallEnding | null {
    const [token = new Refusal('unknown'), isAccountActive = false] = result ?? [];
    const principal = this.check.fromNetwork(token, call.caller.address);
    if (principal instanceof Refusal)
      return { isWithdrawn: !RUN_OUT.includes(principal.reason), error: this.refusals.errorOf(principal) };
    // The token now belongs to another user, so what the upstream was told about its caller is no longer true.
    if (principal.userId !== call.caller.principal.userId)
      return { isWithdrawn: true, error: this.refusals.errorOf(new Refusal('owner_removed')) };
    if (!isAccountActive) return { isWithdrawn: true, error: accountSuspended() };
    if (call.scopes.every((scope) => principal.scopes.includes(scope))) return null;
    return { isWithdrawn: false, error: insufficientScope({ challenge: insufficientScopeChallenge(call.scopes) }) };
  }
}

type TokenResult = readonly [Principal | Refusal, boolean];

/**
 * A token that ends for one of these reasons has run out, or a rule holds it up: what began with it may finish, unless it is a
 * stream.
 */
const RUN_OUT: readonly RefusalReason[] = [
  'expired',
  'reused_after_rotation',
  'network_not_allowed',
  'policy_never_expires',
  'policy_lifetime',
  'policy_unused',
  'policy_inherited',
];
