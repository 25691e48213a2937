import { defineError } from '../../shared/errors/domain-error.js';

export const certificateNotFound = defineError({
  kind: 'not_found',
  code: 'certificate_not_found',
  title: 'There is no such certificate',
  remedy: 'Check the id; GET {api}/certificates lists the certificates of your site.',
});
