import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/transaction.js';
import { Clock } from '../../shared/clock/clock.js';
import { DeveloperSecretRepository } from './developer-secrets/developer-secret.repository.js';
import { InvitationRepository } from './invitations/invitation.repository.js';
import { UserRoleRepository } from './user-role.repository.js';
import { UserRepository } from './user.repository.js';
import type { UserName } from './users.types.js';

/** Does this module's part when a user is removed. admin/removal/remove-user.ts has the order of the whole removal. */
@Injectable()
export class UserRemoval {
  constructor(
    private readonly users: UserRepository,
    private readonly held: UserRoleRepository,
    private readonly secrets: DeveloperSecretRepository,
    private readonly invitations: InvitationRepository,
    private readonly clock: Clock,
  ) {}

  /** Deletes the developer secret, roles and links, and frees the names. From here on the row is a tombstone. */
  async remove(tx: Tx, { siteId, id }: UserName): Promise<void> {
    await this.secrets.delete(tx, siteId, id);
    await this.invitations.deleteAll(tx, siteId, id);
    await this.held.takeAll(tx, siteId, id);
    await this.users.makeTombstone(tx, siteId, id, this.clock.now());
  }
}
