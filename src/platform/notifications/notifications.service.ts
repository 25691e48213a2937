import { Injectable } from '@nestjs/common';
import type { Page } from '../database/page.js';
import type { Tx } from '../database/transaction.js';
import type { Principal } from '../../shared/authz/principal.js';
import { Clock } from '../../shared/clock/clock.js';
import { Ids } from '../../shared/ids/ids.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import type { NotificationFilter } from './dto/notification-filter.js';
import type { Notification } from './notification.entity.js';
import { NotificationRepository } from './notification.repository.js';

export interface News {
  readonly siteId: SiteId;
  /** The user to notify. */
  readonly userId: string;
  /** `noun.past_participle`: `credential.sent_in_plaintext`. */
  readonly kind: string;
  readonly subject: { readonly type: string; readonly id: string };
  /** The details that the user needs in order to act. Never a secret: a token is named by its id and its last 4 characters. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** Tells users what happened to their resources. */
@Injectable()
export class Notifications {
  constructor(
    private readonly notifications: NotificationRepository,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** Writes in the caller's transaction: users learn of every event that happened, and of none that did not. */
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

  /** Whether this was said about the subject since then: to the user, or to anybody if no user is given. */
  wasTold(
    tx: Tx,
    about: Omit<News, 'details' | 'userId'> & { readonly userId?: string },
    since: Date,
  ): Promise<boolean> {
    const { siteId, userId, kind, subject } = about;
    const which = { kind, subjectId: subject.id, ...(userId !== undefined && { userId }) };
    return this.notifications.existsSince(tx, siteId, which, since);
  }

  /** Deletes the notifications of a user who is removed: nobody will read them. */
  async erase(tx: Tx, siteId: SiteId, userId: string): Promise<void> {
    await this.notifications.deleteAll(tx, siteId, userId);
  }

  list({ siteId, userId }: Principal, { limit, cursor, unread }: NotificationFilter): Promise<Page<Notification>> {
    const isUnread = unread === undefined ? undefined : unread === 'true';
    return this.notifications.page(siteId, userId, { limit, cursor, unread: isUnread });
  }
}
