import { defineError } from '../../shared/errors/domain-error.js';

export const connectionNotFound = defineError({
  kind: 'not_found',
  code: 'connection_not_found',
  title: 'There is no such connection',
  remedy: 'Check the id; GET {api}/connections lists the connections of your site.',
});
