import type { RequestContext } from './actor.js';

/** What http calls when it finds credentials in a request that came in plaintext. auth revokes the live ones. */
export abstract class ExposedCredentials {
  /** Revokes each live credential among `values`, tells its owner and audits it. Unknown ones are nobody's business. */
  abstract report(values: readonly string[], context: RequestContext): Promise<void>;
}
