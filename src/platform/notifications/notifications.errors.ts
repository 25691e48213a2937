import { defineError } from '../../shared/errors/domain-error.js';

export const notificationNotFound = defineError({
  kind: 'not_found',
  code: 'notification_not_found',
  title: 'There is no such notification',
  remedy: 'Check the id; GET {api}/notifications lists yours.',
});
