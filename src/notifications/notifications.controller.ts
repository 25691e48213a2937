import { Controller, Get, Query } from '@nestjs/common';
import { PageQuery } from '../http/paging.js';
import { AnyPrincipal, CurrentPrincipal } from '../shared/authz/access.js';
import type { Principal } from '../shared/authz/principal.js';
import { NotificationPageResponse, notificationResponse } from './dto/notification.response.js';
import { Notifications } from './notifications.service.js';

/** What the service wants you to know. */
@AnyPrincipal()
@Controller('notifications')
export class NotificationsController {
  constructor(private readonly notifications: Notifications) {}

  /** List your notifications, newest first: a token of yours that was revoked, and why. */
  @Get()
  async list(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<NotificationPageResponse> {
    const page = await this.notifications.list(principal, query);
    return { items: page.items.map(notificationResponse), nextCursor: page.nextCursor };
  }
}
