import { Injectable } from '@nestjs/common';
import type { Actor } from '../shared/authz/actor.js';
import type { UpdateTokenRequest } from './dto/update-token.request.js';
import { MintingRules } from './minting-rules.js';
import { OwnTokenChange } from './own-token-change.js';
import type { Token } from './token.entity.js';
import { TokenRepository } from './token.repository.js';

/** Changes of one's own token that keep its value: rename, narrow or widen within one's own bounds, revoke. */
@Injectable()
export class TokenChanges {
  constructor(
    private readonly tokens: TokenRepository,
    private readonly rules: MintingRules,
    private readonly change: OwnTokenChange,
  ) {}

  /** The ceiling of an inherited token stays: what a PATCH gives is still cut by it at every use (CONTRACT §9). */
  async update(actor: Actor, id: string, request: UpdateTokenRequest): Promise<Token> {
    return this.change.run(actor, id, 'token.updated', async (tx, token) => {
      this.rules.requireActive(token);
      const { principal } = actor;
      const patch: Partial<Token> = {};
      if (request.name !== undefined) patch.name = request.name;
      if (request.scopes !== undefined) patch.scopes = copy(await this.rules.scopes(principal, request.scopes));
      if (request.allowedNetworks !== undefined)
        patch.allowedNetworks = copy(this.rules.networks(principal, request.allowedNetworks));
      if (Object.keys(patch).length > 0) await this.tokens.update(tx, token.siteId, token.id, patch);
      return { result: { ...token, ...patch }, details: patch };
    });
  }

  /** Revoking what is over already changes nothing and is no error. */
  async revoke(actor: Actor, id: string): Promise<void> {
    await this.change.run(actor, id, 'token.revoked', async (tx, token) => {
      const changed = await this.tokens.revoke(tx, token.siteId, { id: token.id }, 'revoked_by_owner');
      return { result: undefined, details: changed === 0 ? null : { reason: 'revoked_by_owner', last4: token.last4 } };
    });
  }
}

function copy(list: readonly string[] | null): string[] | null {
  return list && [...list];
}
