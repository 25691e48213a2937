import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { AnyPrincipal, CurrentPrincipal, SessionOnly } from '../shared/authz/access.js';
import { type Actor, CurrentActor } from '../shared/authz/actor.js';
import type { Principal } from '../shared/authz/principal.js';
import { IdPipe } from '../shared/validation/id.pipe.js';
import { NotificationFilter } from './dto/notification-filter.js';
import { NotificationPageResponse, notificationResponse } from './dto/notification.response.js';
import { NotificationReading } from './notification-reading.js';
import { Notifications } from './notifications.service.js';

/** What the service wants you to know. */
@AnyPrincipal()
@Controller('notifications')
export class NotificationsController {
  constructor(
    private readonly notifications: Notifications,
    private readonly reading: NotificationReading,
  ) {}

  /** List your notifications, newest first: a token of yours that was revoked, and why. */
  @Get()
  async list(
    @CurrentPrincipal() principal: Principal,
    @Query() filter: NotificationFilter,
  ): Promise<NotificationPageResponse> {
    const page = await this.notifications.list(principal, filter);
    return { items: page.items.map(notificationResponse), nextCursor: page.nextCursor };
  }

  /** Say that you have read a notification. It takes a session: who found a token must not hide the news of it. */
  @Post(':id/read')
  @SessionOnly()
  @HttpCode(204)
  async readNotification(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    await this.reading.read(actor, id);
  }
}
