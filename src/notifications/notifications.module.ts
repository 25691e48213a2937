// Owns notifications: what the service wants its people to know, kept until they look.
// Leaves to others: what is worth telling; each module tells in the transaction of the event itself.
import { Module } from '@nestjs/common';
import { NotificationCare } from './notification-care.service.js';
import { NotificationReading } from './notification-reading.js';
import { NotificationRepository } from './notification.repository.js';
import { NotificationsController } from './notifications.controller.js';
import { Notifications } from './notifications.service.js';

@Module({
  controllers: [NotificationsController],
  providers: [NotificationCare, NotificationReading, NotificationRepository, Notifications],
  exports: [NotificationCare, Notifications],
})
export class NotificationsModule {}
