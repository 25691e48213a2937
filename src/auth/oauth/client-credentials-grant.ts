import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Accounts } from '../../accounts/accounts.service.js';
import { ApplicationTokens } from '../../applications/application-tokens.service.js';
import { Audit } from '../../audit/audit.service.js';
import { actorOf } from '../../audit/audit.types.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import type { Actor } from '../../shared/authz/actor.js';
import type { Principal } from '../../shared/authz/principal.js';
import { missingFrom, parseScopeParameter } from '../../shared/authz/scopes.js';
import { OAuthError } from '../../shared/errors/oauth-error.js';
import { invalidClient } from './client-authentication.js';
import { endedMeanwhile } from './ended-meanwhile.js';
import { scopeText } from './scope-text.js';

export interface TokenEndpointAnswer {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  /** Seconds. */
  readonly expires_in: number;
  readonly scope: string;
  readonly clientId: string;
}

/** The client credentials grant (RFC 6749 §4.4) of an application that has proved itself. No refresh token (§4.4.3). */
@Injectable()
export class ClientCredentialsGrant {
  constructor(
    private readonly tokens: ApplicationTokens,
    private readonly accounts: Accounts,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  async issue(client: Actor, applicationId: string, scopeParameter: string | undefined): Promise<TokenEndpointAnswer> {
    const { principal } = client;
    const { siteId } = principal;
    const { scopes, accountId } = await this.#settle(principal, scopeParameter);
    const scope = scopeText(scopes ?? principal.scopes, accountId);
    return this.unitOfWork
      .run(async (tx) => {
        const bounds = { scopes, accountId, effectiveScope: scope };
        const { token, value, clientId, expiresIn } = await this.tokens.issueFor(tx, siteId, applicationId, bounds);
        await this.audit.record(tx, {
          siteId,
          action: 'token.issued',
          outcome: 'success',
          actor: actorOf(client),
          subject: { type: 'token', id: token.id, name: token.name },
          details: {
            grant: 'client_credentials',
            clientId,
            scopes,
            accountId,
            format: token.format,
            last4: token.last4,
          },
        });
        return { access_token: value, token_type: 'Bearer', expires_in: expiresIn, scope, clientId } as const;
      })
      .catch((error: unknown) => {
        throw endedMeanwhile(error) ? invalidClient('The client id or the client secret is wrong.') : error;
      });
  }

  /** More than the application may do, or an account that is none, is refused, not cut down (CONTRACT §4). */
  async #settle(principal: Principal, parameter: string | undefined) {
    if (parameter === undefined) return { scopes: null, accountId: null };
    const { scopes, accountIds } = parseScopeParameter(parameter);
    const missing = missingFrom(principal.scopes, scopes);
    if (missing.length > 0) throw invalidScope(`The client does not hold: ${missing.join(' ')}`);
    const [accountId = null, ...others] = accountIds;
    if (others.length > 0) throw invalidScope('A token can be pinned to one account only.');
    if (accountId !== null && !(isUUID(accountId) && (await this.accounts.isActive(principal.siteId, accountId))))
      throw invalidScope('The account is unknown or suspended.');
    return { scopes: scopes.length === 0 ? null : scopes, accountId };
  }
}

function invalidScope(description: string): OAuthError {
  return new OAuthError(400, 'invalid_scope', description);
}
