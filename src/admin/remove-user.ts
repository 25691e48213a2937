import { Injectable } from '@nestjs/common';
import { actorOf } from '../audit/audit.types.js';
import type { Actor } from '../shared/authz/actor.js';
import { previewStale } from './admin.errors.js';
import { HOLDINGS_DEADLINE_MS, Holdings, type MovedHoldings } from './holdings.js';
import { type RemovalChoice, RemovalPlanning } from './removal-planning.js';
import { RemovalVersion } from './removal-version.js';
import { UserChange } from './user-change.js';
import { UserDeparture } from './user-departure.js';
import type { UserRecord } from '../users/users.types.js';

export interface Removed {
  readonly receiver: UserRecord | null;
  readonly moved: MovedHoldings;
  readonly sessionsEnded: number;
}

/**
 * Removes a user from the site (CONTRACT §5): tokens and applications pass to the receiver or are decommissioned, then the
 * person is gone. One unit of work: all of it happened, or none.
 */
@Injectable()
export class RemoveUser {
  constructor(
    private readonly change: UserChange,
    private readonly planning: RemovalPlanning,
    private readonly version: RemovalVersion,
    private readonly holdings: Holdings,
    private readonly departure: UserDeparture,
  ) {}

  /**
   * `version` is that of the preview the administrator decided on; null removes whatever is there now.
   * @throws userNotFound, userOutOfReach, ownAccount, siteOwner, lastAdministrator, validationFailed, previewStale
   */
  async remove(actor: Actor, id: string, choice: RemovalChoice, version: string | null): Promise<Removed> {
    const author = actorOf(actor);
    return this.change.run(
      actor,
      id,
      'user.removed',
      async (tx, user, site) => {
        const plan = await this.planning.settle(tx, actor, user, site, choice);
        if (version !== null && version !== (await this.version.of(tx, plan))) throw previewStale();
        const { receiver, held } = plan;
        const moved =
          receiver === null
            ? await this.holdings.decommission(tx, author, user)
            : await this.holdings.transfer(tx, author, user, receiver, held);
        const sessionsEnded = await this.departure.take(tx, user);
        await this.departure.announce(tx, user, receiver?.id ?? actor.principal.userId, receiver !== null, moved);
        const details = {
          email: user.email,
          kind: user.kind,
          roles: user.roles,
          receiver: receiver && { id: receiver.id, name: receiver.username },
          ...countsOf(receiver, moved),
          sessionsEnded,
        };
        return { result: { receiver, moved, sessionsEnded }, details };
      },
      { deadlineMs: HOLDINGS_DEADLINE_MS },
    );
  }
}

/** How many were transferred and how many decommissioned: with a receiver all are the one, without one the other. */
export function countsOf(receiver: UserRecord | null, { tokens, applications }: MovedHoldings) {
  const split = (count: number) =>
    receiver === null ? { transferred: 0, decommissioned: count } : { transferred: count, decommissioned: 0 };
  return { tokens: split(tokens), applications: split(applications) };
}
