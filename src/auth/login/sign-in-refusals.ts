import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.service.js';
import { anonymousActor, type AuditEntry } from '../../audit/audit.types.js';
import { DenialLog } from '../../audit/denial-log.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import type { RequestContext } from '../../shared/authz/actor.js';
import type { UserForLogin } from '../../users/users.types.js';

export type SignInRefusalReason =
  'unknown_user' | 'service_account' | 'no_password' | 'wrong_password' | 'user_suspended' | 'rate_limited';

/** Sign-ins that did not succeed, as the audit log keeps them. */
@Injectable()
export class SignInRefusals {
  constructor(
    private readonly audit: Audit,
    private readonly denials: DenialLog,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** A wrong guess is written before it is answered, whoever it was about: the time tells nothing. */
  async record(user: UserForLogin | null, reason: SignInRefusalReason, context: RequestContext): Promise<void> {
    await this.unitOfWork.run((tx) => this.audit.record(tx, entry(user, reason, context)));
  }

  /** Attempts over the limit come as fast as their sender likes; they are written behind, and a flood is one row. */
  recordLimited(context: RequestContext): void {
    this.denials.record(entry(null, 'rate_limited', context));
  }
}

/** The name that was tried is kept only when it is somebody's: people type their password into the wrong field. */
function entry(user: UserForLogin | null, reason: SignInRefusalReason, context: RequestContext): AuditEntry {
  return {
    siteId: user?.siteId ?? null,
    action: 'session.refused',
    outcome: 'denied',
    reason,
    actor: anonymousActor(context),
    ...(user && { subject: { type: 'user', id: user.id, name: user.username } }),
  };
}
