import { Injectable } from '@nestjs/common';
import { actorOf } from '../../platform/audit/audit.types.js';
import type { Actor } from '../../shared/authz/actor.js';
import { previewStale } from '../admin.errors.js';
import { RESOURCES_DEADLINE_MS, OwnedResources, type MovedResources } from '../reassignment/owned-resources.js';
import { type RemovalChoice, RemovalPlanning } from './removal-planning.js';
import { RemovalVersion } from './removal-version.js';
import { UserChange } from '../users/user-change.js';
import { UserDeprovisioning } from './user-deprovisioning.js';
import type { UserRecord } from '../../directory/users/users.types.js';
import { type MarkedCounts, ServiceAccountMarks } from './service-account-marks.js';

export interface Removed {
  readonly receiver: UserRecord | null;
  readonly moved: MovedResources;
  readonly sessionsEnded: number;
  readonly marked: MarkedCounts;
}

/**
 * Removes a user from the site (contract §5): tokens and applications pass to the receiver or are decommissioned, then the user
 * is removed. One unit of work: all of it happens, or none.
 */
@Injectable()
export class RemoveUser {
  constructor(
    private readonly change: UserChange,
    private readonly planning: RemovalPlanning,
    private readonly version: RemovalVersion,
    private readonly resources: OwnedResources,
    private readonly deprovisioning: UserDeprovisioning,
    private readonly serviceAccounts: ServiceAccountMarks,
  ) {}

  /**
   * `version` is the version of the preview that the administrator decided on; null removes the current state, whatever it is.
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
        const sessionsEnded = await this.deprovisioning.signOut(tx, user); // first: sign-ins pass to nobody
        const moved =
          receiver === null
            ? await this.resources.decommission(tx, author, user)
            : await this.resources.transfer(tx, author, user, receiver, held);
        const marked = await this.serviceAccounts.mark(tx, author, user);
        await this.deprovisioning.take(tx, user);
        await this.deprovisioning.announce(tx, user, receiver?.id ?? actor.principal.userId, receiver !== null, moved);
        const details = {
          email: user.email,
          kind: user.kind,
          roles: user.roles,
          receiver: receiver && { id: receiver.id, name: receiver.username },
          ...countsOf(receiver, moved),
          sessionsEnded,
          marked,
        };
        return { result: { receiver, moved, sessionsEnded, marked }, details };
      },
      { deadlineMs: RESOURCES_DEADLINE_MS },
    );
  }
}

/**
 * How many were transferred and how many decommissioned: with a receiver all are transferred, without one all are decommissioned.
 */
export function countsOf(receiver: UserRecord | null, { tokens, applications }: MovedResources) {
  const split = (count: number) =>
    receiver === null ? { transferred: 0, decommissioned: count } : { transferred: count, decommissioned: 0 };
  return { tokens: split(tokens), applications: split(applications) };
}
