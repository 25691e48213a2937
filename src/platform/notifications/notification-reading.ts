import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { actorOf } from '../audit/audit.types.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Actor } from '../../shared/authz/actor.js';
import { NotificationRepository } from './notification.repository.js';
import { notificationNotFound } from './notifications.errors.js';

/** Marks notifications as read. */
@Injectable()
export class NotificationReading {
  constructor(
    private readonly notifications: NotificationRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  /** A notification that is already read stays as it is, and nothing is audited. */
  async read(actor: Actor, id: string): Promise<void> {
    const { siteId, userId } = actor.principal;
    await this.unitOfWork.run(async (tx) => {
      const notification = await this.notifications.ownForUpdate(tx, siteId, userId, id);
      if (notification === null) throw notificationNotFound();
      if (notification.readAt !== null) return;
      await this.notifications.markRead(tx, siteId, id);
      await this.audit.record(tx, {
        siteId,
        action: 'notification.read',
        outcome: 'success',
        actor: actorOf(actor),
        subject: { type: 'notification', id, name: notification.kind },
      });
    });
  }
}
