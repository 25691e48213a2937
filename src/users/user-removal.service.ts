import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction.js';
import { Clock } from '../shared/clock/clock.js';
import { DeveloperSecretRepository } from './developer-secret.repository.js';
import { InvitationRepository } from './invitation.repository.js';
import { UserRoleRepository } from './user-role.repository.js';
import { UserRepository } from './user.repository.js';
import type { UserName } from './users.types.js';

/** What this module does with a user who is removed. The order of the whole is in admin/remove-user.ts. */
@Injectable()
export class UserRemoval {
  constructor(
    private readonly users: UserRepository,
    private readonly held: UserRoleRepository,
    private readonly secrets: DeveloperSecretRepository,
    private readonly invitations: InvitationRepository,
    private readonly clock: Clock,
  ) {}

  /** The developer secret dies, roles and links go, the names become free, and the row is a tombstone from here on. */
  async remove(tx: Tx, { siteId, id }: UserName): Promise<void> {
    await this.secrets.delete(tx, siteId, id);
    await this.invitations.deleteAll(tx, siteId, id);
    await this.held.takeAll(tx, siteId, id);
    await this.users.entomb(tx, siteId, id, this.clock.now());
  }
}
