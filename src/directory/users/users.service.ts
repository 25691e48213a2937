import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.service.js';
import type { AuditActor } from '../../platform/audit/audit.types.js';
import type { Tx } from '../../platform/database/transaction.js';
import { Clock } from '../../shared/clock/clock.js';
import { loginName } from '../../shared/authz/login-name.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { InvitationRepository } from './invitations/invitation.repository.js';
import { forLogin } from './user-record.js';
import { UserRepository } from './user.repository.js';
import type { UserForLogin, UserName } from './users.types.js';

/**
 * Answers what other modules ask about users. user-creation.ts makes users, user-directory.service.ts shows them, and
 * user-changes.service.ts changes them.
 */
@Injectable()
export class Users {
  constructor(
    private readonly users: UserRepository,
    private readonly invitations: InvitationRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Whether the user exists in the site and is active. The row is locked, so this stays true until the commit. */
  async isActive(tx: Tx, siteId: SiteId, userId: string): Promise<boolean> {
    const user = await this.users.byIdForUpdate(tx, siteId, userId);
    return user?.status === 'active';
  }

  /** The user of any site with this username or e-mail, in any spelling (`loginName`). */
  async byLogin(typed: string): Promise<UserForLogin | null> {
    const name = loginName(typed);
    const user = name === null ? null : await this.users.byLogin(name);
    return user && forLogin(user);
  }

  /** What a sign-in needs, for a user who is already known. */
  async credentialsOf(siteId: SiteId, userId: string): Promise<UserForLogin | null> {
    const user = await this.users.byId(siteId, userId);
    return user && forLogin(user);
  }

  /**
   * Whether a user whose password was verified is still active and still has that password. The answer holds until the commit.
   */
  async stillSignsIn(tx: Tx, verified: UserForLogin): Promise<boolean> {
    const user = await this.users.byIdForUpdate(tx, verified.siteId, verified.id);
    return user?.status === 'active' && user.passwordHash === verified.passwordHash;
  }

  /**
   * Stores a hash from `Passwords.hash` and ends open invitations: an old link must not undo the change. The caller ends
   * sessions.
   */
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
