import { gatewayTarget } from './gateway-target.js';
import type { ProxyRoute } from './proxies.types.js';
import { compiledRoute } from './route-compiler.js';
import { matchingRoute } from './route-match.js';

export interface RuleVerdict {
  /** Counted from 1; null when none fits, and the request is refused. */
  readonly rule: number | null;
  readonly scopes: readonly string[];
}

/**
 * What these rules would say to a request, by the way that the gateway itself reads a path and finds a rule.
 * @throws unsafePath
 */
export function testRules(routes: readonly ProxyRoute[], method: string, path: string): RuleVerdict {
  const compiled = routes.map(compiledRoute);
  const { segments } = gatewayTarget(`/gw/site${path}`);
  const route = matchingRoute(compiled, method, segments);
  return route === null ? { rule: null, scopes: [] } : { rule: compiled.indexOf(route) + 1, scopes: route.scopes };
}
