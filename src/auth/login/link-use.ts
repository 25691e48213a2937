import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.service.js';
import { userActor } from '../../platform/audit/audit.types.js';
import type { Tx } from '../../platform/database/transaction.js';
import { Notifications } from '../../platform/notifications/notifications.service.js';
import type { RequestContext } from '../../shared/authz/actor.js';
import { InvitationCheck } from '../../directory/users/invitation-check.js';
import type { OpenLink, UserName } from '../../directory/users/users.types.js';
import { LinkJudgement } from './link-judgement.js';
import { NewPassword } from './new-password.js';

/** Uses a link: everything in one transaction, or nothing. */
@Injectable()
export class LinkUse {
  constructor(
    private readonly judgement: LinkJudgement,
    private readonly invitations: InvitationCheck,
    private readonly passwords: NewPassword,
    private readonly notifications: Notifications,
    private readonly audit: Audit,
  ) {}

  /** Returns why the link was not used, or null. Everything is checked again, because hashing the password took time. */
  async use(
    tx: Tx,
    link: OpenLink,
    user: UserName,
    passwordHash: string,
    context: RequestContext,
  ): Promise<string | null> {
    const reason = await this.judgement.reasonAgainst(tx, link);
    if (reason !== null) return reason;
    if (!(await this.invitations.use(tx, link))) return 'used';
    const actor = userActor(user, context);
    await this.passwords.set(tx, user, passwordHash, actor);
    const about = { siteId: user.siteId, subject: { type: 'user', id: user.id, name: user.username } };
    const details = { invitationId: link.id };
    await this.audit.record(tx, { ...about, action: 'invitation.accepted', outcome: 'success', actor, details });
    const news = { userId: user.id, kind: 'invitation.accepted', details: { address: context.address } };
    await this.notifications.tell(tx, { ...about, ...news });
    return null;
  }
}
