import { Injectable } from '@nestjs/common';
import { OPERATOR } from '../audit/audit.types.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Invitations } from '../users/invitations.service.js';
import { userNotFound } from '../users/users.errors.js';
import { Users } from '../users/users.service.js';
import { shownInvitation, type ShownInvitation } from './shown-invitation.js';

interface InvitedUser {
  readonly userId: string;
  readonly siteId: string;
  readonly username: string;
  readonly invitation: ShownInvitation;
}

/** `user invite`: first aid for an administrator who is locked out. It lifts no suspension and gives no role. */
@Injectable()
export class UserCommands {
  constructor(
    private readonly users: Users,
    private readonly invitations: Invitations,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async invite({ username }: { readonly username: string }): Promise<InvitedUser> {
    const user = await this.users.byLogin(username);
    if (user === null) throw userNotFound({ detail: 'No user of any site has this user name.' });
    const invitation = await this.unitOfWork.run((tx) => this.invitations.issue(tx, user, OPERATOR));
    const { id: userId, siteId } = user;
    return { userId, siteId, username: user.username, invitation: shownInvitation(invitation) };
  }
}
