import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction.js';
import { Notifications } from '../notifications/notifications.service.js';
import { Sessions } from '../sessions/sessions.service.js';
import { UserRemoval } from '../users/user-removal.service.js';
import type { UserRecord } from '../users/users.types.js';
import type { MovedHoldings } from './holdings.js';

/** What goes with the person, whoever receives the rest: sign-ins, the developer secret, roles, links, notifications. */
@Injectable()
export class UserDeparture {
  constructor(
    private readonly sessions: Sessions,
    private readonly notifications: Notifications,
    private readonly removal: UserRemoval,
  ) {}

  /** Answers how many sessions were running. */
  async take(tx: Tx, user: UserRecord): Promise<number> {
    const sessionsEnded = await this.sessions.erase(tx, user.siteId, user.id);
    await this.notifications.erase(tx, user.siteId, user.id);
    await this.removal.remove(tx, user);
    return sessionsEnded;
  }

  /** Tells whoever has to look after it now; the administrator, when it was all decommissioned. */
  async announce(
    tx: Tx,
    user: UserRecord,
    toUserId: string,
    transferred: boolean,
    { tokens, applications }: MovedHoldings,
  ): Promise<void> {
    await this.notifications.tell(tx, {
      siteId: user.siteId,
      userId: toUserId,
      kind: transferred ? 'holdings.inherited' : 'holdings.decommissioned',
      subject: { type: 'user', id: user.id },
      details: { username: user.username, tokens, applications },
    });
  }
}
