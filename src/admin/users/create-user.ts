import { Injectable } from '@nestjs/common';
import { actorOf } from '../../platform/audit/audit.types.js';
import { Makers } from '../../platform/database/makers.js';
import type { Actor } from '../../shared/authz/actor.js';
import { Invitations } from '../../directory/users/invitations.service.js';
import { UserCreation } from '../../directory/users/user-creation.js';
import type { InvitationLink, NewUser, UserRecord } from '../../directory/users/users.types.js';
import { requireMayLetIn } from '../../shared/authz/ways-in.js';
import { UserRules } from './user-rules.js';

export interface CreatedUser {
  readonly user: UserRecord;
  /** The link for a person who got no password. It exists in this object and in the answer, and nowhere else. */
  readonly invitation: InvitationLink | null;
}

/** Makes a user in the administrator's site. */
@Injectable()
export class CreateUser {
  constructor(
    private readonly users: UserCreation,
    private readonly invitations: Invitations,
    private readonly rules: UserRules,
    private readonly makers: Makers,
  ) {}

  async create(actor: Actor, wanted: Omit<NewUser, 'siteId' | 'actor'>): Promise<CreatedUser> {
    const author = actorOf(actor);
    return this.makers.run(actor.principal, async (tx, principal) => {
      if (wanted.kind === 'person') this.rules.requireMayLetSignIn(principal);
      else requireMayLetIn(principal);
      if (wanted.roles.length > 0) this.rules.requireMayChangeRoles(principal);
      await this.rules.requireMayGive(tx, principal, wanted.roles);
      const user = await this.users.create(tx, { ...wanted, siteId: principal.siteId, actor: author });
      const invited = user.kind === 'person' && !user.passwordSet;
      return { user, invitation: invited ? await this.invitations.issue(tx, user, author) : null };
    });
  }
}
