import { Injectable } from '@nestjs/common';
import { actorOf } from '../audit/audit.types.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Actor } from '../shared/authz/actor.js';
import { Invitations } from '../users/invitations.service.js';
import { Users } from '../users/users.service.js';
import type { InvitationLink, NewUser, UserRecord } from '../users/users.types.js';
import { UserRules } from './user-rules.js';

export interface CreatedUser {
  readonly user: UserRecord;
  /** The link for a person who got no password; in this object and in the answer, and nowhere else. */
  readonly invitation: InvitationLink | null;
}

/** Makes a user in the site of the administrator. */
@Injectable()
export class CreateUser {
  constructor(
    private readonly users: Users,
    private readonly invitations: Invitations,
    private readonly rules: UserRules,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async create(actor: Actor, wanted: Omit<NewUser, 'siteId' | 'actor'>): Promise<CreatedUser> {
    const { principal } = actor;
    const author = actorOf(actor);
    this.rules.requireUnpinned(principal);
    if (wanted.roles.length > 0) this.rules.requireMayChangeRoles(actor);
    return this.unitOfWork.run(async (tx) => {
      await this.rules.requireMayGive(tx, principal, wanted.roles);
      const user = await this.users.create(tx, { ...wanted, siteId: principal.siteId, actor: author });
      const invited = user.kind === 'person' && !user.passwordSet;
      return { user, invitation: invited ? await this.invitations.issue(tx, user, author) : null };
    });
  }
}
