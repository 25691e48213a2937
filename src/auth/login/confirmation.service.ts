import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.service.js';
import { actorOf } from '../../platform/audit/audit.types.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Sessions } from '../../directory/sessions/sessions.service.js';
import type { Actor } from '../../shared/authz/actor.js';
import { PasswordProof } from './password-proof.service.js';

const ACTION = 'session.confirmed';

/** Confirms who is at the keyboard, which opens the sensitive calls for 15 minutes (contract §6). */
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
