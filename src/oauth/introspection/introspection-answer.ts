import type { Principal } from '../../shared/authz/principal.js';
import { scopeMember } from '../../shared/authz/scopes.js';
import type { IntrospectionResponse } from '../dto/token.response.js';
import { scopeText } from '../scope-text.js';

/** The fields that RFC 7662 §2.2 defines for an active token, and our own (contract §4). */
export function introspectionOf(principal: Principal, issuer: string): IntrospectionResponse {
  const { accountId, credential } = principal;
  const answer: IntrospectionResponse = {
    active: true,
    ...scopeMember(scopeText(principal.scopes, accountId)),
    username: principal.username,
    token_type: 'Bearer',
    iat: seconds(credential.createdAt),
    sub: principal.userId,
    iss: issuer,
    jti: credential.id,
    site_id: principal.siteId,
    roles: [...principal.namedRoles],
  };
  if (credential.clientId !== null) answer.client_id = credential.clientId;
  if (credential.expiresAt !== null) answer.exp = seconds(credential.expiresAt);
  if (credential.inherited !== null) answer.transferred_from = credential.inherited.from;
  if (accountId !== null) answer.account_id = accountId;
  return answer;
}

const texts = new WeakMap<Principal, string>();

/** The same as JSON. A principal stays the same object while it may do the same, so its text is written once. */
export function introspectionTextOf(principal: Principal, issuer: string): string {
  let text = texts.get(principal);
  if (text === undefined) texts.set(principal, (text = JSON.stringify(introspectionOf(principal, issuer))));
  return text;
}

function seconds(time: Date): number {
  return Math.floor(time.getTime() / 1000);
}
