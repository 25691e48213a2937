import { defineError } from '../shared/errors/domain-error.js';

export const applicationNotFound = defineError({
  kind: 'not_found',
  code: 'application_not_found',
  title: 'There is no such application',
  remedy: 'Check the id; GET {api}/applications lists your applications.',
});

export const secretNotFound = defineError({
  kind: 'not_found',
  code: 'client_secret_not_found',
  title: 'The application has no such secret',
  remedy: 'Check the id; GET {api}/applications/{id} lists the live secrets.',
});

export const tooManySecrets = defineError({
  kind: 'conflict',
  code: 'too_many_secrets',
  title: 'The application has two live secrets already',
  remedy: 'Delete one of them first, or send graceSeconds 0 to replace both at once.',
});
