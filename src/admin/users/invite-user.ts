import { Injectable } from '@nestjs/common';
import { actorOf } from '../../platform/audit/audit.types.js';
import type { Actor } from '../../shared/authz/actor.js';
import { Invitations } from '../../directory/users/invitations.service.js';
import type { InvitationLink } from '../../directory/users/users.types.js';
import { ownAccount, ownerResetsAlone } from '../admin.errors.js';
import { UserChange } from './user-change.js';
import { UserRules } from './user-rules.js';

/**
 * Makes a new invitation link. It lets its holder set the password, so it is refused for a user who holds more than the caller,
 * and for the owner of the site: otherwise any administrator could use it to hand the site over.
 */
@Injectable()
export class InviteUser {
  constructor(
    private readonly change: UserChange,
    private readonly invitations: Invitations,
    private readonly rules: UserRules,
  ) {}

  /**
   * Nobody can invite themselves: a token, or a session that was left open, would set the password without knowing the old one.
   * @throws ownAccount, credentialTooNarrow, reauthenticationRequired, userOutOfReach, ownerResetsAlone
   */
  async invite(actor: Actor, id: string): Promise<InvitationLink> {
    if (id === actor.principal.userId)
      throw ownAccount({ detail: 'Change your own password with PUT {api}/auth/password.' });
    this.rules.requireMayLetSignIn(actor.principal);
    return this.change.run(actor, id, 'invitation.created', async (tx, user, site) => {
      if (site.ownerId === user.id) throw ownerResetsAlone();
      const result = await this.invitations.issue(tx, user, actorOf(actor));
      return { result, details: null }; // issue has audited it
    });
  }
}
