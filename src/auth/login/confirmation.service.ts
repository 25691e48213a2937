import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.service.js';
import { actorOf } from '../../audit/audit.types.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { Sessions } from '../../sessions/sessions.service.js';
import type { Actor } from '../../shared/authz/actor.js';
import { PasswordProof } from '../../users/password-proof.service.js';

const ACTION = 'session.confirmed';

/** Proving once more who sits there, which opens the sensitive calls for 15 minutes (CONTRACT §6). */
@Injectable()
export class SessionConfirmation {
  constructor(
    private readonly proof: PasswordProof,
    private readonly sessions: Sessions,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  /** @throws wrongPassword, rateLimited */
  async confirm(actor: Actor, password: string): Promise<void> {
    const { siteId, credential } = actor.principal;
    await this.proof.require(actor, password, ACTION);
    await this.unitOfWork.run(async (tx) => {
      await this.sessions.confirm(tx, siteId, credential.id);
      const subject = { type: 'session', id: credential.id };
      await this.audit.record(tx, { siteId, action: ACTION, outcome: 'success', actor: actorOf(actor), subject });
    });
  }
}
