import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/transaction.js';
import { Notifications } from '../../platform/notifications/notifications.service.js';
import { ROLE_ADMIN } from '../../shared/authz/built-in-roles.js';
import { Clock } from '../../shared/clock/clock.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { UserDirectory } from '../../directory/users/user-directory.service.js';

/** Whose tokens are counted: those issued to an application, or all that a user owns. */
export type TokenHolder =
  | { readonly kind: 'application'; readonly id: string; readonly ownerId: string }
  | { readonly kind: 'user'; readonly id: string; readonly ownerId: string };

const KIND = 'tokens.near_limit';
const DAY_MS = 24 * 3600 * 1000;

/** Warns once a day that a holder has nearly as many live tokens as the limit allows. */
@Injectable()
export class LiveTokenWarning {
  constructor(
    private readonly notifications: Notifications,
    private readonly users: UserDirectory,
    private readonly clock: Clock,
  ) {}

  async tell(tx: Tx, siteId: SiteId, holder: TokenHolder, details: { count: number; limit: number }): Promise<void> {
    const since = new Date(this.clock.now().getTime() - DAY_MS);
    const subject = { type: holder.kind, id: holder.id };
    if (await this.notifications.wasTold(tx, { siteId, kind: KIND, subject }, since)) return;
    for (const userId of await this.#readers(tx, siteId, holder.ownerId))
      await this.notifications.tell(tx, { siteId, userId, kind: KIND, subject, details });
  }

  /** The owner; for a service account, which reads nothing, the administrators. */
  async #readers(tx: Tx, siteId: SiteId, ownerId: string): Promise<readonly string[]> {
    const owner = await this.users.readForUpdate(tx, siteId, ownerId);
    return owner.kind === 'person' ? [ownerId] : this.users.activePersonsWith(tx, siteId, [ROLE_ADMIN]);
  }
}
