import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { anonymousActor, userActor } from '../audit/audit.types.js';
import type { Tx } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { RequestContext } from '../shared/authz/actor.js';
import { InvitationCheck } from './invitation-check.js';
import { InvitationRepository } from './invitation.repository.js';
import { Passwords } from './passwords.service.js';
import { Users } from './users.service.js';
import { invitationInvalid } from './users.errors.js';
import type { UserName } from './users.types.js';

/** Ends every session of a user, in the transaction that it is given. */
export type SessionEnding = (tx: Tx, user: UserName) => Promise<unknown>;

/** Sets the password of the person who was given the link: the first one, or a new one. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly check: InvitationCheck,
    private readonly invitations: InvitationRepository,
    private readonly passwords: Passwords,
    private readonly users: Users,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws invitationInvalid when the link is unknown, used or expired, or its user can't sign in;
   *   validationFailed when the password is too weak: the link then still works.
   */
  async accept(
    invitation: string,
    password: string,
    context: RequestContext,
    endSessions: SessionEnding,
  ): Promise<UserName> {
    const found = await this.check.find(invitation);
    if (found.reason !== null) throw await this.#refused(found, context);
    const { user } = found;
    this.passwords.requireAcceptable(password, user);
    const passwordHash = await this.passwords.hash(password);
    const actor = userActor(user, context);
    const used = await this.unitOfWork.run(async (tx) => {
      // Looked at again under lock: the user may have been suspended, or the link used, while the password was hashed.
      if (!(await this.users.isActive(tx, user.siteId, user.id))) return false;
      if (!(await this.invitations.markUsed(tx, found.invitation, this.check.now()))) return false;
      await this.users.setPassword(tx, user, passwordHash, actor);
      await endSessions(tx, user);
      const subject = { type: 'user', id: user.id, name: user.username };
      const entry = { siteId: user.siteId, action: 'invitation.accepted', outcome: 'success', actor, subject } as const;
      await this.audit.record(tx, { ...entry, details: { invitationId: found.invitation.id } });
      return true;
    });
    if (!used) throw await this.#refused({ user, reason: 'used' }, context);
    return user;
  }

  async #refused(refusal: { readonly user: UserName | null; readonly reason: string }, context: RequestContext) {
    const { user, reason } = refusal;
    // A text that never was an invitation concerns nobody; it would only fill the log.
    if (user !== null) {
      const subject = { type: 'user', id: user.id, name: user.username };
      const denial = { action: 'invitation.accepted', outcome: 'denied', reason, subject } as const;
      const actor = anonymousActor(context);
      await this.unitOfWork.run((tx) => this.audit.record(tx, { siteId: user.siteId, actor, ...denial }));
    }
    return invitationInvalid();
  }
}
