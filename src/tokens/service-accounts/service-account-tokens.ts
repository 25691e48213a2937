import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.service.js';
import { actorOf } from '../../platform/audit/audit.types.js';
import type { Actor } from '../../shared/authz/actor.js';
import { Makers } from '../../platform/database/makers.js';
import { MintingRules, type WantedBounds } from '../minting-rules.js';
import { ServiceAccountRules } from '../service-account-rules.js';
import { type IssuedToken, TokenIssuer } from '../token-issuer.js';

/** Tokens of service accounts. Service accounts never sign in, so administrators make their tokens. */
@Injectable()
export class ServiceAccountTokens {
  constructor(
    private readonly issuer: TokenIssuer,
    private readonly minting: MintingRules,
    private readonly rules: ServiceAccountRules,
    private readonly makers: Makers,
    private readonly audit: Audit,
  ) {}

  /**
   * A token of the account that is nowhere wider than the credential that makes it.
   * @throws userNotFound, serviceAccountRequired, ownerNotActive, scopeNotHeld and the like
   */
  async create(actor: Actor, userId: string, wanted: WantedBounds & { readonly name: string }): Promise<IssuedToken> {
    const settled = await this.minting.settle(actor.principal, wanted);
    return this.makers.run(actor.principal, async (tx, principal) => {
      const authority = this.minting.authorityOf(principal);
      // the maker may have been limited to networks meanwhile: what is not named is taken over from it as it is now
      const allowedNetworks = this.minting.networks(principal, wanted.allowedNetworks ?? null);
      const bounds = { ...settled, allowedNetworks };
      const { account, ceiling } = await this.rules.requireMayMintFor(tx, principal, userId, bounds.scopes);
      const { siteId } = principal;
      const issued = await this.issuer.issueOpaque(tx, authority, {
        ...bounds,
        ceiling,
        within: null,
        inherited: null,
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
          ceiling,
          kind: 'personal',
          last4: issued.token.last4,
          owner: { id: account.id, name: account.username },
        },
      });
      return issued;
    });
  }
}
