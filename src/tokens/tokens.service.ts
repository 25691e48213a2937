import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { actorOf } from '../audit/audit.types.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Actor } from '../shared/authz/actor.js';
import type { Principal } from '../shared/authz/principal.js';
import { MintingRules, type WantedBounds } from './minting-rules.js';
import { type IssuedToken, TokenIssuer } from './token-issuer.js';
import type { Token } from './token.entity.js';
import { TokenRepository } from './token.repository.js';
import { tokenNotFound } from './tokens.errors.js';

/** A user's own tokens: create, and see one. Changes of one are in token-changes.ts, lists in token-listing.ts. */
@Injectable()
export class Tokens {
  constructor(
    private readonly tokens: TokenRepository,
    private readonly issuer: TokenIssuer,
    private readonly rules: MintingRules,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  async read(principal: Principal, id: string): Promise<Token> {
    const token = await this.tokens.ownedBy(principal.siteId, principal.userId, id);
    if (token === null) throw tokenNotFound();
    return token;
  }

  async create(actor: Actor, wanted: WantedBounds & { readonly name: string }): Promise<IssuedToken> {
    const { principal } = actor;
    const { siteId, userId } = principal;
    const bounds = await this.rules.settle(principal, wanted);
    return this.unitOfWork.run(async (tx) => {
      const owner = { siteId, ownerId: userId, createdBy: userId };
      const spec = { ...owner, ...bounds, name: wanted.name, kind: 'personal', applicationId: null } as const;
      const issued = await this.issuer.issueOpaque(tx, spec);
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
