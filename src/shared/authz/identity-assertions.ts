import type { Identity } from './identity-headers.js';

/** What the gateway tells an upstream about the caller in a form that the upstream can check. auth has the keys. */
export abstract class IdentityAssertions {
  /** A JWT for this audience alone, good for a minute at most and 30 seconds at least. It is no access token. */
  abstract sign(identity: Identity, audience: string): string;
}
