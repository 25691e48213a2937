import { defineError } from '../../../shared/errors/domain-error.js';

export const httpsRequired = defineError({
  kind: 'forbidden',
  code: 'https_required',
  title: 'This service speaks HTTPS only',
  remedy:
    'Call the https address. Anybody on the network could read a credential in this request: if it was live, it is now revoked.',
});

export const unauthenticated = defineError({
  kind: 'unauthenticated',
  code: 'unauthenticated',
  title: 'The caller is unknown',
  remedy: 'Send a credential that this call accepts.',
});

export const forbidden = defineError({
  kind: 'forbidden',
  code: 'forbidden',
  title: 'This is not allowed',
  remedy: 'Ask an administrator of the site.',
});

export const conflict = defineError({
  kind: 'conflict',
  code: 'conflict',
  title: 'The request conflicts with the current state',
  remedy: 'Read the current state and try again.',
});

export const unavailable = defineError({
  kind: 'unavailable',
  code: 'unavailable',
  title: 'The service cannot answer this now',
  remedy: 'Try again later.',
});
