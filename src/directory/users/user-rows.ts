import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/transaction.js';
import { Clock } from '../../shared/clock/clock.js';
import { Ids } from '../../shared/ids/ids.js';
import { UserRoleRepository } from './user-role.repository.js';
import type { User } from './user.entity.js';
import { type LivingUser, UserRepository } from './user.repository.js';

/** Makes the rows of a new user: the user and their roles. */
@Injectable()
export class UserRows {
  constructor(
    private readonly users: UserRepository,
    private readonly held: UserRoleRepository,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async insert(
    tx: Tx,
    wanted: Pick<User, 'siteId' | 'username' | 'email' | 'kind' | 'passwordHash'>,
    roles: readonly string[],
  ): Promise<LivingUser> {
    const now = this.clock.now();
    const user: LivingUser = {
      id: this.ids.next(),
      siteId: wanted.siteId,
      username: wanted.username,
      email: wanted.email,
      kind: wanted.kind,
      status: 'active',
      passwordHash: wanted.passwordHash,
      passwordChangedAt: wanted.passwordHash === null ? null : now,
      createdAt: now,
      updatedAt: now,
    };
    await this.users.insert(tx, user);
    await this.held.give(tx, user.siteId, user.id, roles);
    return user;
  }
}
