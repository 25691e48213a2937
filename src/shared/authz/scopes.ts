/** The scope vocabulary (contract §1): `resource:action`, lower case. */
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

/** The resources that belong to one account each. Every other built-in scope is about the site. */
const ACCOUNT_RESOURCES = new Set(['projects', 'proxies']);

const SCOPE = /^[a-z][a-z0-9_.-]{0,62}:[a-z][a-z0-9_.-]{0,62}$/;
/** `account:{id}` is not a permission: it pins a token to one account. */
const ACCOUNT_SCOPE_PREFIX = 'account:';

export function isScope(value: string): boolean {
  return SCOPE.test(value) && !value.startsWith(ACCOUNT_SCOPE_PREFIX);
}

export function isBuiltInScope(value: string): value is BuiltInScope {
  return Object.hasOwn(BUILT_IN_SCOPES, value);
}

const RESERVED_RESOURCES = new Set(Object.keys(BUILT_IN_SCOPES).map(resourceOf));

/**
 * Whether the resource of a scope is a built-in one. A scope such as `users:export` is not built in today, but a later release
 * could add it. Its holders would then have a permission that nobody gave them.
 */
export function isReservedResource(scope: string): boolean {
  return RESERVED_RESOURCES.has(resourceOf(scope));
}

function resourceOf(scope: string): string {
  return scope.slice(0, scope.indexOf(':'));
}

/** Whether a scope is about the site as a whole, and so useless to a credential that is pinned to an account (contract §1). */
export function isSiteScope(scope: string): boolean {
  return isBuiltInScope(scope) && !ACCOUNT_RESOURCES.has(resourceOf(scope));
}

/** Splits an OAuth scope string (RFC 6749 §3.3) into permissions and the ids of the accounts that it pins to, in lower case. */
export function parseScopeParameter(value: string): { scopes: string[]; accountIds: string[] } {
  const all = value.split(' ').filter((part) => part !== '');
  const accounts = all.filter((part) => part.startsWith(ACCOUNT_SCOPE_PREFIX));
  return {
    scopes: [...new Set(all.filter((part) => !accounts.includes(part)))],
    accountIds: [...new Set(accounts.map((part) => part.slice(ACCOUNT_SCOPE_PREFIX.length).toLowerCase()))],
  };
}

/** The `scope` of an answer or a JWT. RFC 6749 §3.3 knows no empty scope, so without scopes there is none (contract §4). */
export function scopeMember(text: string): { readonly scope?: string } {
  return text === '' ? {} : { scope: text };
}

/** The scopes of `held` that every bound allows; a bound of null allows all. Keeps the order of `held`. */
export function intersect(held: readonly string[], ...bounds: readonly (readonly string[] | null)[]): string[] {
  return held.filter((scope) => bounds.every((bound) => bound?.includes(scope) ?? true));
}

/** The scopes of `wanted` that `held` lacks. */
export function missingFrom(held: readonly string[], wanted: readonly string[]): string[] {
  return wanted.filter((scope) => !held.includes(scope));
}
