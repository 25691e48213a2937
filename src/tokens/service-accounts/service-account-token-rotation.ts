import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.service.js';
import { actorOf } from '../../platform/audit/audit.types.js';
import type { Actor } from '../../shared/authz/actor.js';
import { Makers } from '../../platform/database/makers.js';
import { MintingRules } from '../minting-rules.js';
import { ServiceAccountRules } from '../service-account-rules.js';
import type { IssuedToken } from '../token-issuer.js';
import { type Replacement, TokenValueReplacement } from '../changing/token-value-replacement.js';
import { TokenRepository } from '../token.repository.js';
import { tokenNotFound } from '../tokens.errors.js';

/** New values for the tokens of service accounts. Service accounts never sign in, so administrators rotate their tokens. */
@Injectable()
export class ServiceAccountTokenRotation {
  constructor(
    private readonly minting: MintingRules,
    private readonly rules: ServiceAccountRules,
    private readonly tokens: TokenRepository,
    private readonly replacement: TokenValueReplacement,
    private readonly makers: Makers,
    private readonly audit: Audit,
  ) {}

  /**
   * The token keeps what it may do. A value that an administrator makes in their own session is no longer marked as inherited
   * (contract §5).
   * @throws tokenNotFound, serviceAccountRequired, scopeNotHeld and the like
   */
  async rotate(
    actor: Actor,
    tokenId: string,
    request: Pick<Replacement, 'graceSeconds' | 'expiresAt'>,
  ): Promise<IssuedToken> {
    const { siteId } = actor.principal;
    return this.makers.run(actor.principal, async (tx, principal) => {
      const token = await this.tokens.byIdForUpdate(tx, siteId, tokenId);
      if (token === null) throw tokenNotFound();
      const { account } = await this.rules.lock(tx, principal, token.ownerId);
      const reach = {
        ...token,
        scopes: token.scopes ?? token.ceiling,
        expiresAt: request.expiresAt === undefined ? token.expiresAt : request.expiresAt,
      };
      this.minting.authorityOf(principal).requireWithin(reach);
      const { result, details } = await this.replacement.replace(tx, principal, token, request);
      await this.audit.record(tx, {
        siteId,
        action: 'token.rotated',
        outcome: 'success',
        actor: actorOf(actor),
        subject: { type: 'token', id: token.id, name: token.name },
        details: { ...details, owner: { id: account.id, name: account.username } },
      });
      return result;
    });
  }
}
