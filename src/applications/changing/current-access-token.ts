import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/transaction.js';
import type { Actor } from '../../shared/authz/actor.js';
import { TokenRevocation } from '../../tokens/token-revocation.service.js';
import { ApplicationRules } from './application-rules.js';
import { ApplicationTokens, type IssuedApplicationToken } from '../application-tokens.service.js';
import type { Application } from '../application.entity.js';
import { ApplicationRepository } from '../application.repository.js';
import type { StandingAuthority } from '../../shared/authz/authority.js';
import { OwnApplicationChange } from './own-application-change.js';

/** Whose authority makes a token, and what the owner holds. */
export interface TokenMaking {
  readonly authority: StandingAuthority;
  readonly createdBy: string;
  /** What the roles of the owner allow the maker to pass on at this moment. */
  readonly held: readonly string[];
}

/** The one access token that an application shows its owner. A new one ends the previous one. */
@Injectable()
export class CurrentAccessToken {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly tokens: ApplicationTokens,
    private readonly revocation: TokenRevocation,
    private readonly rules: ApplicationRules,
    private readonly change: OwnApplicationChange,
  ) {}

  /** Creates or replaces the access token of one's own application. */
  async renew(actor: Actor, id: string): Promise<IssuedApplicationToken> {
    return this.change.run(actor, id, 'application.token_issued', async (tx, application, principal) => {
      const { userId: createdBy, scopes: held } = principal;
      const authority = this.rules.authorityOver(principal, application);
      const issued = await this.replace(tx, { authority, createdBy, held }, application);
      const details = { tokenId: issued.token.id, last4: issued.token.last4, replaced: application.accessTokenId };
      return { result: issued, details };
    });
  }

  async replace(
    tx: Tx,
    { authority, createdBy, held }: TokenMaking,
    application: Application,
  ): Promise<IssuedApplicationToken> {
    const { id, siteId, accessTokenId } = application;
    if (accessTokenId !== null) await this.revocation.one(tx, siteId, accessTokenId, 'regenerated');
    const effectiveScope = this.rules.effectiveScopes(held, application).join(' ');
    const bounds = { scopes: null, accountId: null, effectiveScope };
    const issued = await this.tokens.issue(tx, authority, { application, createdBy, inherited: null }, bounds);
    await this.applications.update(tx, siteId, id, { accessTokenId: issued.token.id });
    return issued;
  }
}
