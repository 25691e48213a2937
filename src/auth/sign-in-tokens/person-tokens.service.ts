import { Injectable } from '@nestjs/common';
import { actorOf, userActor } from '../../platform/audit/audit.types.js';
import type { RequestContext } from '../../shared/authz/actor.js';
import { OAuthError } from '../../shared/errors/oauth-error.js';
import { Users } from '../../directory/users/users.service.js';
import { CredentialCheck } from '../../principals/credential-check.service.js';
import { PasswordSignIn } from '../login/password-sign-in.service.js';
import { Refusal } from '../../principals/refusal.js';
import { Refusals } from '../../principals/refusals.service.js';
import type { PersonTokenResponse } from './dto/person-token.response.js';
import { endedMeanwhile } from '../../oauth/ended-meanwhile.js';
import { SignInToken } from './sign-in-token.js';

/** Tokens for a person's password, and for a client secret in the `Secret` scheme. */
@Injectable()
export class PersonTokens {
  constructor(
    private readonly signIns: PasswordSignIn,
    private readonly check: CredentialCheck,
    private readonly refusals: Refusals,
    private readonly token: SignInToken,
    private readonly users: Users,
  ) {}

  async forPassword(login: string, password: string, context: RequestContext): Promise<PersonTokenResponse> {
    const user = await this.signIns.verify(login, password, context);
    const principal = user === null ? new Refusal('unknown') : await this.check.person(user.id);
    if (user === null || principal instanceof Refusal) throw badCredentials();
    return this.#issue(principal, userActor(user, context), (tx) => this.users.stillSignsIn(tx, user));
  }

  async forSecret(secret: string, context: RequestContext): Promise<PersonTokenResponse> {
    const principal = await this.check.secret(secret);
    if (principal instanceof Refusal) {
      this.refusals.audit(principal, context);
      throw badCredentials();
    }
    return this.#issue(principal, actorOf({ ...context, principal }));
  }

  async #issue(...wanted: Parameters<SignInToken['issue']>): Promise<PersonTokenResponse> {
    const issued = await this.token.issue(...wanted).catch((error: unknown) => {
      throw endedMeanwhile(error) ? badCredentials() : error;
    });
    if (issued === null) throw badCredentials();
    return issued;
  }
}

/** The wording that clients of the replaced systems know (contract §4). */
function badCredentials(): OAuthError {
  return new OAuthError(401, 'unauthorized_client', 'Bad credentials', {
    challenge: 'Basic realm="gatehouse", charset="UTF-8"',
  });
}
