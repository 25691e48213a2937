import { Strategy } from 'passport';
import type { RequestContext } from '../../shared/authz/actor.js';
import type { Principal } from '../../shared/authz/principal.js';
import type { KeyedCall } from '../../principals/keyed-call.js';

export interface CarriedCredential {
  readonly value: string;
  readonly context: RequestContext;
  /** The call, if it can be repeated. */
  readonly call: KeyedCall | null;
}

/** The one credential that the authentication guard picked out of a request, for the strategy of its scheme. */
export const carriedCredentials = new WeakMap<object, CarriedCredential>();

/** A Passport strategy for a credential that is neither a password nor a bearer token: our session, our secret. */
export function credentialStrategy(prove: (credential: CarriedCredential) => Promise<Principal>): Strategy {
  const strategy: Strategy = new Strategy();
  strategy.authenticate = function authenticate(request) {
    const credential = carriedCredentials.get(request);
    if (credential === undefined) {
      this.error(new Error('a strategy was asked about a request whose credential nobody picked out'));
      return;
    }
    prove(credential).then(
      (principal) => {
        this.success(principal);
      },
      (error: unknown) => {
        this.error(error);
      },
    );
  };
  return strategy;
}
