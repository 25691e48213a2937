import type { RequestContext } from '../../shared/authz/actor.js';

/**
 * Ends credentials that arrived in plaintext. auth/exposure implements this: http is a lower layer than everything that knows
 * credentials.
 */
export abstract class ExposedCredentials {
  /** Revokes each live credential among `values`, tells its owner and audits the revocation. Unknown values are ignored. */
  abstract report(values: readonly string[], context: RequestContext): Promise<void>;
}
