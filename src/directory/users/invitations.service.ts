import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.service.js';
import type { AuditActor } from '../../platform/audit/audit.types.js';
import { Notifications } from '../../platform/notifications/notifications.service.js';
import { Settings } from '../../platform/config/settings.js';
import type { Tx } from '../../platform/database/transaction.js';
import { InvitationFactory } from './invitations/invitation-factory.js';
import { InvitationRepository } from './invitations/invitation.repository.js';
import { personRequired, userSuspended } from './users.errors.js';
import type { InvitationLink, LinkMaker, UserRecord } from './users.types.js';

/** Makes links that let people set their passwords, for an administrator to pass on. */
@Injectable()
export class Invitations {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly factory: InvitationFactory,
    private readonly settings: Settings,
    private readonly audit: Audit,
    private readonly notifications: Notifications,
  ) {}

  /**
   * Makes a new link; the previous one stops working. The person is notified, so that nobody learns of it by being locked out.
   * @throws personRequired for a service account, userSuspended for a user who could not sign in with it.
   */
  async issue(
    tx: Tx,
    user: Pick<UserRecord, 'id' | 'siteId' | 'username' | 'kind' | 'status'>,
    actor: AuditActor,
  ): Promise<InvitationLink> {
    if (user.kind !== 'person') throw personRequired();
    if (user.status !== 'active') throw userSuspended();
    const { invitation, value } = this.factory.make(user, makerOf(actor));
    await this.invitations.withdraw(tx, user.siteId, user.id);
    await this.invitations.insert(tx, invitation);
    const { expiresAt } = invitation;
    await this.audit.record(tx, {
      siteId: user.siteId,
      action: 'invitation.created',
      outcome: 'success',
      actor,
      subject: { type: 'user', id: user.id, name: user.username },
      details: { invitationId: invitation.id, expiresAt: expiresAt.toISOString() },
    });
    await this.notifications.tell(tx, {
      siteId: user.siteId,
      userId: user.id,
      kind: 'invitation.created',
      subject: { type: 'user', id: user.id },
      details: { by: actor.name ?? actor.kind, expiresAt: expiresAt.toISOString() },
    });
    // The value comes after the #, which browsers do not send: this keeps the link out of the logs of proxies.
    return { url: `${this.settings.publicUrl}/invitation#${value}`, expiresAt };
  }
}

/** An anonymous maker could not be judged when the link is used, and the use would be refused. */
function makerOf({ kind, id, credentialKind, credentialId }: AuditActor): LinkMaker {
  if (kind === 'operator' || kind === 'system') return { madeBy: null, issuedWithKind: 'system', issuedWith: null };
  return { madeBy: id, issuedWithKind: credentialKind, issuedWith: credentialId };
}
