import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { AuditActor } from '../audit/audit.types.js';
import { Settings } from '../config/settings.js';
import type { Tx } from '../database/transaction.js';
import { InvitationFactory } from './invitation-factory.js';
import { InvitationRepository } from './invitation.repository.js';
import { personRequired, userSuspended } from './users.errors.js';
import type { InvitationLink, UserRecord } from './users.types.js';

/** Links that let a person set their password, for an administrator to pass on. */
@Injectable()
export class Invitations {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly factory: InvitationFactory,
    private readonly settings: Settings,
    private readonly audit: Audit,
  ) {}

  /**
   * A new link; the one before stops working.
   * @throws personRequired for a service account, userSuspended for a user who could not sign in with it.
   */
  async issue(
    tx: Tx,
    user: Pick<UserRecord, 'id' | 'siteId' | 'username' | 'kind' | 'status'>,
    actor: AuditActor,
  ): Promise<InvitationLink> {
    if (user.kind !== 'person') throw personRequired();
    if (user.status !== 'active') throw userSuspended();
    const { invitation, value } = this.factory.make(user);
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
    // Behind the #, which a browser does not send: the link stays out of the logs of proxies.
    return { url: `${this.settings.publicUrl}/invitation#${value}`, expiresAt };
  }
}
