import { Injectable } from '@nestjs/common';
import { OPERATOR } from '../platform/audit/audit.types.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Invitations } from '../directory/users/invitations.service.js';
import { userNotFound } from '../directory/users/users.errors.js';
import { Users } from '../directory/users/users.service.js';
import { shownInvitation, type ShownInvitation } from './shown-invitation.js';

interface InvitedUser {
  readonly userId: string;
  readonly siteId: string;
  readonly username: string;
  readonly invitation: ShownInvitation;
}

/** `user invite`: first aid for an administrator who is locked out. It does not lift a suspension or give a role. */
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
