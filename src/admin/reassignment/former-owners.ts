import { Injectable } from '@nestjs/common';
import { Notifications } from '../../platform/notifications/notifications.service.js';
import type { Tx } from '../../platform/database/transaction.js';
import type { Actor } from '../../shared/authz/actor.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { UserDirectory } from '../../directory/users/user-directory.service.js';
import type { UserRecord } from '../../directory/users/users.types.js';
import { HeldScopes } from './held-scopes.js';
import type { MovedCounts } from './owned-resources.js';

/** The former owners of the tokens that move. */
@Injectable()
export class FormerOwners {
  constructor(
    private readonly directory: UserDirectory,
    private readonly scopes: HeldScopes,
    private readonly notifications: Notifications,
  ) {}

  /** The owner, locked so that nothing is issued to them meanwhile, with what their roles give. */
  async lock(tx: Tx, siteId: SiteId, id: string): Promise<{ owner: UserRecord; held: readonly string[] }> {
    const owner = await this.directory.readForUpdate(tx, siteId, id);
    return { owner, held: await this.scopes.of(tx, owner) };
  }

  /** Tells both sides what moved, except the person who moved it. */
  async tell(
    tx: Tx,
    actor: Actor,
    from: UserRecord,
    to: UserRecord,
    { tokens, applications }: MovedCounts,
  ): Promise<void> {
    if (tokens + applications === 0) return;
    const told = [
      { user: to, kind: 'holdings.received', other: from },
      { user: from, kind: 'holdings.reassigned', other: to },
    ].filter(({ user }) => user.id !== actor.principal.userId);
    for (const { user, kind, other } of told)
      await this.notifications.tell(tx, {
        siteId: to.siteId,
        userId: user.id,
        kind,
        subject: { type: 'user', id: other.id },
        details: { tokens, applications, username: other.username },
      });
  }
}
