import type { CompiledRoute } from './proxies.types.js';

/** The first matching rule, which is the one that decides. */
export function matchingRoute(
  routes: readonly CompiledRoute[],
  method: string,
  path: readonly string[],
): CompiledRoute | null {
  return routes.find((route) => route.methods.includes(method) && fits(route, path)) ?? null;
}

function fits({ segments, open }: CompiledRoute, path: readonly string[]): boolean {
  if (open ? path.length < segments.length : path.length !== segments.length) return false;
  return segments.every((segment, index) => segment === null || segment === path[index]);
}
