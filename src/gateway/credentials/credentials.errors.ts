import { defineError } from '../../shared/errors/domain-error.js';

export const credentialNotFound = defineError({
  kind: 'not_found',
  code: 'credential_not_found',
  title: 'There is no such credential',
  remedy: 'Check the id; GET {api}/credentials lists the credentials of your site.',
});
