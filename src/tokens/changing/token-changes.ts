import { Injectable } from '@nestjs/common';
import type { Actor } from '../../shared/authz/actor.js';
import type { UpdateTokenRequest } from '../dto/update-token.request.js';
import { MarkedValueRepository } from './marked-value.repository.js';
import { MintingRules } from '../minting-rules.js';
import { OwnTokenChange } from './own-token-change.js';
import type { Token } from '../token.entity.js';
import { TokenRepository } from '../token.repository.js';
import { widens } from './token-widening.js';
import { ceilingStands, tokenNotFound } from '../tokens.errors.js';
import type { Descendants, Ended } from '../../shared/authz/descendants.response.js';
import { Lineage } from '../lineage.service.js';
import { actorOf } from '../../platform/audit/audit.types.js';
import type { Tx } from '../../platform/database/transaction.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Principal } from '../../shared/authz/principal.js';

/** Changes of one's own token that keep its value: rename it, narrow or widen it within one's own bounds, revoke it. */
@Injectable()
export class TokenChanges {
  constructor(
    private readonly tokens: TokenRepository,
    private readonly marked: MarkedValueRepository,
    private readonly rules: MintingRules,
    private readonly change: OwnTokenChange,
    private readonly lineage: Lineage,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * The ceiling of an inherited token stays: it still cuts down what a PATCH gives, at every use (contract §9).
   * @throws ceilingStands
   */
  async update(actor: Actor, id: string, request: UpdateTokenRequest): Promise<Token> {
    return this.change.run(actor, id, 'token.updated', async (tx, token, principal) => {
      this.rules.requireActive(token);
      const patch: Partial<Token> = {};
      if (request.name !== undefined) patch.name = request.name;
      if (request.scopes !== undefined) patch.scopes = copy(await this.rules.scopes(principal, request.scopes));
      if (request.allowedNetworks !== undefined)
        patch.allowedNetworks = copy(this.rules.networks(principal, request.allowedNetworks));
      if (widens(token, patch)) await this.#requireMayWiden(tx, principal, token);
      if (Object.keys(patch).length > 0) await this.tokens.update(tx, token.siteId, token.id, patch);
      return { result: { ...token, ...patch }, details: patch };
    });
  }

  /** Nothing that a token is given may reach a value that a leaver may have a copy of (contract §5). */
  async #requireMayWiden(tx: Tx, principal: Principal, token: Token): Promise<void> {
    this.rules.authorityOf(principal);
    if (token.transferredAt !== null)
      throw ceilingStands({ detail: 'Rotate it first. Otherwise its old value would gain the scopes too.' });
    await this.marked.end(tx, token);
  }

  /** Revoking a token that has already ended changes nothing and is no error; the credentials it made may still live. */
  async revoke(actor: Actor, id: string, withDescendants: boolean): Promise<Ended> {
    return this.change.run(actor, id, 'token.revoked', async (tx, { siteId, last4 }) => {
      const roots = { siteId, ownerId: actor.principal.userId, keys: await this.lineage.ofToken(tx, siteId, id) };
      const descendants = withDescendants ? await this.lineage.end(tx, roots, actorOf(actor)) : null;
      const itself = await this.tokens.revoke(tx, siteId, { id }, 'revoked_by_owner');
      const details = itself === 0 ? null : { reason: 'revoked_by_owner', last4, ...(descendants && { descendants }) };
      return { result: { itself, descendants }, details };
    });
  }

  /** What the token made, directly or through others, of the same owner: what ending the token could end too. */
  async countDescendants({ siteId, userId: ownerId }: Principal, id: string): Promise<Descendants> {
    return this.unitOfWork.run(async (tx) => {
      if ((await this.tokens.ownedByForUpdate(tx, siteId, ownerId, id)) === null) throw tokenNotFound();
      return this.lineage.count(tx, { siteId, ownerId, keys: await this.lineage.ofToken(tx, siteId, id) });
    });
  }
}

function copy(list: readonly string[] | null): string[] | null {
  return list && [...list];
}
