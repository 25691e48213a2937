import { Injectable } from '@nestjs/common';
import { Audit } from '../platform/audit/audit.service.js';
import { actorOf } from '../platform/audit/audit.types.js';
import type { Actor } from '../shared/authz/actor.js';
import type { Principal } from '../shared/authz/principal.js';
import { Makers } from '../platform/database/makers.js';
import { MintingRules, type WantedBounds } from './minting-rules.js';
import { type IssuedToken, TokenIssuer } from './token-issuer.js';
import type { Token } from './token.entity.js';
import { TokenRepository } from './token.repository.js';
import { tokenNotFound } from './tokens.errors.js';

/** A user's own tokens: creating and reading one. Changes are in token-changes.ts, lists in token-listing.ts. */
@Injectable()
export class Tokens {
  constructor(
    private readonly tokens: TokenRepository,
    private readonly issuer: TokenIssuer,
    private readonly rules: MintingRules,
    private readonly makers: Makers,
    private readonly audit: Audit,
  ) {}

  async read(principal: Principal, id: string): Promise<Token> {
    const token = await this.tokens.ownedBy(principal.siteId, principal.userId, id);
    if (token === null) throw tokenNotFound();
    return token;
  }

  async create(actor: Actor, wanted: WantedBounds & { readonly name: string }): Promise<IssuedToken> {
    const { siteId, userId } = actor.principal;
    const settled = await this.rules.settle(actor.principal, wanted);
    return this.makers.run(actor.principal, async (tx, principal) => {
      const authority = this.rules.authorityOf(principal);
      // the maker may have been limited to networks meanwhile: what is not named is taken over from it as it is now
      const allowedNetworks = this.rules.networks(principal, wanted.allowedNetworks ?? null);
      const bounds = { ...settled, allowedNetworks };
      const owner = { siteId, ownerId: userId, createdBy: userId };
      const made = {
        ceiling: null,
        within: null,
        applicationId: null,
        inherited: null,
        kind: 'personal',
        name: wanted.name,
      } as const;
      const issued = await this.issuer.issueOpaque(tx, authority, { ...owner, ...bounds, ...made });
      await this.audit.record(tx, {
        siteId,
        action: 'token.created',
        outcome: 'success',
        actor: actorOf(actor),
        subject: { type: 'token', id: issued.token.id, name: wanted.name },
        details: { ...bounds, kind: 'personal', last4: issued.token.last4 },
      });
      return issued;
    });
  }
}
