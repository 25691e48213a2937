import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.service.js';
import { anonymousActor, type AuditEntry } from '../../platform/audit/audit.types.js';
import { DenialLog } from '../../platform/audit/denial-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { RequestContext } from '../../shared/authz/actor.js';
import type { UserForLogin } from '../../directory/users/users.types.js';

export type SignInRefusalReason =
  'unknown_user' | 'service_account' | 'no_password' | 'wrong_password' | 'user_suspended' | 'rate_limited';

/** Failed sign-ins, as the audit log keeps them. */
@Injectable()
export class SignInRefusals {
  constructor(
    private readonly audit: Audit,
    private readonly denials: DenialLog,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** A wrong guess is written before it is answered, whichever user it was about, so that the time reveals nothing. */
  async record(user: UserForLogin | null, reason: SignInRefusalReason, context: RequestContext): Promise<void> {
    await this.unitOfWork.run((tx) => this.audit.record(tx, entry(user, reason, context)));
  }

  /** Attempts over the limit come as fast as their sender likes. They are written later, and a flood becomes one row. */
  recordLimited(context: RequestContext): void {
    this.denials.record(entry(null, 'rate_limited', context));
  }
}

/** The name that was tried is kept only when it belongs to a user: people type their password into the wrong field. */
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
