import type { CompiledRoute, ProxyDefinition, ProxyRoute, RevisionSnapshot } from '../proxies.types.js';
import { EVERY_METHOD, PROXY_METHODS } from './proxy-methods.js';
import { parsePattern } from './route-pattern.js';

/** What a deployment freezes: the proxy as it is, and its rules parsed. */
export function snapshotOf(definition: ProxyDefinition): RevisionSnapshot {
  return { definition, routes: definition.routes.map(compiledRoute) };
}

export function compiledRoute({ methods, path, scopes }: ProxyRoute): CompiledRoute {
  return { methods: everyOf(methods), ...parsePattern(path), scopes };
}

/** HEAD is GET without the body (RFC 9110 §9.3.2): a caller who may use one may use the other. */
function everyOf(methods: readonly string[]): readonly string[] {
  if (methods.includes(EVERY_METHOD)) return PROXY_METHODS;
  return methods.includes('GET') && !methods.includes('HEAD') ? [...methods, 'HEAD'] : methods;
}
