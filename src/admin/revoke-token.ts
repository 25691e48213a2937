import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { actorOf } from '../audit/audit.types.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Notifications } from '../notifications/notifications.service.js';
import type { Actor } from '../shared/authz/actor.js';
import { TokenRevocation } from '../tokens/token-revocation.service.js';
import { TokenTransfer } from '../tokens/token-transfer.js';
import { tokenNotFound } from '../tokens/tokens.errors.js';

const REASON = 'revoked_by_administrator';

/** Ends a token of anybody in the site, and tells its owner. */
@Injectable()
export class RevokeToken {
  constructor(
    private readonly tokens: TokenTransfer,
    private readonly revocation: TokenRevocation,
    private readonly notifications: Notifications,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  /** Revoking what is over already changes nothing and is no error. @throws tokenNotFound */
  async revoke(actor: Actor, id: string): Promise<void> {
    const { siteId, userId } = actor.principal;
    await this.unitOfWork.run(async (tx) => {
      const [token] = await this.tokens.byIds(tx, siteId, [id]);
      if (token === undefined) throw tokenNotFound();
      if ((await this.revocation.one(tx, siteId, id, REASON)) === 0) return;
      const { name, last4, ownerId } = token;
      await this.audit.record(tx, {
        siteId,
        action: 'token.revoked',
        outcome: 'success',
        actor: actorOf(actor),
        subject: { type: 'token', id, name },
        details: { reason: REASON, last4, ownerId },
      });
      if (ownerId === userId) return;
      const news = { kind: 'token.revoked', subject: { type: 'token', id }, details: { name, last4, reason: REASON } };
      await this.notifications.tell(tx, { siteId, userId: ownerId, ...news });
    });
  }
}
