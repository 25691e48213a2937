import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction.js';
import { Notifications } from '../notifications/notifications.service.js';
import type { Actor } from '../shared/authz/actor.js';
import type { UserRecord } from '../users/users.types.js';
import type { MovedCounts } from './holdings.js';

/** Tells both sides of a reassignment; whoever made it knows. */
@Injectable()
export class OwnershipNews {
  constructor(private readonly notifications: Notifications) {}

  async tell(
    tx: Tx,
    actor: Actor,
    from: UserRecord,
    to: UserRecord,
    { tokens, applications }: MovedCounts,
  ): Promise<void> {
    if (tokens + applications === 0) return;
    const about = { siteId: to.siteId, details: { tokens, applications } };
    const told = [
      { user: to, kind: 'holdings.received', other: from },
      { user: from, kind: 'holdings.reassigned', other: to },
    ].filter(({ user }) => user.id !== actor.principal.userId);
    for (const { user, kind, other } of told) {
      await this.notifications.tell(tx, {
        ...about,
        userId: user.id,
        kind,
        subject: { type: 'user', id: other.id },
        details: { ...about.details, username: other.username },
      });
    }
  }
}
