import type { Weakening } from './weakening.js';

const TOKENS = ['e2e/tokens/tokens.e2e.spec.ts'];
const POLICY = ['e2e/tokens/site-policy.e2e.spec.ts'];
const USES = ['integration/tokens/last-uses.spec.ts'];
const RULES = ['e2e/security/two-rules.e2e.spec.ts'];
const APPLICATIONS = ['e2e/applications'];
const ENDS = ['e2e/applications/application-ends.e2e.spec.ts'];
const MARKED = ['e2e/security/marked-widening.e2e.spec.ts'];
const SERVICE = ['e2e/admin/admin-tokens.e2e.spec.ts'];

/** Tokens and applications. */
export const TOKEN_WEAKENINGS: readonly Weakening[] = [
  { file: 'tokens/token-usage.service.ts', text: '      if (at < noted.at) return;\n', replacement: '', specs: USES },
  {
    file: 'tokens/token-usage.service.ts',
    text: 'this.note(id, address, at);',
    replacement: 'void [id, address, at];',
    specs: USES,
  },
  { file: 'tokens/token-usage.service.ts', text: 'of uses.slice(written))', replacement: 'of uses)', specs: USES },
  {
    file: 'tokens/token.repository.ts',
    text: 'last_used_at < CASE id',
    replacement: 'last_used_at <> CASE id',
    specs: USES,
  },
  {
    file: 'tokens/unused/unused-token.repository.ts',
    text: 'limit - ids.length',
    replacement: 'limit',
    specs: ['integration/platform/retention/unused-tokens.spec.ts'],
  },
  {
    file: 'tokens/liveness.ts',
    text: 'expiresAt <= now',
    replacement: 'expiresAt < now',
    specs: TOKENS,
  },
  {
    file: 'tokens/minting-rules.ts',
    text: 'wanted <= this.clock.now()',
    replacement: 'wanted < this.clock.now()',
    specs: TOKENS,
  },
  {
    file: 'tokens/minting-rules.ts',
    text: 'if (principal.credential.unbounded) return null;',
    replacement: 'return null;',
    specs: TOKENS,
    explained: 'Authority.requireWithin asks the same where the value is stored',
  },
  {
    file: 'tokens/minting-rules.ts',
    text: 'missingFrom(principal.scopes, wanted);\n    if (missing.length > 0)',
    replacement: 'missingFrom(principal.scopes, wanted);\n    if (missing.length > 1)',
    specs: TOKENS,
  },
  {
    file: 'tokens/minting-rules.ts',
    text: 'if (wanted === null) return own;',
    replacement: 'if (wanted === null) return wanted;',
    specs: TOKENS,
  },
  {
    file: 'tokens/minting-rules.ts',
    text: '!areWithin(wanted, own)',
    replacement: 'false',
    specs: TOKENS,
    explained: 'Authority.requireWithin asks the same where the value is stored',
  },
  {
    file: 'tokens/minting-rules.ts',
    text: 'wanted !== null && wanted !== principal.accountId',
    replacement: 'false',
    specs: TOKENS,
  },
  {
    file: 'tokens/minting-rules.ts',
    text: 'accountId === null || accountId === token.accountId',
    replacement: 'true',
    specs: TOKENS,
    explained: 'CredentialRules.requireOpen closes other tokens to a pinned one before',
  },
  {
    file: 'tokens/minting-rules.ts',
    text: 'missingFrom(scopes, token.scopes).length === 0',
    replacement: 'true',
    specs: RULES,
  },
  {
    file: 'tokens/policy/policy-limits.ts',
    text: 'expiresAt === null || expiresAt > latest',
    replacement: 'expiresAt !== null && expiresAt > latest',
    specs: POLICY,
  },
  {
    file: 'tokens/policy/policy-limits.ts',
    text: 'seconds > longest',
    replacement: 'seconds > longest + 1',
    specs: POLICY,
  },
  {
    file: 'tokens/policy/policy-limits.ts',
    text: 'expiresAt === null && !allowNeverExpire',
    replacement: 'false',
    specs: POLICY,
  },
  {
    file: 'tokens/policy/policy-rules.ts',
    text: 'endOf(timeLimit, times) <= now',
    replacement: 'endOf(timeLimit, times) < now',
    specs: POLICY,
  },
  {
    file: 'tokens/policy/policy-rules.ts',
    text: "since: ['createdAt', 'rotatedAt'],",
    replacement: "since: ['createdAt', 'rotatedAt', 'lastUsedAt'],",
    specs: POLICY,
  },
  { file: 'tokens/service-account-rules.ts', text: "account.kind !== 'service'", replacement: 'false', specs: SERVICE },
  {
    file: 'tokens/service-account-rules.ts',
    text: 'requireHeld(principal, held);',
    replacement: 'void requireHeld;',
    specs: SERVICE,
  },
  {
    file: 'tokens/token-issuer.ts',
    text: 'if (!(await this.users.isActive(tx, spec.siteId, spec.ownerId))) throw ownerNotActive();',
    replacement: '',
    specs: ['e2e/admin/admin-tokens.e2e.spec.ts'],
  },
  {
    file: 'tokens/changing/token-value-replacement.ts',
    text: "if (token.format === 'jwt') throw jwtNotRotatable();",
    replacement: '',
    specs: ['e2e/auth/jwt.e2e.spec.ts'],
  },
  {
    file: 'tokens/changing/token-rotation.ts',
    text: "principal.credential.kind === 'session'",
    replacement: 'true',
    specs: SERVICE,
  },
  {
    file: 'tokens/changing/token-rotation.ts',
    text: '!isMarkedAndWidened && ',
    replacement: '',
    specs: MARKED,
  },
  {
    file: 'tokens/changing/token-changes.ts',
    text: 'if (token.transferredAt !== null)',
    replacement: 'if (false)',
    specs: MARKED,
  },
  {
    file: 'tokens/changing/token-changes.ts',
    text: 'await this.marked.end(tx, token);',
    replacement: '',
    specs: MARKED,
  },
  {
    file: 'tokens/changing/token-value-replacement.ts',
    text: 'if (widens(token, bounds)) await this.marked.end(tx, token);',
    replacement: '',
    specs: MARKED,
  },
  {
    file: 'tokens/changing/token-value-replacement.ts',
    text: 'expiresAt !== null && expiresAt < end',
    replacement: 'false',
    specs: MARKED,
  },
  {
    file: 'applications/changing/application-widening.ts',
    text: '(await this.applications.inheritanceOf(tx, application)) !== null',
    replacement: 'false',
    specs: MARKED,
  },
  {
    file: 'applications/changing/application-widening.ts',
    text: "      return this.revocation.markedOfApplication(tx, siteId, id, 'ceiling_lifted');\n",
    replacement: 'return [];',
    specs: MARKED,
  },
  {
    file: 'tokens/token-ownership.ts',
    text: "'app.scopes', 'app.ceiling'",
    replacement: "'app.scopes'",
    specs: RULES,
  },
  {
    file: 'tokens/token-ownership.ts',
    text: "'tokens.scopes', 'tokens.ceiling', 'app.scopes'",
    replacement: "'tokens.scopes', 'app.scopes'",
    specs: ['e2e/security/ownership-history.e2e.spec.ts', 'e2e/admin/three-leave.e2e.spec.ts'],
    explained:
      'what a transfer binds the token of an application to, it binds the application to; lifting that ends the token',
  },
  {
    file: 'tokens/token-ownership.ts',
    text: "intersectionOf(held, ['scopes', 'ceiling'])",
    replacement: "intersectionOf(held, ['scopes'])",
    specs: ['e2e/admin/three-leave.e2e.spec.ts', 'e2e/security/ownership-history.e2e.spec.ts'],
  },
  { file: 'tokens/jwt-codec.ts', text: ' && typ === TYPE', replacement: '', specs: ['e2e/auth/jwt.e2e.spec.ts'] },
  {
    file: 'tokens/jwt-codec.ts',
    text: '        audience: this.settings.publicUrl,\n',
    replacement: '',
    specs: ['e2e/auth/jwt.e2e.spec.ts'],
  },
  {
    file: 'applications/application.repository.ts',
    text: "u.status <> 'removed'",
    replacement: "u.status <> 'gone'",
    specs: ['e2e/security/inheritance.e2e.spec.ts'],
  },
  {
    file: 'applications/changing/application-rules.ts',
    text: 'application.scopes ?? application.ceiling',
    replacement: 'application.ceiling ?? application.scopes',
    specs: RULES,
  },
  {
    file: 'applications/changing/application-rules.ts',
    text: 'principal.accountId !== null || principal.credential',
    replacement: 'principal.credential',
    specs: APPLICATIONS,
    explained: 'CredentialRules.requireOpen closes applications to a pinned token before',
  },
  {
    file: 'applications/changing/application-rules.ts',
    text: ' || principal.credential.allowedNetworks !== null',
    replacement: '',
    specs: APPLICATIONS,
  },
  {
    file: 'applications/changing/application-rules.ts',
    text: ' && !credential.narrowed',
    replacement: '',
    specs: APPLICATIONS,
  },
  {
    file: 'applications/application-ownership.ts',
    text: "intersectionOf(held, ['scopes', 'ceiling'])",
    replacement: "intersectionOf(held, ['scopes'])",
    specs: RULES,
  },
  {
    file: 'applications/client-secrets.service.ts',
    text: 'endsAt <= now',
    replacement: 'endsAt < now',
    specs: ['e2e/security/ended-application.e2e.spec.ts'],
  },
  {
    file: 'applications/secrets/client-secret-factory.ts',
    text: 'authority.endsAt === null ? null : expiresAt',
    replacement: 'expiresAt?.getTime() === application.endsAt?.getTime() ? null : expiresAt',
    specs: ['e2e/security/application-ends.e2e.spec.ts'],
  },
  {
    file: 'applications/client-secrets.service.ts',
    text: '.length >= MOST_LIVE_SECRETS',
    replacement: '.length > MOST_LIVE_SECRETS',
    specs: APPLICATIONS,
  },
  {
    file: 'applications/client-secrets.service.ts',
    text: '{ id: secretId, applicationId: id }',
    replacement: '{ id: secretId }',
    specs: ENDS,
  },
  {
    file: 'applications/changing/application-deletion.ts',
    text: "await this.revocation.allOfApplication(tx, siteId, id, 'application_deleted')",
    replacement: '0',
    specs: ENDS,
  },
  {
    file: 'applications/changing/current-access-token.ts',
    text: "if (accessTokenId !== null) await this.revocation.one(tx, siteId, accessTokenId, 'regenerated');",
    replacement: '',
    specs: APPLICATIONS,
  },
];
