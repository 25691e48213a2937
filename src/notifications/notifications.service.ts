import { Injectable } from '@nestjs/common';
import type { Page } from '../database/page.js';
import type { Tx } from '../database/transaction.js';
import type { Principal } from '../shared/authz/principal.js';
import { Clock } from '../shared/clock/clock.js';
import { Ids } from '../shared/ids/ids.js';
import type { SiteId } from '../shared/ids/site-id.js';
import type { NotificationFilter } from './dto/notification-filter.js';
import type { Notification } from './notification.entity.js';
import { NotificationRepository } from './notification.repository.js';

export interface News {
  readonly siteId: SiteId;
  /** Who should know. */
  readonly userId: string;
  /** `noun.past_participle`: `credential.sent_in_plaintext`. */
  readonly kind: string;
  readonly subject: { readonly type: string; readonly id: string };
  /** What they need in order to act. Never a secret: a token is named by its id and its last 4 characters. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** Tells users what happened to what is theirs. */
@Injectable()
export class Notifications {
  constructor(
    private readonly notifications: NotificationRepository,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** In the caller's transaction: they are told of nothing that did not happen, and of all that did. */
  async tell(tx: Tx, { siteId, userId, kind, subject, details }: News): Promise<void> {
    await this.notifications.insert(tx, {
      id: this.ids.next(),
      siteId,
      userId,
      kind,
      subjectType: subject.type,
      subjectId: subject.id,
      details: { ...details },
      createdAt: this.clock.now(),
      readAt: null,
    });
  }

  /** Of a user who is removed: nobody will read them. */
  async erase(tx: Tx, siteId: SiteId, userId: string): Promise<void> {
    await this.notifications.deleteAll(tx, siteId, userId);
  }

  list({ siteId, userId }: Principal, { limit, cursor, unread }: NotificationFilter): Promise<Page<Notification>> {
    const isUnread = unread === undefined ? undefined : unread === 'true';
    return this.notifications.page(siteId, userId, { limit, cursor, unread: isUnread });
  }
}
