import { defineError } from '../../shared/errors/domain-error.js';

export const invalidCredentials = defineError({
  kind: 'unauthenticated',
  code: 'invalid_credentials',
  title: 'The username or password is wrong',
  remedy: 'Check both. If they are right, your user may not be active: ask your administrator.',
});
