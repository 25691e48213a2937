import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction.js';
import type { Actor } from '../shared/authz/actor.js';
import { TokenRevocation } from '../tokens/token-revocation.service.js';
import { ApplicationRules } from './application-rules.js';
import { ApplicationTokens, type IssuedApplicationToken } from './application-tokens.service.js';
import type { Application } from './application.entity.js';
import { ApplicationRepository } from './application.repository.js';

/** The one access token that an application shows its owner. Making it anew ends the one before. */
@Injectable()
export class CurrentAccessToken {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly tokens: ApplicationTokens,
    private readonly revocation: TokenRevocation,
    private readonly rules: ApplicationRules,
  ) {}

  async replace(tx: Tx, actor: Actor, application: Application): Promise<IssuedApplicationToken> {
    const { id, siteId, accessTokenId } = application;
    if (accessTokenId !== null) await this.revocation.one(tx, siteId, accessTokenId, 'regenerated');
    const effectiveScope = this.rules.effectiveScopes(actor.principal, application).join(' ');
    const bounds = { scopes: null, accountId: null, effectiveScope };
    const issued = await this.tokens.issue(tx, application, actor.principal.userId, bounds);
    await this.applications.update(tx, siteId, id, { accessTokenId: issued.token.id });
    return issued;
  }
}
