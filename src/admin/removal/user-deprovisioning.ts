import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/transaction.js';
import { Notifications } from '../../platform/notifications/notifications.service.js';
import { Sessions } from '../../directory/sessions/sessions.service.js';
import { TokenRevocation } from '../../tokens/token-revocation.service.js';
import { UserRemoval } from '../../directory/users/user-removal.service.js';
import type { UserRecord } from '../../directory/users/users.types.js';
import type { MovedResources } from '../reassignment/owned-resources.js';

/** What ends with the person in every removal, with or without a receiver of the rest: sign-ins, the developer secret, roles, links, notifications. */
@Injectable()
export class UserDeprovisioning {
  constructor(
    private readonly sessions: Sessions,
    private readonly tokens: TokenRevocation,
    private readonly notifications: Notifications,
    private readonly removal: UserRemoval,
  ) {}

  /** Ends every sign-in of the person. Returns how many sessions were running. */
  async signOut(tx: Tx, user: UserRecord): Promise<number> {
    await this.tokens.signIns(tx, user.siteId, user.id);
    return this.sessions.erase(tx, user.siteId, user.id);
  }

  async take(tx: Tx, user: UserRecord): Promise<void> {
    await this.notifications.erase(tx, user.siteId, user.id);
    await this.removal.remove(tx, user);
  }

  /** Tells the user who has to look after the resources now; the administrator, when all were decommissioned. */
  async announce(
    tx: Tx,
    user: UserRecord,
    toUserId: string,
    transferred: boolean,
    { tokens, applications }: MovedResources,
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
