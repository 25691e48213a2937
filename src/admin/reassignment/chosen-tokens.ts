import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.service.js';
import { actorOf } from '../../platform/audit/audit.types.js';
import type { Tx } from '../../platform/database/transaction.js';
import type { Actor } from '../../shared/authz/actor.js';
import { Clock } from '../../shared/clock/clock.js';
import { stateOf } from '../../tokens/liveness.js';
import { TokenOwnership } from '../../tokens/token-ownership.js';
import type { TokenRecord } from '../../tokens/tokens.types.js';
import { signInNotHandedOver, tokenNotActive, tokenNotFound } from '../../tokens/tokens.errors.js';
import type { UserRecord } from '../../directory/users/users.types.js';
import { FormerOwners } from './former-owners.js';

/** Tokens that an administrator has chosen one by one. Their owners do not matter; each token keeps what it could do. */
@Injectable()
export class ChosenTokens {
  constructor(
    private readonly tokens: TokenOwnership,
    private readonly owners: FormerOwners,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns how many moved. Tokens that the receiver already owns stay. If one token is unknown or has ended, nothing moves.
   * @throws tokenNotFound, tokenNotActive, signInNotHandedOver
   */
  async move(tx: Tx, actor: Actor, ids: readonly string[], receiver: UserRecord): Promise<number> {
    const tokens = await this.#live(tx, receiver, [...new Set(ids)]);
    let moved = 0;
    for (const [ownerId, owned] of byOwner(tokens)) {
      if (ownerId === receiver.id) continue;
      const { owner, held } = await this.owners.lock(tx, receiver.siteId, ownerId);
      const tokenIds = owned.map(({ id }) => id);
      const handover = { siteId: receiver.siteId, from: ownerId, to: receiver.id, held };
      const count = await this.tokens.transfer(tx, handover, tokenIds);
      await this.audit.record(tx, {
        siteId: receiver.siteId,
        action: 'tokens.transferred',
        outcome: 'success',
        actor: actorOf(actor),
        subject: { type: 'user', id: owner.id, name: owner.username },
        details: { to: { id: receiver.id, name: receiver.username }, ceiling: held.join(' '), tokenIds },
      });
      await this.owners.tell(tx, actor, owner, receiver, { tokens: count, applications: 0 });
      moved += count;
    }
    return moved;
  }

  async #live(tx: Tx, { siteId }: UserRecord, ids: readonly string[]): Promise<TokenRecord[]> {
    const tokens = await this.tokens.byIds(tx, siteId, ids);
    const found = new Set(tokens.map(({ id }) => id));
    const unknown = ids.filter((id) => !found.has(id));
    if (unknown.length > 0) throw tokenNotFound({ detail: `Your site has no such token: ${unknown.join(', ')}` });
    const over = tokens.filter((token) => stateOf(token, this.clock.now()) !== 'active').map(({ id }) => id);
    if (over.length > 0) throw tokenNotActive({ detail: `These are expired or revoked: ${over.join(', ')}` });
    const signIns = tokens.filter(({ kind, format }) => kind === 'personal' && format === 'jwt').map(({ id }) => id);
    if (signIns.length > 0) throw signInNotHandedOver({ detail: `These are sign-in tokens: ${signIns.join(', ')}` });
    return tokens;
  }
}

/** In one order for all callers, so that two reassignments don't wait for each other's owners. */
function byOwner(tokens: readonly TokenRecord[]): [string, TokenRecord[]][] {
  const owners = new Map<string, TokenRecord[]>();
  for (const token of tokens) owners.set(token.ownerId, [...(owners.get(token.ownerId) ?? []), token]);
  return [...owners].sort(([a], [b]) => (a < b ? -1 : 1));
}
