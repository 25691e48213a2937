import { Injectable } from '@nestjs/common';
import { actorOf } from '../audit/audit.types.js';
import type { Actor } from '../shared/authz/actor.js';
import { Invitations } from '../users/invitations.service.js';
import type { InvitationLink } from '../users/users.types.js';
import { ownAccount } from './admin.errors.js';
import { UserChange } from './user-change.js';
import { UserRules } from './user-rules.js';

/** Makes a new invitation link. It lets its holder set the password, so it is refused for who holds more than the caller. */
@Injectable()
export class InviteUser {
  constructor(
    private readonly change: UserChange,
    private readonly invitations: Invitations,
    private readonly rules: UserRules,
  ) {}

  /**
   * Nobody invites themselves: a token, or a session that was left open, would set the password without knowing it.
   * @throws ownAccount, userOutOfReach
   */
  async invite(actor: Actor, id: string): Promise<InvitationLink> {
    if (id === actor.principal.userId)
      throw ownAccount({ detail: 'Change your own password with PUT {api}/auth/password.' });
    this.rules.requireUnpinned(actor.principal);
    return this.change.run(actor, id, 'invitation.created', async (tx, user) => ({
      result: await this.invitations.issue(tx, user, actorOf(actor)),
      details: null, // issue has audited it
    }));
  }
}
