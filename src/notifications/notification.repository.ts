import { Injectable } from '@nestjs/common';
import type { Page } from '../database/page.js';
import { type SiteTable, SiteTables } from '../database/site-table.js';
import type { Tx } from '../database/transaction.js';
import type { PageQuery } from '../http/paging.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { Notification } from './notification.entity.js';

/** The notifications of users. */
@Injectable()
export class NotificationRepository {
  readonly #notifications: SiteTable<Notification>;

  constructor(tables: SiteTables) {
    this.#notifications = tables.of(Notification);
  }

  async insert(tx: Tx, notification: Notification): Promise<void> {
    await this.#notifications.in(notification.siteId, tx).insert(notification);
  }

  async deleteAll(tx: Tx, site: SiteId, userId: string): Promise<void> {
    await this.#notifications.in(site, tx).delete({ userId });
  }

  page(site: SiteId, userId: string, { limit, cursor }: PageQuery): Promise<Page<Notification>> {
    return this.#notifications.in(site).page({ limit, cursor, where: { userId } });
  }
}
