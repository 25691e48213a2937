import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { RequestContext } from '../../shared/authz/actor.js';
import { InvitationCheck } from '../../directory/users/invitation-check.js';
import { Passwords } from '../../directory/users/passwords.service.js';
import type { UserName } from '../../directory/users/users.types.js';
import { LinkRefusals } from './link-refusals.js';
import { LinkUse } from './link-use.js';

/** Sets the password of the person who was given the link: the first one, or a new one. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly check: InvitationCheck,
    private readonly passwords: Passwords,
    private readonly use: LinkUse,
    private readonly refusals: LinkRefusals,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * @throws invitationInvalid when the link is unknown, used or expired, its user can't sign in, or its maker does not
   *   vouch for it any more; validationFailed when the password is too weak: the link then still works.
   */
  async accept(invitation: string, password: string, context: RequestContext): Promise<UserName> {
    const found = await this.check.find(invitation);
    if (found.reason !== null) throw this.refusals.of(found, context);
    const { user, link } = found;
    this.passwords.requireAcceptable(password, user);
    const passwordHash = await this.passwords.hash(password);
    const reason = await this.unitOfWork.run((tx) => this.use.use(tx, link, user, passwordHash, context));
    if (reason !== null) throw this.refusals.of({ user, reason }, context);
    return user;
  }
}
