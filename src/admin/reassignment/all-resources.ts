import { Injectable } from '@nestjs/common';
import { actorOf } from '../../platform/audit/audit.types.js';
import type { Tx } from '../../platform/database/transaction.js';
import type { Actor } from '../../shared/authz/actor.js';
import type { DomainError } from '../../shared/errors/domain-error.js';
import { validationFailed } from '../../shared/errors/general.errors.js';
import type { UserRecord } from '../../directory/users/users.types.js';
import { FormerOwners } from './former-owners.js';
import { OwnedResources, type MovedCounts } from './owned-resources.js';

/** Everything that one user owns. The user stays. */
@Injectable()
export class AllResources {
  constructor(
    private readonly owners: FormerOwners,
    private readonly resources: OwnedResources,
  ) {}

  async move(tx: Tx, actor: Actor, fromUserId: string, receiver: UserRecord): Promise<MovedCounts> {
    if (fromUserId === receiver.id) throw noReceiver('must be another user than fromUserId');
    const { owner, held } = await this.owners.lock(tx, receiver.siteId, fromUserId);
    const { tokens, applications } = await this.resources.transfer(tx, actorOf(actor), owner, receiver, held);
    await this.owners.tell(tx, actor, owner, receiver, { tokens, applications });
    return { tokens, applications };
  }
}

export function noReceiver(message: string): DomainError {
  return validationFailed({ errors: [{ path: 'toUserId', message }] });
}
