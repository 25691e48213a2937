import { Strategy } from 'passport';
import type { FastifyRequest } from 'fastify';
import { requestContextOf, type RequestContext } from '../../shared/authz/actor.js';
import type { Principal } from '../../shared/authz/principal.js';

type Prove = (value: string, context: RequestContext) => Promise<Principal>;

/** A request whose one credential the authentication guard has already picked out. */
export interface RequestWithCredential extends FastifyRequest {
  credentialValue?: string;
}

/** A Passport strategy for a credential that is neither a password nor a bearer token: our session, our secret. */
export class CredentialStrategy extends Strategy {
  constructor(private readonly prove: Prove) {
    super();
  }

  override authenticate(this: this & PassportActions, request: RequestWithCredential): void {
    this.prove(request.credentialValue ?? '', requestContextOf(request)).then(
      (principal) => {
        this.success(principal);
      },
      (error: unknown) => {
        this.error(error);
      },
    );
  }
}

/** What Passport adds to a strategy for the length of one authentication. */
interface PassportActions {
  success(user: Principal): void;
  error(error: unknown): void;
}
