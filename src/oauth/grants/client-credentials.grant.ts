import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Accounts } from '../../directory/accounts/accounts.service.js';
import { ApplicationTokens } from '../../applications/application-tokens.service.js';
import { Audit } from '../../platform/audit/audit.service.js';
import { actorOf } from '../../platform/audit/audit.types.js';
import type { Actor } from '../../shared/authz/actor.js';
import type { Principal } from '../../shared/authz/principal.js';
import { missingFrom, parseScopeParameter, scopeMember } from '../../shared/authz/scopes.js';
import { Makers } from '../../platform/database/makers.js';
import { OAuthError } from '../../shared/errors/oauth-error.js';
import { invalidClient } from '../client-authentication.js';
import type { TokenEndpointResponse } from '../dto/token.response.js';
import type { OAuthForm } from '../oauth-form.js';
import type { Grant } from './grant.js';
import { endedMeanwhile } from '../ended-meanwhile.js';
import { scopeText } from '../scope-text.js';

/** The client credentials grant (RFC 6749 §4.4) of an application that has proved itself. There is no refresh token (§4.4.3). */
@Injectable()
export class ClientCredentialsGrant implements Grant {
  readonly type = 'client_credentials';
  readonly parameters = ['scope'];

  constructor(
    private readonly tokens: ApplicationTokens,
    private readonly accounts: Accounts,
    private readonly makers: Makers,
    private readonly audit: Audit,
  ) {}

  async issue(client: Actor, applicationId: string, parameters: OAuthForm): Promise<TokenEndpointResponse> {
    const { principal } = client;
    const { siteId } = principal;
    const { scopes, accountId } = await this.#settle(principal, parameters.get('scope'));
    return this.makers
      .run(principal, async (tx, standing) => {
        requireHeld(standing, scopes ?? []);
        const scope = scopeText(scopes ?? standing.scopes, accountId);
        const bounds = { scopes, accountId, effectiveScope: scope };
        const issued = await this.tokens.issueFor(tx, standing, applicationId, bounds);
        const { token, value, clientId, expiresIn, unmarked } = issued;
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
            ...(unmarked && { unmarked }),
          },
        });
        return {
          access_token: value,
          token_type: 'Bearer',
          expires_in: expiresIn,
          ...scopeMember(scope),
          clientId,
        } as const;
      })
      .catch((error: unknown) => {
        throw endedMeanwhile(error) ? invalidClient('The client id or the client secret is wrong.') : error;
      });
  }

  /**
   * A request for more than the application may do, or for an account that is unknown or suspended, is refused, not cut down
   * (contract §4).
   */
  async #settle(principal: Principal, parameter: string | undefined) {
    if (parameter === undefined) return { scopes: null, accountId: null };
    const { scopes, accountIds } = parseScopeParameter(parameter);
    // Blanks are not a parameter without a value: taken as one, they would ask for everything.
    if (scopes.length + accountIds.length === 0) throw invalidScope('The scope names nothing.');
    requireHeld(principal, scopes);
    const [accountId = null, ...others] = accountIds;
    if (others.length > 0) throw invalidScope('A token can be pinned to one account only.');
    if (accountId !== null && !(isUUID(accountId) && (await this.accounts.isActive(principal.siteId, accountId))))
      throw invalidScope('The account is unknown or suspended.');
    return { scopes: scopes.length === 0 ? null : scopes, accountId };
  }
}

/** Also in the transaction: a client that reads no `scope` in the answer takes it that it got what it asked for (RFC 6749 §5.1). */
function requireHeld({ scopes: held }: Pick<Principal, 'scopes'>, wanted: readonly string[]): void {
  const missing = missingFrom(held, wanted);
  if (missing.length > 0) throw invalidScope(`The client does not hold: ${missing.join(' ')}`);
}

function invalidScope(description: string): OAuthError {
  return new OAuthError(400, 'invalid_scope', description);
}
