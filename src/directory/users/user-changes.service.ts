import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/transaction.js';
import { Clock } from '../../shared/clock/clock.js';
import { missingFrom } from '../../shared/authz/scopes.js';
import { InvitationRepository } from './invitations/invitation.repository.js';
import { UserRoleRepository } from './user-role.repository.js';
import { UserRepository } from './user.repository.js';
import type { UserRecord, UserStatus } from './users.types.js';

/** Writes changes of users who were read for update. Callers check whether a change is allowed, and audit it. */
@Injectable()
export class UserChanges {
  constructor(
    private readonly users: UserRepository,
    private readonly held: UserRoleRepository,
    private readonly invitations: InvitationRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws duplicateName */
  async setNames(
    tx: Tx,
    user: UserRecord,
    names: Partial<Pick<UserRecord, 'username' | 'email'>>,
  ): Promise<UserRecord> {
    const updatedAt = this.clock.now();
    await this.users.update(tx, user.siteId, user.id, { ...names, updatedAt });
    return { ...user, ...names, updatedAt };
  }

  /**
   * Gives and takes roles so that the user holds exactly these. Tokens follow at once: scopes are computed at each use. When a
   * user is given a role, their open password-reset link ends: somebody who holds less than the role may have made it. The first
   * invitation of a new person stays.
   */
  async setRoles(tx: Tx, user: UserRecord, roles: readonly string[]): Promise<UserRecord> {
    const updatedAt = this.clock.now();
    await this.held.take(tx, user.siteId, user.id, missingFrom(roles, user.roles));
    await this.held.give(tx, user.siteId, user.id, missingFrom(user.roles, roles));
    await this.users.update(tx, user.siteId, user.id, { updatedAt });
    const isGiven = missingFrom(user.roles, roles).length > 0;
    if (isGiven && user.passwordSet) await this.invitations.withdraw(tx, user.siteId, user.id);
    return { ...user, roles: [...roles].sort(), updatedAt };
  }

  /** A suspended user's open invitation ends too: resuming the user must not bring an old link back. */
  async setStatus(tx: Tx, user: UserRecord, status: UserStatus): Promise<UserRecord> {
    const updatedAt = this.clock.now();
    await this.users.update(tx, user.siteId, user.id, { status, updatedAt });
    if (status === 'suspended') await this.invitations.withdraw(tx, user.siteId, user.id);
    return { ...user, status, updatedAt };
  }
}
