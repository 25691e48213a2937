// Owns notifications: messages from the service to its users, kept until they are read.
// Leaves to others: which events deserve a notification; each module writes it in the transaction of the event itself.
import { Module } from '@nestjs/common';
import { NotificationRetention } from './notification-retention.service.js';
import { NotificationReading } from './notification-reading.js';
import { NotificationRepository } from './notification.repository.js';
import { NotificationsController } from './notifications.controller.js';
import { Notifications } from './notifications.service.js';

@Module({
  controllers: [NotificationsController],
  providers: [NotificationRetention, NotificationReading, NotificationRepository, Notifications],
  exports: [NotificationRetention, Notifications],
})
export class NotificationsModule {}
