import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { actorOf } from '../audit/audit.types.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Actor } from '../shared/authz/actor.js';
import type { IssuedToken } from './token-issuer.js';
import { MintingRules, type WantedBounds } from './minting-rules.js';
import { ServiceAccountRules } from './service-account-rules.js';
import { TokenIssuer } from './token-issuer.js';

/** Tokens of service accounts, which never sign in: administrators make them. */
@Injectable()
export class ServiceAccountTokens {
  constructor(
    private readonly issuer: TokenIssuer,
    private readonly minting: MintingRules,
    private readonly rules: ServiceAccountRules,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  /**
   * A token of the account that is nowhere wider than the credential that makes it.
   * @throws userNotFound, serviceAccountRequired, ownerNotActive, scopeNotHeld and the like
   */
  async create(actor: Actor, userId: string, wanted: WantedBounds & { readonly name: string }): Promise<IssuedToken> {
    const { principal } = actor;
    const bounds = await this.minting.settle(principal, wanted);
    return this.unitOfWork.run(async (tx) => {
      const account = await this.rules.requireMayMintFor(tx, principal, userId, bounds.scopes);
      const { siteId } = principal;
      const issued = await this.issuer.issueOpaque(tx, {
        ...bounds,
        siteId,
        ownerId: account.id,
        createdBy: principal.userId,
        name: wanted.name,
        kind: 'personal',
        applicationId: null,
      });
      await this.audit.record(tx, {
        siteId,
        action: 'token.created',
        outcome: 'success',
        actor: actorOf(actor),
        subject: { type: 'token', id: issued.token.id, name: wanted.name },
        details: {
          ...bounds,
          kind: 'personal',
          last4: issued.token.last4,
          owner: { id: account.id, name: account.username },
        },
      });
      return issued;
    });
  }
}
