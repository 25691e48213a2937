import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Sites } from '../sites/sites.service.js';
import type { Actor } from '../shared/authz/actor.js';
import type { UserRecord } from '../users/users.types.js';
import { ChosenTokens } from './chosen-tokens.js';
import { HOLDINGS_DEADLINE_MS } from './holdings.js';
import { UserRules } from './user-rules.js';
import { noReceiver, WholeHoldings } from './whole-holdings.js';

export type Reassignment = { readonly toUserId: string } & (
  { readonly tokenIds: readonly string[] } | { readonly fromUserId: string }
);

export interface Reassigned {
  readonly receiver: UserRecord;
  readonly tokens: number;
  readonly applications: number;
}

/** Moves chosen tokens, or all that one user has, to another user, under the rule of a removal: never wider than before. */
@Injectable()
export class ReassignTokens {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sites: Sites,
    private readonly rules: UserRules,
    private readonly whole: WholeHoldings,
    private readonly chosen: ChosenTokens,
  ) {}

  /** All or nothing. @throws validationFailed, userNotFound, tokenNotFound, tokenNotActive */
  async reassign(actor: Actor, wanted: Reassignment): Promise<Reassigned> {
    const { siteId } = actor.principal;
    return this.unitOfWork.run(
      async (tx) => {
        await this.sites.lock(tx, siteId); // as removals do: of two changes of ownership one follows the other
        await this.rules.requireActiveCaller(tx, actor.principal);
        const receiver = await this.rules.activeUser(tx, siteId, wanted.toUserId);
        if (receiver === null) throw noReceiver('must be an active user of your site');
        const moved =
          'tokenIds' in wanted
            ? { tokens: await this.chosen.move(tx, actor, wanted.tokenIds, receiver), applications: 0 }
            : await this.whole.move(tx, actor, wanted.fromUserId, receiver);
        return { receiver, ...moved };
      },
      { deadlineMs: HOLDINGS_DEADLINE_MS },
    );
  }
}
