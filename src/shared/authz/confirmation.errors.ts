import { defineError } from '../errors/domain-error.js';

export const reauthenticationRequired = defineError({
  kind: 'forbidden',
  code: 'reauthentication_required',
  title: 'Confirm that it is you',
  remedy: 'Give your password to POST {api}/auth/confirm, then try again within 15 minutes.',
});
