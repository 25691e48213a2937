import { Injectable } from '@nestjs/common';
import { OAuthError } from '../../shared/errors/oauth-error.js';
import { type OAuthForm, required } from '../oauth-form.js';
import { ClientCredentialsGrant } from './client-credentials.grant.js';
import type { Grant } from './grant.js';

/** The grants of the token endpoint. To add one, add a file, and a parameter here. */
@Injectable()
export class Grants {
  readonly #byType: ReadonlyMap<string, Grant>;

  constructor(clientCredentials: ClientCredentialsGrant) {
    const all: readonly Grant[] = [clientCredentials];
    this.#byType = new Map(all.map((grant) => [grant.type, grant]));
  }

  get types(): readonly string[] {
    return [...this.#byType.keys()];
  }

  /**
   * The grant that the form asks for. The password grant is not offered, and never will be (RFC 9700 §2.4). @throws OAuthError
   */
  of(form: OAuthForm): Grant {
    const grant = this.#byType.get(required(form, 'grant_type'));
    if (grant === undefined)
      throw new OAuthError(400, 'unsupported_grant_type', `The only grant_type is ${this.types.join(' or ')}.`);
    return grant;
  }
}
