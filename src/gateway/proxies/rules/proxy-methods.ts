/** The methods that a rule can name. TRACE and CONNECT never pass the gateway. */
export const PROXY_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
export const EVERY_METHOD = '*';

/** Why the list can't be the methods of a rule, as a clause; null when it can. */
export function methodsProblem(methods: unknown): string | null {
  if (!Array.isArray(methods)) return 'must be a list';
  if (methods.length === 1 && methods[0] === EVERY_METHOD) return null;
  const known: readonly unknown[] = PROXY_METHODS;
  if (!methods.every((method) => known.includes(method)))
    return `must be of ${PROXY_METHODS.join(', ')}, or * alone for all of them`;
  return new Set(methods).size === methods.length ? null : 'must name each method once';
}
