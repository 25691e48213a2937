import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan, Not } from 'typeorm';
import type { Page } from '../database/page.js';
import { type SiteTable, SiteTables } from '../database/site-table.js';
import type { Tx } from '../database/transaction.js';
import { Clock } from '../../shared/clock/clock.js';
import { earliestId } from '../../shared/ids/earliest-id.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { Notification } from './notification.entity.js';

/** The notifications of users. */
@Injectable()
export class NotificationRepository {
  readonly #notifications: SiteTable<Notification>;

  constructor(
    tables: SiteTables,
    private readonly clock: Clock,
  ) {
    this.#notifications = tables.of(Notification);
  }

  async insert(tx: Tx, notification: Notification): Promise<void> {
    await this.#notifications.in(notification.siteId, tx).insert(notification);
  }

  /**
   * Ids are in the order of time: the index finds the late notifications of a user without reading all earlier ones.
   * Without a user, this asks about everybody.
   */
  async existsSince(
    tx: Tx,
    site: SiteId,
    which: Pick<Notification, 'kind' | 'subjectId'> & { readonly userId?: string },
    since: Date,
  ): Promise<boolean> {
    const where = { ...which, id: MoreThan(earliestId(since.getTime())), createdAt: MoreThan(since) };
    return (await this.#notifications.in(site, tx).all(where, { limit: 1 })).length > 0;
  }

  async deleteAll(tx: Tx, site: SiteId, userId: string): Promise<void> {
    await this.#notifications.in(site, tx).delete({ userId });
  }

  page(
    site: SiteId,
    userId: string,
    { limit, cursor, unread }: { limit: number; cursor: string | undefined; unread: boolean | undefined },
  ): Promise<Page<Notification>> {
    const read = unread === undefined ? {} : { readAt: unread ? IsNull() : Not(IsNull()) };
    return this.#notifications.in(site).page({ limit, cursor, where: { userId, ...read } });
  }

  ownForUpdate(tx: Tx, site: SiteId, userId: string, id: string): Promise<Notification | null> {
    return this.#notifications.in(site, tx).one({ id, userId }, { lock: true });
  }

  async markRead(tx: Tx, site: SiteId, id: string): Promise<void> {
    await this.#notifications.in(site, tx).update({ id }, { readAt: this.clock.now() });
  }
}
