/** The scope vocabulary (CONTRACT §1): `resource:action`, lower case. */
export const BUILT_IN_SCOPES = {
  'accounts:read': 'See the accounts of the site',
  'accounts:write': 'Create, rename, suspend and resume accounts',
  'audit:read': 'Read the audit log',
  'projects:read': 'See projects',
  'projects:write': 'Create, change and delete projects',
  'proxies:read': 'See proxies and their revisions',
  'proxies:write': 'Create, change and delete proxies',
  'proxies:deploy': 'Deploy and undeploy proxies',
  'roles:read': 'See the roles of the site',
  'roles:write': 'Create, change and delete roles',
  'security:read': 'See connections, credentials and certificates, without their secrets',
  'security:write': 'Create, change and delete connections, credentials and certificates',
  'site:write': 'Change the settings and the policy of the site',
  'tokens:admin': "See, revoke and reassign every token of the site, and make service accounts' tokens",
  'tokens:introspect': 'Ask whether a token of the site is active, and what it may do',
  'users:read': 'See the users of the site',
  'users:write': 'Create, change, suspend and remove users',
} as const satisfies Record<string, string>;

export type BuiltInScope = keyof typeof BUILT_IN_SCOPES;

const SCOPE = /^[a-z][a-z0-9_.-]{0,62}:[a-z][a-z0-9_.-]{0,62}$/;
/** `account:{id}` is no permission: it pins a token to one account. */
const ACCOUNT_SCOPE_PREFIX = 'account:';

export function isScope(value: string): boolean {
  return SCOPE.test(value) && !value.startsWith(ACCOUNT_SCOPE_PREFIX);
}

export function isBuiltInScope(value: string): value is BuiltInScope {
  return Object.hasOwn(BUILT_IN_SCOPES, value);
}

/** Splits an OAuth scope string (RFC 6749 §3.3) into permissions and the accounts it pins to. */
export function parseScopeParameter(value: string): { scopes: string[]; accountIds: string[] } {
  const all = [...new Set(value.split(' ').filter((part) => part !== ''))];
  return {
    scopes: all.filter((part) => !part.startsWith(ACCOUNT_SCOPE_PREFIX)),
    accountIds: all.filter((part) => part.startsWith(ACCOUNT_SCOPE_PREFIX)).map((part) => part.slice(8)),
  };
}

/** The scopes of `held` that every bound allows; a bound of null allows all. Order follows `held`. */
export function intersect(held: readonly string[], ...bounds: readonly (readonly string[] | null)[]): string[] {
  return held.filter((scope) => bounds.every((bound) => bound?.includes(scope) ?? true));
}

/** The scopes of `wanted` that `held` lacks. */
export function missingFrom(held: readonly string[], wanted: readonly string[]): string[] {
  return wanted.filter((scope) => !held.includes(scope));
}
