import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { type AuditAction, actorOf } from '../audit/audit.types.js';
import type { Tx } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Actor } from '../shared/authz/actor.js';
import { MintingRules } from './minting-rules.js';
import type { Token } from './token.entity.js';
import { TokenRepository } from './token.repository.js';
import { tokenNotFound } from './tokens.errors.js';

export interface Changed<T> {
  readonly result: T;
  /** What the audit row says of the change; null when nothing changed. */
  readonly details: Readonly<Record<string, unknown>> | null;
}

/**
 * The frame of every change of one's own token: lock the row, refuse one that is wider than the credential that asks,
 * change it, audit it. One transaction.
 */
@Injectable()
export class OwnTokenChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tokens: TokenRepository,
    private readonly rules: MintingRules,
    private readonly audit: Audit,
  ) {}

  async run<T>(
    actor: Actor,
    id: string,
    action: AuditAction,
    change: (tx: Tx, token: Token) => Promise<Changed<T>>,
  ): Promise<T> {
    const { siteId, userId } = actor.principal;
    return this.unitOfWork.run(async (tx) => {
      await this.rules.requireActiveOwner(tx, siteId, userId);
      const token = await this.tokens.ownedByForUpdate(tx, siteId, userId, id);
      if (token === null) throw tokenNotFound();
      this.rules.requireNoWider(actor.principal, token);
      const { result, details } = await change(tx, token);
      const subject = { type: 'token', id: token.id, name: token.name };
      if (details !== null)
        await this.audit.record(tx, { siteId, action, outcome: 'success', actor: actorOf(actor), subject, details });
      return result;
    });
  }
}
