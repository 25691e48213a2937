import { defineError } from '../../shared/errors/domain-error.js';

export const accountNotFound = defineError({
  kind: 'not_found',
  code: 'account_not_found',
  title: 'There is no such account',
  remedy: 'Check the id; GET {api}/accounts lists the accounts of your site.',
});

export const accountMismatch = defineError({
  kind: 'forbidden',
  code: 'account_mismatch',
  title: 'The token belongs to another account',
  remedy: 'Leave the account header out, or use a token of the account that the header names.',
});
