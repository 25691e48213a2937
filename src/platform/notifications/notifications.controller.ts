import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { AnyPrincipal, CurrentPrincipal, SessionOnly } from '../../shared/authz/access.js';
import { type Actor, CurrentActor } from '../../shared/authz/actor.js';
import type { Principal } from '../../shared/authz/principal.js';
import { IdPipe } from '../../shared/validation/id.pipe.js';
import { NotificationFilter } from './dto/notification-filter.js';
import { NotificationPageResponse, notificationResponse } from './dto/notification.response.js';
import { NotificationReading } from './notification-reading.js';
import { Notifications } from './notifications.service.js';

/** Messages from the service to its users. */
@AnyPrincipal()
@Controller('notifications')
export class NotificationsController {
  constructor(
    private readonly notifications: Notifications,
    private readonly reading: NotificationReading,
  ) {}

  /** List your notifications, newest first. One tells you, for example, that a token of yours was revoked, and why. */
  @Get()
  async list(
    @CurrentPrincipal() principal: Principal,
    @Query() filter: NotificationFilter,
  ): Promise<NotificationPageResponse> {
    const page = await this.notifications.list(principal, filter);
    return { items: page.items.map(notificationResponse), nextCursor: page.nextCursor };
  }

  /** Mark a notification as read. This needs a session: somebody who found a token must not be able to hide the news about it. */
  @Post(':id/read')
  @SessionOnly()
  @HttpCode(204)
  async readNotification(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    await this.reading.read(actor, id);
  }
}
