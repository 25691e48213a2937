import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { AuditActor } from '../audit/audit.types.js';
import type { Tx } from '../database/transaction.js';
import { Clock } from '../shared/clock/clock.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { InvitationRepository } from './invitation.repository.js';
import { UserCreation } from './user-creation.js';
import { forLogin } from './user-record.js';
import { UserRepository } from './user.repository.js';
import type { NewUser, UserForLogin, UserName, UserRecord } from './users.types.js';

/** What other modules ask of users. Seeing them is in user-directory.service.ts, changing them in user-changes.service.ts. */
@Injectable()
export class Users {
  constructor(
    private readonly creation: UserCreation,
    private readonly users: UserRepository,
    private readonly invitations: InvitationRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a user, the developer secret of a person included, and audits it.
   * @throws duplicateName when the username or the e-mail is taken, validationFailed when one of them or the
   *   password can't be used.
   */
  create(tx: Tx, wanted: NewUser): Promise<UserRecord> {
    return this.creation.create(tx, wanted);
  }

  /** Whether the user exists in the site and is active, and stays so until the commit: the row is locked. */
  async isActive(tx: Tx, siteId: SiteId, userId: string): Promise<boolean> {
    const user = await this.users.byIdForUpdate(tx, siteId, userId);
    return user?.status === 'active';
  }

  /** The user of any site with this username or e-mail, whatever the case. */
  async byLogin(name: string): Promise<UserForLogin | null> {
    const user = await this.users.byLogin(name.toLowerCase());
    return user && forLogin(user);
  }

  /** What a sign-in needs, of a user who is known already. */
  async credentialsOf(siteId: SiteId, userId: string): Promise<UserForLogin | null> {
    const user = await this.users.byId(siteId, userId);
    return user && forLogin(user);
  }

  /** Whether a user whose password was verified is active and has that password still, and so until the commit. */
  async stillSignsIn(tx: Tx, verified: UserForLogin): Promise<boolean> {
    const user = await this.users.byIdForUpdate(tx, verified.siteId, verified.id);
    return user?.status === 'active' && user.passwordHash === verified.passwordHash;
  }

  /** Sets a hash of Passwords.hash, and ends open invitations: an old link must not undo it. Sessions are the caller's. */
  async setPassword(tx: Tx, user: UserName, passwordHash: string, actor: AuditActor): Promise<void> {
    const now = this.clock.now();
    await this.users.update(tx, user.siteId, user.id, { passwordHash, passwordChangedAt: now, updatedAt: now });
    await this.invitations.withdraw(tx, user.siteId, user.id);
    await this.audit.record(tx, {
      siteId: user.siteId,
      action: 'user.password_changed',
      outcome: 'success',
      actor,
      subject: { type: 'user', id: user.id, name: user.username },
    });
  }
}
