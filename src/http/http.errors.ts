import { defineError } from '../shared/errors/domain-error.js';

export const httpsRequired = defineError({
  kind: 'forbidden',
  code: 'https_required',
  title: 'This service speaks HTTPS only',
  remedy:
    'Call the https address. A credential that was in this request has been readable on the network: if it was a live one, it is revoked now.',
});

export const unauthenticated = defineError({
  kind: 'unauthenticated',
  code: 'unauthenticated',
  title: 'The caller is not known',
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
  title: 'This does not go with the present state',
  remedy: 'Read the present state and try again.',
});

export const unavailable = defineError({
  kind: 'unavailable',
  code: 'unavailable',
  title: 'The service cannot answer this now',
  remedy: 'Try again later.',
});
