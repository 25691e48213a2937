import { isBuiltInScope, isScope } from '../../../shared/authz/scopes.js';
import type { ProxyRoute } from '../proxies.types.js';
import { PROXY_METHODS } from '../rules/proxy-methods.js';
import { patternProblem } from '../rules/route-pattern.js';

type Json = Readonly<Record<string, unknown>>;

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Why routes can't be read from this document, as a clause; null when they may be. */
export function documentProblem(document: unknown): string | null {
  const { openapi } = objectOf(document);
  return typeof openapi === 'string' && openapi.startsWith('3.') ? null : 'must be an OpenAPI document of version 3';
}

/** Why the text can't stand before the colon of a scope, as a clause; null when it can. */
export function scopeResourceProblem(resource: string): string | null {
  const scope = `${resource}:read`;
  return isScope(scope) && !isBuiltInScope(scope) ? null : 'must be like orders, and none of the built-in resources';
}

/**
 * The rules that an OpenAPI document suggests: one for each path and scope. An operation with security requirements keeps the
 * scopes of the first; any other gets `resource:read` or `resource:write`.
 */
export function routesOfDocument(document: Json, resource: string): ProxyRoute[] {
  const routes = Object.entries(objectOf(document['paths'])).flatMap(([path, item]) => {
    const pattern = patternOf(path);
    return pattern === null ? [] : routesOfPath(pattern, objectOf(item), document, resource);
  });
  // The first matching rule decides, so a pattern that names a segment must come before one that takes any.
  return routes.sort((a, b) => rankOf(a.path).localeCompare(rankOf(b.path)));
}

function routesOfPath(path: string, item: Json, document: Json, resource: string): ProxyRoute[] {
  const byScopes = new Map<string, { methods: string[]; scopes: string[] }>();
  for (const method of PROXY_METHODS) {
    const operation = item[method.toLowerCase()];
    if (operation === undefined) continue;
    const named = scopesOf(objectOf(operation)['security'] ?? document['security']);
    const scopes = named.length > 0 ? named : [`${resource}:${READS.has(method) ? 'read' : 'write'}`];
    const route = byScopes.get(scopes.join(' ')) ?? { methods: [], scopes };
    route.methods.push(method);
    byScopes.set(scopes.join(' '), route);
  }
  return [...byScopes.values()].map((route) => ({ ...route, path }));
}

/** A parameter within a segment, `/{id}.json`, becomes one for the whole segment; a path that is still no pattern is left out. */
function patternOf(path: string): string | null {
  const pattern = path
    .split('/')
    .map((segment) => (/[{}]/.test(segment) ? `{${/\{([A-Za-z]\w*)/.exec(segment)?.[1] ?? 'part'}}` : segment))
    .join('/');
  return patternProblem(pattern) === null ? pattern : null;
}

/** The scopes that the first requirement asks for, as far as this service could grant them. */
function scopesOf(security: unknown): string[] {
  const [first] = Array.isArray(security) ? (security as unknown[]) : [];
  const scopes = Object.values(objectOf(first)).flatMap((each) => (Array.isArray(each) ? (each as unknown[]) : []));
  return [...new Set(scopes)].filter((scope): scope is string => typeof scope === 'string' && isScope(scope));
}

/** Sorts texts before parameters, and both before a `*` at the end, segment by segment. */
function rankOf(path: string): string {
  return path
    .split('/')
    .map((segment) => (segment === '*' ? '\uffff\uffff' : segment.startsWith('{') ? '\uffff' : segment))
    .join('/');
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}
