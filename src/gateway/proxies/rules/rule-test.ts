import { gatewayTarget } from '../gateway-target.js';
import type { ProxyRoute } from '../proxies.types.js';
import { compiledRoute } from './route-compiler.js';
import { RouteRules } from '../route-match.js';

export interface RuleVerdict {
  /** Counted from 1; null when no rule matches, and the request is refused. */
  readonly rule: number | null;
  readonly scopes: readonly string[];
}

/**
 * What these rules would say to a request. Reads the path and finds the rule with the gateway's own code.
 * @throws unsafePath
 */
export function testRules(routes: readonly ProxyRoute[], method: string, path: string): RuleVerdict {
  const compiled = routes.map(compiledRoute);
  const decision = new RouteRules(compiled).decide(method, gatewayTarget(`/gw/site${path}`));
  return decision === null ? { rule: null, scopes: [] } : { rule: decision.place + 1, scopes: decision.scopes };
}
