import { Injectable } from '@nestjs/common';
import { actorOf } from '../../platform/audit/audit.types.js';
import type { Tx } from '../../platform/database/transaction.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Sites } from '../../directory/sites/sites.service.js';
import type { Actor } from '../../shared/authz/actor.js';
import type { DomainError } from '../../shared/errors/domain-error.js';
import { validationFailed } from '../../shared/errors/general.errors.js';
import type { UserRecord } from '../../directory/users/users.types.js';
import { ChosenTokens } from './chosen-tokens.js';
import { FormerOwners } from './former-owners.js';
import { OwnedResources, RESOURCES_DEADLINE_MS, type MovedCounts } from './owned-resources.js';
import { UserRules } from '../users/user-rules.js';

export type Reassignment = { readonly toUserId: string } & (
  { readonly tokenIds: readonly string[] } | { readonly fromUserId: string }
);

export interface Reassigned {
  readonly receiver: UserRecord;
  readonly tokens: number;
  readonly applications: number;
}

/**
 * Moves chosen tokens, or everything that one user owns, to another user, under the rule of a removal: never wider than before.
 */
@Injectable()
export class ReassignTokens {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sites: Sites,
    private readonly rules: UserRules,
    private readonly owners: FormerOwners,
    private readonly resources: OwnedResources,
    private readonly chosen: ChosenTokens,
  ) {}

  /** All or nothing. @throws validationFailed, userNotFound, tokenNotFound, tokenNotActive */
  async reassign(actor: Actor, wanted: Reassignment): Promise<Reassigned> {
    const { siteId } = actor.principal;
    return this.unitOfWork.run(
      async (tx) => {
        await this.sites.lock(tx, siteId); // as removals do: two changes of ownership follow each other
        const standing = { ...actor, principal: await this.rules.standing(tx, actor) };
        const receiver = await this.rules.activeUser(tx, siteId, wanted.toUserId);
        if (receiver === null) throw noReceiver('must be an active user of your site');
        const moved =
          'tokenIds' in wanted
            ? { tokens: await this.chosen.move(tx, standing, wanted.tokenIds, receiver), applications: 0 }
            : await this.#moveAll(tx, standing, wanted.fromUserId, receiver);
        return { receiver, ...moved };
      },
      { deadlineMs: RESOURCES_DEADLINE_MS },
    );
  }

  async #moveAll(tx: Tx, actor: Actor, fromUserId: string, receiver: UserRecord): Promise<MovedCounts> {
    if (fromUserId === receiver.id) throw noReceiver('must be another user than fromUserId');
    const { owner, held } = await this.owners.lock(tx, receiver.siteId, fromUserId);
    const { tokens, applications } = await this.resources.transfer(tx, actorOf(actor), owner, receiver, held);
    await this.owners.tell(tx, actor, owner, receiver, { tokens, applications });
    return { tokens, applications };
  }
}

function noReceiver(message: string): DomainError {
  return validationFailed({ errors: [{ path: 'toUserId', message }] });
}
