import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.service.js';
import { type AuditAction, actorOf } from '../../platform/audit/audit.types.js';
import type { Tx } from '../../platform/database/transaction.js';
import type { StandingPrincipal } from '../../shared/authz/principal.js';
import type { Actor } from '../../shared/authz/actor.js';
import { Makers } from '../../platform/database/makers.js';
import { MintingRules } from '../minting-rules.js';
import type { Token } from '../token.entity.js';
import { TokenRepository } from '../token.repository.js';
import { tokenNotFound } from '../tokens.errors.js';

export interface Changed<T> {
  readonly result: T;
  /** What the audit row says of the change; null when nothing changed. */
  readonly details: Readonly<Record<string, unknown>> | null;
}

/**
 * The frame of every change of one's own token: lock the row, refuse a token that is wider than the calling credential, change
 * the token, audit the change. One transaction.
 */
@Injectable()
export class OwnTokenChange {
  constructor(
    private readonly tokens: TokenRepository,
    private readonly rules: MintingRules,
    private readonly makers: Makers,
    private readonly audit: Audit,
  ) {}

  async run<T>(
    actor: Actor,
    id: string,
    action: AuditAction,
    change: (tx: Tx, token: Token, principal: StandingPrincipal) => Promise<Changed<T>>,
  ): Promise<T> {
    const { siteId, userId } = actor.principal;
    return this.makers.run(actor.principal, async (tx, principal) => {
      const token = await this.tokens.ownedByForUpdate(tx, siteId, userId, id);
      if (token === null) throw tokenNotFound();
      this.rules.requireNoWider(principal, token);
      const { result, details } = await change(tx, token, principal);
      const subject = { type: 'token', id: token.id, name: token.name };
      if (details !== null)
        await this.audit.record(tx, { siteId, action, outcome: 'success', actor: actorOf(actor), subject, details });
      return result;
    });
  }
}
