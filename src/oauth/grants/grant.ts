import type { Actor } from '../../shared/authz/actor.js';
import type { TokenEndpointResponse } from '../dto/token.response.js';
import type { OAuthForm } from '../oauth-form.js';

/** A way to get a token at `POST /oauth/token`, for an application that has proved itself. */
export interface Grant {
  /** The value of `grant_type`. */
  readonly type: string;
  /** The form parameters that it reads, besides the client's authentication. Anything else is ignored (RFC 6749 §3.2). */
  readonly parameters: readonly string[];
  /**
   * @param parameters the form parameters that the grant names
   * @throws OAuthError
   */
  issue(client: Actor, applicationId: string, parameters: OAuthForm): Promise<TokenEndpointResponse>;
}
