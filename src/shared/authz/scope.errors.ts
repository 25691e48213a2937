import { defineError } from '../errors/domain-error.js';

export const insufficientScope = defineError({
  kind: 'forbidden',
  code: 'insufficient_scope',
  title: 'The credential lacks a scope',
  remedy: 'Use a credential that holds the scope, or ask an administrator for one of the roles that grant it.',
});

/** RFC 6750 §3.1: what a caller is told who is known and lacks a scope. */
export function insufficientScopeChallenge(scopes: readonly string[]): string {
  return `Bearer realm="gatehouse", error="insufficient_scope", scope="${scopes.join(' ')}"`;
}
