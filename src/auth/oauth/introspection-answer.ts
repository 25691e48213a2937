import type { Principal } from '../../shared/authz/principal.js';
import type { IntrospectionResponse } from './dto/token.response.js';
import { scopeText } from './scope-text.js';

/** What RFC 7662 §2.2 says of an active token, and what we add (CONTRACT §4). */
export function introspectionOf({ credential, ...principal }: Principal, issuer: string): IntrospectionResponse {
  const { accountId } = principal;
  return {
    active: true,
    scope: scopeText(principal.scopes, accountId),
    ...(credential.clientId === null ? {} : { client_id: credential.clientId }),
    username: principal.username,
    token_type: 'Bearer',
    ...(credential.expiresAt === null ? {} : { exp: seconds(credential.expiresAt) }),
    iat: seconds(credential.createdAt),
    sub: principal.userId,
    iss: issuer,
    jti: credential.id,
    site_id: principal.siteId,
    ...(accountId === null ? {} : { account_id: accountId }),
    roles: [...principal.roles],
  };
}

function seconds(time: Date): number {
  return Math.floor(time.getTime() / 1000);
}
