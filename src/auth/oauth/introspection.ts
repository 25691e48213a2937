import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import type { Principal } from '../../shared/authz/principal.js';
import { TokenUsage } from '../../tokens/token-usage.service.js';
import { CredentialCheck } from '../credential-check.service.js';
import { Refusal } from '../refusal.js';
import type { IntrospectionResponse } from './dto/token.response.js';
import { scopeText } from './scope-text.js';

/** RFC 7662 §2.2: what is not active, not ours, or not of the caller's site answers this and nothing else. */
const INACTIVE: IntrospectionResponse = { active: false };

/** Says what a token may do at this moment, to a caller of the same site. */
@Injectable()
export class Introspection {
  constructor(
    private readonly check: CredentialCheck,
    private readonly usage: TokenUsage,
    private readonly settings: Settings,
  ) {}

  /**
   * The networks of the token are not looked at: who asks is not who uses it. That it was asked about counts as a
   * use, from the address that asked: an API that introspects sees its callers through us alone.
   */
  async describe(token: string, caller: Principal, address: string): Promise<IntrospectionResponse> {
    const principal = await this.check.token(token);
    if (principal instanceof Refusal || principal.siteId !== caller.siteId) return INACTIVE;
    this.usage.note(principal.credential.id, address);
    return this.#response(principal);
  }

  #response({ credential, ...principal }: Principal): IntrospectionResponse {
    const { accountId } = principal;
    return {
      active: true,
      scope: scopeText(principal.scopes, accountId),
      ...(credential.clientId === null ? {} : { client_id: credential.clientId }),
      username: principal.username,
      token_type: 'Bearer',
      ...(credential.expiresAt === null ? {} : { exp: Math.floor(credential.expiresAt.getTime() / 1000) }),
      iat: Math.floor(credential.createdAt.getTime() / 1000),
      sub: principal.userId,
      iss: this.settings.publicUrl,
      jti: credential.id,
      site_id: principal.siteId,
      ...(accountId === null ? {} : { account_id: accountId }),
      roles: [...principal.roles],
    };
  }
}
