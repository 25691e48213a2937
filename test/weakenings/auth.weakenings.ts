import type { Weakening } from './weakening.js';

const VERIFY = ['e2e/auth/verify.e2e.spec.ts'];
const OAUTH = ['e2e/auth/oauth.e2e.spec.ts'];
const PRESENTED = ['e2e/security/presented-credentials.e2e.spec.ts'];
const ACCOUNTS = ['e2e/auth/account-header.e2e.spec.ts'];
const LOGIN = ['e2e/auth/login'];
const LIMITS = ['unit/principals/limits/sign-in-limits.spec.ts'];
const RULES = ['e2e/security/two-rules.e2e.spec.ts'];
const TOKENS = ['e2e/tokens/tokens.e2e.spec.ts'];

export const AUTH_WEAKENINGS: readonly Weakening[] = [
  {
    file: 'principals/row/principal-of-row.ts',
    text: 'expiresAt !== null && expiresAt.getTime() <= now',
    replacement: 'expiresAt !== null && expiresAt.getTime() < now',
    specs: TOKENS,
  },
  {
    file: 'principals/row/principal-of-row.ts',
    text: 'validUntil.getTime() <= now',
    replacement: 'validUntil.getTime() < now',
    specs: TOKENS,
  },
  {
    file: 'principals/row/principal-of-row.ts',
    text: "row.userStatus !== 'active'",
    replacement: "row.userStatus === 'removed'",
    specs: ['e2e/admin/suspend-user.e2e.spec.ts'],
  },
  {
    file: 'principals/row/principal-of-row.ts',
    text: "  if (row.applicationDeletedAt !== null) return 'application_deleted';\n",
    replacement: '',
    specs: ['e2e/security/ceilings.e2e.spec.ts'],
  },
  {
    file: 'principals/row/principal-of-row.ts',
    text: "row.accountStatus === 'suspended'",
    replacement: 'row.accountId === null',
    specs: ['e2e/security/minting.e2e.spec.ts'],
  },
  {
    file: 'principals/row/principal-of-row.ts',
    text: 'applicationScopes, applicationCeiling]',
    replacement: 'applicationScopes]',
    specs: ['e2e/security/ceilings.e2e.spec.ts'],
  },
  {
    file: 'principals/credential-check.service.ts',
    text: 'isAllowed(address, allowedNetworks) && ',
    replacement: '',
    specs: RULES,
  },
  {
    file: 'principals/credential-check.service.ts',
    text: 'isAllowed(address, allowedNetworks) && isAllowed(address, siteNetworks)',
    replacement: 'isAllowed(address, siteNetworks ?? allowedNetworks)',
    specs: RULES,
  },
  {
    file: 'principals/credential-check.service.ts',
    text: ' && isAllowed(address, siteNetworks)',
    replacement: '',
    specs: RULES,
  },
  {
    file: 'principals/credential-check.service.ts',
    text: '>= SESSION_IDLE_MS',
    replacement: '> SESSION_IDLE_MS',
    specs: ['e2e/sessions/sessions.e2e.spec.ts'],
  },
  {
    file: 'principals/credential-check.service.ts',
    text: "kind === 'sec' ? MALFORMED : null",
    replacement: 'null',
    specs: PRESENTED,
    explained: 'no token has the hash of a secret: it is refused all the same, as one that is unknown',
  },
  {
    file: 'principals/credential-check.service.ts',
    text: '\n    return [this.#result(row), account?.siteId === row?.siteId && ',
    replacement: '\n    return [this.#result(row), ',
    specs: ['e2e/gateway/gateway.e2e.spec.ts'],
    explained: 'the gateway answers 404 to a token of another site before it looks at the account',
  },
  {
    file: 'principals/presented-credential.ts',
    text: "'authorization') > 1",
    replacement: "'authorization') > 2",
    specs: PRESENTED,
  },
  {
    file: 'principals/presented-credential.ts',
    text: ' || holdsCredentialInQuery(raw.url)',
    replacement: '',
    specs: PRESENTED,
  },
  {
    file: 'principals/presented-credential.ts',
    text: 'hasTokenParameter(body) || ',
    replacement: '',
    specs: PRESENTED,
  },
  {
    file: 'principals/presented-credential.ts',
    text: '  if (sessionCookies.length > 0)\n',
    replacement: '  if (false)\n',
    specs: PRESENTED,
  },
  {
    file: 'auth/guards/cross-site-rules.ts',
    text: 'origin === undefined || !',
    replacement: 'origin !== undefined && !',
    specs: [...LOGIN, 'e2e/sessions'],
  },
  {
    file: 'auth/guards/cross-site-rules.ts',
    text: "'GET', 'HEAD', 'OPTIONS'",
    replacement: "'GET', 'HEAD', 'OPTIONS', 'DELETE'",
    specs: ['e2e/sessions', ...LOGIN],
  },
  {
    file: 'principals/access-rules.ts',
    text: "access.to === 'session' && principal",
    replacement: 'false && principal',
    specs: ['e2e/security/access-matrix.e2e.spec.ts'],
  },
  {
    file: 'principals/access-rules.ts',
    text: 'if (access.confirmed) requireConfirmed(principal, this.clock.now());',
    replacement: '',
    specs: ['e2e/admin/admin-tokens.e2e.spec.ts'],
  },
  {
    file: 'principals/access-rules.ts',
    text: 'if (missing.length === 0) return;',
    replacement: 'if (missing.length < scopes.length) return;',
    specs: VERIFY,
  },
  {
    file: 'auth/guards/access.guard.ts',
    text: 'if (access === undefined) throw accessUndeclared();',
    replacement: 'if (access === undefined) return true;',
    specs: ['e2e/security/access-matrix.e2e.spec.ts', 'architecture/route-access.spec.ts'],
  },
  {
    file: 'auth/guards/authentication.guard.ts',
    text: "presented.scheme === 'bearer' && !secretRoute",
    replacement: "presented.scheme === 'bearer'",
    specs: ['e2e/security/access-matrix.e2e.spec.ts'],
  },
  {
    file: 'principals/account-rules.ts',
    text: 'value !== null && value !== named',
    replacement: 'false',
    specs: ACCOUNTS,
  },
  {
    file: 'principals/account-rules.ts',
    text: '    if (principal.accountId !== null && principal.accountId !== accountId) throw accountMismatch();\n    const status',
    replacement: '    const status',
    specs: ACCOUNTS,
  },
  {
    file: 'principals/account-rules.ts',
    text: "if (status === 'suspended') throw accountSuspended();",
    replacement: '',
    specs: [...ACCOUNTS, 'e2e/accounts'],
  },
  {
    file: 'oauth/introspection/introspection.ts',
    text: '    if (subject.siteId !== caller.siteId) return INACTIVE;\n',
    replacement: '',
    specs: ['e2e/security/two-sites.e2e.spec.ts'],
  },
  {
    file: 'oauth/introspection/introspection.ts',
    text: '      requireScope(caller);\n',
    replacement: '',
    specs: OAUTH,
  },
  {
    file: 'oauth/revocation/revocation.ts',
    text: ' && own.applicationId === target.applicationId',
    replacement: '',
    specs: OAUTH,
  },
  {
    file: 'oauth/client-authentication.ts',
    text: ' && result.credential.clientId === clientId',
    replacement: '',
    specs: OAUTH,
  },
  {
    file: 'oauth/client-authentication.ts',
    text: 'id !== undefined && id !== basic.clientId',
    replacement: 'false',
    specs: OAUTH,
  },
  {
    file: 'oauth/grants/client-credentials.grant.ts',
    text: 'missing.length > 0',
    replacement: 'missing.length > 1',
    specs: OAUTH,
  },
  { file: 'oauth/grants/client-credentials.grant.ts', text: 'others.length > 0', replacement: 'false', specs: OAUTH },
  {
    file: 'oauth/oauth-form.ts',
    text: "typeof value !== 'string'",
    replacement: 'Array.isArray(value) && value.length > 2',
    specs: OAUTH,
  },
  {
    file: 'auth/login/password-sign-in.service.ts',
    text: "if (user.status !== 'active') return 'user_suspended';",
    replacement: '',
    specs: ['e2e/security/minting.e2e.spec.ts', ...LOGIN],
  },
  {
    file: 'auth/login/new-password.ts',
    text: "    await this.sessions.endAll(tx, user.siteId, user.id, 'password_changed');\n",
    replacement: '',
    specs: LOGIN,
  },
  {
    file: 'principals/limits/sign-in-limits.service.ts',
    text: 'name: 10, source: 50',
    replacement: 'name: 11, source: 50',
    specs: LIMITS,
  },
  {
    file: 'principals/limits/sign-in-limits.service.ts',
    text: 'name: 30, source: 100',
    replacement: 'name: 30, source: 101',
    specs: LIMITS,
  },
  {
    file: 'principals/limits/sign-in-limits.service.ts',
    text: 'FAILURES_OF_A_BYSTANDER = 1',
    replacement: 'FAILURES_OF_A_BYSTANDER = 2',
    specs: LIMITS,
  },
  {
    file: 'principals/limits/leak-limits.service.ts',
    text: 'CALLS_AN_HOUR = 60',
    replacement: 'CALLS_AN_HOUR = 61',
    specs: ['unit/principals/limits/leak-limits.spec.ts'],
  },
  {
    file: 'principals/refusal.ts',
    text: "  'owner_suspended',\n  'account_suspended',\n  'network",
    replacement: "  'account_suspended',\n  'network",
    specs: ['e2e/auth/exposure.e2e.spec.ts'],
  },
  {
    file: 'principals/credential-rules.ts',
    text: 'throw accountPinned();',
    replacement: 'return;',
    specs: ['e2e/security/pinned.e2e.spec.ts'],
  },
  {
    file: 'principals/credential-rules.ts',
    text: 'throw inheritedCredential();',
    replacement: 'return;',
    specs: ['e2e/security/inheritance.e2e.spec.ts'],
  },
  {
    file: 'principals/credential-rules.ts',
    text: 'principal.credential.superseded && ',
    replacement: 'false && ',
    specs: ['e2e/security/superseded.e2e.spec.ts'],
  },
  {
    file: 'oauth/revocation/revocation.ts',
    text: 'own.superseded',
    replacement: 'false',
    specs: ['e2e/security/superseded.e2e.spec.ts'],
  },
  {
    file: 'oauth/revocation/revocation.ts',
    text: 'own.inherited !== null',
    replacement: 'false',
    specs: ['e2e/security/revocation.e2e.spec.ts'],
  },
  {
    file: 'principals/row/held-roles.ts',
    text: 'given.length > 0 && given.every(',
    replacement: 'given.some(',
    specs: ['e2e/security/inheritance.e2e.spec.ts'],
  },
  {
    file: 'shared/authz/authority.ts',
    text: 'if (credential.superseded) throw supersededCredential();',
    replacement: '',
    specs: ['e2e/security/ways.e2e.spec.ts'],
  },
  {
    file: 'shared/authz/authority.ts',
    text: 'requireConfirmed(principal, now);',
    replacement: '',
    specs: ['e2e/security/lifetime.e2e.spec.ts'],
  },
  {
    file: 'shared/authz/authority.ts',
    text: 'return end === null || end > this.endsAt ? this.endsAt : end;',
    replacement: 'return end;',
    specs: ['e2e/security/lifetime.e2e.spec.ts', 'e2e/security/ways.e2e.spec.ts'],
  },
  {
    file: 'tokens/lineage.service.ts',
    text: 'await this.lineage.endSuperseded(tx, children);',
    replacement: '',
    specs: ['e2e/security/lineage.e2e.spec.ts'],
  },
  {
    file: 'tokens/changing/token-value-replacement.ts',
    text: 'if (bounds.ceiling === null) await this.tokens.endSuperseded(tx, token);',
    replacement: '',
    specs: ['e2e/security/inheritance.e2e.spec.ts'],
  },
  {
    file: 'applications/changing/application-widening.ts',
    text: "await this.revocation.allOfApplication(tx, siteId, id, 'ceiling_lifted');",
    replacement: '',
    specs: ['e2e/security/inheritance.e2e.spec.ts'],
  },
];
