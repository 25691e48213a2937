import type { GatewayTarget } from '../proxies/gateway-target.js';
import type { DeployedProxy } from '../proxies/proxies.types.js';
import type { BearerCaller } from '../../principals/principals.types.js';
import type { Identity } from '../../shared/authz/identity-headers.js';

/** A request that may pass. */
export interface AllowedCall {
  readonly proxy: DeployedProxy;
  readonly identity: Identity;
  readonly caller: BearerCaller;
  readonly target: GatewayTarget;
  /** The scopes of the rule that let it through. */
  readonly scopes: readonly string[];
  /** The path below the proxy's base at the upstream, with a leading slash and without the query. */
  readonly path: string;
  readonly query: string;
}
