import { defineError } from '../../shared/errors/domain-error.js';

export const invalidCredentials = defineError({
  kind: 'unauthenticated',
  code: 'invalid_credentials',
  title: 'The username or the password is wrong',
  remedy: 'Check both. If they are right, the account may not be active: ask your administrator.',
});
