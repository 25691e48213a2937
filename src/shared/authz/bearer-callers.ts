import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Principal } from './principal.js';

/** What the gateway asks about the caller of a proxy. auth knows the credentials, their rules, and how refusals are told. */
export abstract class BearerCallers {
  /**
   * Whom the bearer token of the request acts as, from where it came, noted as used. Says when the token ends.
   * @param accountId the account that the call is about, read beside the token; null when there is no such call
   * @throws whatever the caller is to be answered: no token, a bad one, one of another network
   */
  abstract identify(request: FastifyRequest, reply: FastifyReply, accountId: string | null): Promise<BearerCaller>;

  /**
   * Whether it may make a call about this account that needs these scopes.
   * @throws accountMismatch when the token or an account header says another; accountSuspended; insufficientScope
   */
  abstract require(caller: BearerCaller, request: FastifyRequest, needs: CallNeeds): Promise<void>;
}

export interface BearerCaller {
  readonly principal: Principal;
  /** Whether the account that it was identified for is one of its site and active. */
  readonly isAccountActive: boolean;
}

export interface CallNeeds {
  readonly accountId: string;
  readonly scopes: readonly string[];
}
