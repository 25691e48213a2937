import { defineError } from '../errors/domain-error.js';

export const insufficientScope = defineError({
  kind: 'forbidden',
  code: 'insufficient_scope',
  title: 'The credential lacks a scope',
  remedy: 'Use a credential that holds the scope, or ask an administrator for one of the roles that grant it.',
});

/** Servers refuse an answer with large headers. The problem document names the scopes in every case. */
const LONGEST_SCOPE_ATTRIBUTE = 2_000;

/** RFC 6750 §3.1: the challenge for a known caller that lacks a scope. The scope is left out when the list is too long. */
export function insufficientScopeChallenge(scopes: readonly string[]): string {
  const scope = scopes.join(' ');
  const attribute = scope.length > LONGEST_SCOPE_ATTRIBUTE ? '' : `, scope="${scope}"`;
  return `Bearer realm="gatehouse", error="insufficient_scope"${attribute}`;
}
